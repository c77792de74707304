"""What the gallery refuses.

AtelierError
├── Refused         NotOwner, NotBuyer
├── Missing         WorkMissing, ListingMissing
├── Conflict        ListingDead, CheaperListed, MarketDistrusted, OwnListing
├── Unprocessable   ListingWrong, ListingForged
└── Unavailable     IndexBehind, MetadataAway
"""

from marketplace.errors import Conflict, Missing, Refused, Unavailable, Unprocessable


class NotOwner(Refused):
    """Only the owner of a work lists it; only the seller of a listing cancels it."""

    title = "Not yours"


class NotBuyer(Refused):
    """The listing is reserved for somebody else."""

    title = "Reserved for somebody else"


class WorkMissing(Missing):
    """The index knows no such work."""

    title = "No such work"


class ListingMissing(Missing):
    """Nobody handed in such a listing."""

    title = "No such listing"


class ListingDead(Conflict):
    """The contract would no longer honour the listing."""

    title = "The listing is over"


class CheaperListed(Conflict):
    """An older, cheaper signature would still sell the work."""

    title = "A cheaper listing is still live"


class MarketDistrusted(Conflict):
    """The owner opted out of the market."""

    title = "You do not trust the market"


class OwnListing(Conflict):
    """Nobody buys from themself."""

    title = "This is your own listing"


class ListingWrong(Unprocessable):
    """A field of the listing is not what a listing of this moment has to say."""

    title = "The listing cannot be"


class ListingForged(Unprocessable):
    """The signature is not the seller's."""

    title = "The signature does not fit"


class IndexBehind(Unavailable):
    """The index has not read what is needed here."""

    title = "The index is not there yet"


class MetadataAway(Unavailable):
    """The work's metadata could not be fetched yet."""

    title = "The metadata is not at hand"
