"""Sort every event of every contract under the topics that people listen to."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """What one can listen to; an event may belong to several."""

    WORKS = "works"
    TRANSFERS = "transfers"
    SALES = "sales"
    LISTINGS = "listings"
    OFFERS = "offers"
    AUCTIONS = "auctions"
    BIDS = "bids"
    APPLICATIONS = "applications"
    ARTISTS = "artists"
    VOTES = "votes"
    MEMBERS = "members"
    PROPOSALS = "proposals"
    EXHIBITIONS = "exhibitions"
    ROYALTIES = "royalties"
    PAYMENTS = "payments"
    TERMS = "terms"
    OTHER = "other"


# Of some contracts every event belongs to the same topic, whatever it says besides.
WHOLE: Final[Mapping[str, Topic]] = {
    "Membership": Topic.MEMBERS,
    "Exhibitions": Topic.EXHIBITIONS,
    "AtelierGovernor": Topic.PROPOSALS,
    "AuctionHouse": Topic.AUCTIONS,
}

# Money that waits, leaves or is kept, and what the DAO asks, is said alike by several contracts.
ANYWHERE: Final[Mapping[str, Topic]] = {
    "PayoutCredited": Topic.PAYMENTS,
    "Withdrawn": Topic.PAYMENTS,
    "FeesSwept": Topic.PAYMENTS,
    "FeesChanged": Topic.TERMS,
    "FeesPushedChanged": Topic.TERMS,
    "SalesPausedChanged": Topic.TERMS,
    "CurrencyAllowed": Topic.TERMS,
    "CurrencyDisallowed": Topic.TERMS,
}

SINGLE: Final[Mapping[tuple[str, str], tuple[Topic, ...]]] = {
    ("Artwork", "WorkMinted"): (Topic.WORKS,),
    ("Artwork", "Transfer"): (Topic.TRANSFERS,),
    ("Artwork", "VouchersCancelled"): (Topic.WORKS,),
    ("Artwork", "MarketTrustChanged"): (Topic.LISTINGS,),
    ("Editions", "EditionOpened"): (Topic.WORKS,),
    ("Editions", "CopiesMinted"): (Topic.WORKS,),
    ("Editions", "EditionFrozen"): (Topic.WORKS,),
    ("Editions", "TransferSingle"): (Topic.TRANSFERS,),
    ("Editions", "TransferBatch"): (Topic.TRANSFERS,),
    ("Market", "WorkSold"): (Topic.SALES, Topic.LISTINGS),
    ("Market", "EditionSold"): (Topic.SALES, Topic.LISTINGS),
    ("Market", "OrderCancelled"): (Topic.LISTINGS,),
    ("Market", "OrdersCancelled"): (Topic.LISTINGS,),
    ("Market", "OfferCancelled"): (Topic.OFFERS,),
    ("AuctionHouse", "AuctionSettled"): (Topic.SALES,),
    ("AuctionHouse", "BidPlaced"): (Topic.BIDS,),
    ("Curation", "ApplicationOpened"): (Topic.APPLICATIONS,),
    ("Curation", "ApplicationEndorsed"): (Topic.APPLICATIONS,),
    ("Curation", "AppealOpened"): (Topic.APPLICATIONS,),
    ("Curation", "BondReturned"): (Topic.APPLICATIONS,),
    ("Curation", "ArtistAdmitted"): (Topic.APPLICATIONS, Topic.ARTISTS),
    ("Curation", "ArtistRejected"): (Topic.APPLICATIONS,),
    ("Curation", "ArtistRevoked"): (Topic.ARTISTS,),
    ("Curation", "RevocationWithdrawn"): (Topic.ARTISTS,),
    ("Curation", "VoteCast"): (Topic.VOTES,),
    ("Curation", "VoteSkipped"): (Topic.VOTES,),
    ("Curation", "ParametersChanged"): (Topic.TERMS,),
    ("AtelierGovernor", "VoteCast"): (Topic.VOTES,),
    ("AtelierGovernor", "VoteCastWithParams"): (Topic.VOTES,),
    ("Royalties", "ParentsRecorded"): (Topic.ROYALTIES,),
    ("Royalties", "ShareGranted"): (Topic.ROYALTIES,),
    ("Royalties", "ConsentsWithdrawn"): (Topic.ROYALTIES,),
    ("Royalties", "IncomeCredited"): (Topic.ROYALTIES,),
    ("Royalties", "IncomeInherited"): (Topic.ROYALTIES,),
    ("Royalties", "IncomeShared"): (Topic.ROYALTIES,),
}


def topics(contract: str, name: str) -> tuple[Topic, ...]:
    """Where an event belongs; never nowhere, so that who listens to all misses nothing."""
    general = (WHOLE.get(contract), ANYWHERE.get(name))
    found = (*SINGLE.get((contract, name), ()), *(topic for topic in general if topic))
    return tuple(dict.fromkeys(found)) or (Topic.OTHER,)
