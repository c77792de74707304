"""Say of each fact of Atelier's contracts which rows it makes."""

from collections.abc import Mapping
from inspect import isclass

from indexer import models
from indexer.abi import CONTRACTS, abi
from indexer.apply import curation, edition, governance, membership, money, royalty
from indexer.events import fact
from indexer.handler import Handler, stated
from indexer.subject import Subject

PAYING = ("Curation", "Royalties", "Artwork", "Editions", "Market", "AuctionHouse")
KEEPING = ("Artwork", "Editions", "Market")  # their fees, until somebody sweeps them
SELLING = (*KEEPING, "AuctionHouse")

# Each event of each contract that makes rows of its own, by their names.
HANDLERS: Mapping[tuple[str, str], Handler] = {
    ("Membership", "Transfer"): membership.moved,
    ("Membership", "MemberRemoved"): stated(models.MemberRemoval),
    ("Membership", "MemberLeft"): membership.left,
    ("Membership", "DelegateChanged"): stated(models.Delegation, delegate="to_delegate"),
    ("Membership", "DelegateVotesChanged"): stated(models.VoteWeight),
    ("Curation", "ApplicationOpened"): stated(models.Application),
    ("Curation", "ApplicationEndorsed"): stated(models.Endorsement),
    ("Curation", "AppealOpened"): stated(models.Appeal),
    ("Curation", "VoteCast"): stated(models.Vote),
    ("Curation", "ArtistAdmitted"): curation.artist_admitted,
    ("Curation", "ArtistRejected"): curation.artist_rejected,
    ("Curation", "ArtistRevoked"): stated(models.Revocation),
    ("Curation", "RevocationWithdrawn"): curation.revocation_withdrawn,
    ("Curation", "BondReturned"): stated(models.BondReturn),
    ("Curation", "ParametersChanged"): stated(models.CurationTerms),
    ("Exhibitions", "ExhibitionOpened"): stated(models.Exhibition),
    ("Exhibitions", "WorkNominated"): stated(models.Nomination),
    ("Exhibitions", "BallotCast"): stated(models.Ballot),
    ("Exhibitions", "WorkExhibited"): stated(models.Exhibit),
    ("Exhibitions", "ExhibitionFinalized"): stated(models.ExhibitionClosing),
    ("Currencies", "CurrencyAllowed"): money.currency_allowed,
    ("Currencies", "CurrencyDisallowed"): money.currency_disallowed,
    ("Royalties", "ParentsRecorded"): royalty.parents_recorded,
    ("Royalties", "ShareGranted"): stated(models.Share),
    ("Royalties", "ConsentsWithdrawn"): stated(models.ConsentEpoch),
    ("Royalties", "IncomeCredited"): stated(models.Income),
    ("Royalties", "IncomeInherited"): stated(models.Inheritance),
    ("Royalties", "IncomeShared"): stated(models.IncomeShare),
    ("Artwork", "WorkMinted"): stated(models.Work),
    ("Artwork", "Transfer"): stated(models.Transfer, work="token"),
    ("Artwork", "VouchersCancelled"): stated(models.VoucherEpoch),
    ("Artwork", "MarketTrustChanged"): stated(models.MarketTrust),
    ("Editions", "EditionOpened"): stated(models.Edition),
    ("Editions", "CopiesMinted"): stated(models.CopyMint),
    ("Editions", "EditionFrozen"): stated(models.EditionFreeze),
    ("Editions", "TransferSingle"): edition.moved,
    ("Editions", "TransferBatch"): edition.moved_together,
    ("Market", "WorkSold"): stated(models.Sale, order_digest="order", royalty_receiver="artist"),
    ("Market", "EditionSold"): stated(
        models.EditionSale, order_digest="order", royalty_receiver="artist"
    ),
    ("Market", "OrderCancelled"): stated(models.OrderCancellation, order_digest="order"),
    ("Market", "OrdersCancelled"): stated(models.OrderEpoch),
    ("Market", "OfferCancelled"): stated(models.OfferCancellation),
    ("AuctionHouse", "AuctionCreated"): stated(models.Auction),
    ("AuctionHouse", "BidPlaced"): stated(models.Bid),
    ("AuctionHouse", "AuctionSettled"): stated(models.AuctionSettlement, royalty_receiver="artist"),
    ("AuctionHouse", "AuctionCancelled"): stated(models.AuctionCancellation),
    ("AtelierGovernor", "ProposalCreated"): governance.proposal_created,
    ("AtelierGovernor", "ProposalExtended"): governance.proposal_extended,
    ("AtelierGovernor", "ProposalQueued"): governance.proposal_queued,
    ("AtelierGovernor", "ProposalExecuted"): governance.proposal_executed,
    ("AtelierGovernor", "ProposalCanceled"): governance.proposal_canceled,
    ("AtelierGovernor", "VoteCast"): stated(models.ProposalVote),
    ("AtelierGovernor", "VoteCastWithParams"): stated(models.ProposalVote),
    **{(contract, "PayoutCredited"): stated(models.Credit) for contract in PAYING},
    **{(contract, "Withdrawn"): stated(models.Withdrawal) for contract in PAYING},
    **{(contract, "FeesChanged"): stated(models.Fee) for contract in SELLING},
    **{(contract, "SalesPausedChanged"): stated(models.SalePause) for contract in SELLING},
    **{(contract, "FeesSwept"): stated(models.Sweep) for contract in KEEPING},
}

ATELIER = Subject(
    abis={name: abi(name) for name in CONTRACTS},
    handlers=HANDLERS,
    own_tables=tuple(
        table
        for table in map(vars(models).get, models.__all__)
        if isclass(table)
        and issubclass(table, models.Placed)
        and table not in (models.Placed, models.Item, models.Event)
    ),
    fact=fact,
)
