"""Keep what the chain said, a row a fact, each with its place so that a reorg undoes it."""

from indexer.models.artwork import MarketTrust, Transfer, VoucherEpoch, Work
from indexer.models.auction import Auction, AuctionCancellation, AuctionSettlement, Bid
from indexer.models.curation import (
    Appeal,
    Application,
    BondReturn,
    CurationTerms,
    Decision,
    Endorsement,
    Revocation,
    Vote,
)
from indexer.models.edition import CopyMint, CopyTransfer, Edition, EditionFreeze
from indexer.models.exhibition import Ballot, Exhibit, Exhibition, ExhibitionClosing, Nomination
from indexer.models.governance import Proposal, ProposalStep, ProposalVote
from indexer.models.market import (
    EditionSale,
    OfferCancellation,
    OrderCancellation,
    OrderEpoch,
    Sale,
)
from indexer.models.membership import Delegation, MemberAdmission, MemberRemoval, VoteWeight
from indexer.models.money import Credit, CurrencyTerm, Fee, SalePause, Sweep, Withdrawal
from indexer.models.royalty import ConsentEpoch, Income, IncomeShare, Inheritance, Parent, Share
from indexer.models.view import CurrentArtist, CurrentAuction, CurrentWork, EditionHolding
from indexer.place import IS_VIEW, Block, Chain, Event, IndexBase, Item, Placed

__all__ = [
    "IS_VIEW",
    "Appeal",
    "Application",
    "Auction",
    "AuctionCancellation",
    "AuctionSettlement",
    "Ballot",
    "Bid",
    "Block",
    "BondReturn",
    "Chain",
    "ConsentEpoch",
    "CopyMint",
    "CopyTransfer",
    "Credit",
    "CurationTerms",
    "CurrencyTerm",
    "CurrentArtist",
    "CurrentAuction",
    "CurrentWork",
    "Decision",
    "Delegation",
    "Edition",
    "EditionFreeze",
    "EditionHolding",
    "EditionSale",
    "Endorsement",
    "Event",
    "Exhibit",
    "Exhibition",
    "ExhibitionClosing",
    "Fee",
    "Income",
    "IncomeShare",
    "IndexBase",
    "Inheritance",
    "Item",
    "MarketTrust",
    "MemberAdmission",
    "MemberRemoval",
    "Nomination",
    "OfferCancellation",
    "OrderCancellation",
    "OrderEpoch",
    "Parent",
    "Placed",
    "Proposal",
    "ProposalStep",
    "ProposalVote",
    "Revocation",
    "Sale",
    "SalePause",
    "Share",
    "Sweep",
    "Transfer",
    "Vote",
    "VoteWeight",
    "VoucherEpoch",
    "Withdrawal",
    "Work",
]
