"""Keep what happened in the auction house."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed, Small
from indexer.primitives import Address


class Auction(Placed):
    """The house takes bids on a work; the transfer count tells this auction from its others."""

    __tablename__ = "auctions"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    seller: Mapped[Address] = mapped_column(index=True)
    transfer_count: Mapped[int]
    reserve: Mapped[Amount]
    duration: Mapped[int]
    extension: Mapped[int]
    extension_cap: Mapped[int]
    increment_bps: Mapped[Small]
    fee_bps: Mapped[Small]


class Bid(Placed):
    """A bid leads, and its auction ends then if it is the last."""

    __tablename__ = "bids"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    bidder: Mapped[Address] = mapped_column(index=True)
    amount: Mapped[Amount]
    ends_at: Mapped[int]


class AuctionSettlement(Placed):
    """An auctioned work went to its winner, and the bid to whom it was due."""

    __tablename__ = "auction_settlements"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    seller: Mapped[Address] = mapped_column(index=True)
    winner: Mapped[Address] = mapped_column(index=True)
    price: Mapped[Amount]
    fee: Mapped[Amount]
    royalty: Mapped[Amount]
    royalty_receiver: Mapped[Address]


class AuctionCancellation(Placed):
    """An auctioned work went back to its seller."""

    __tablename__ = "auction_cancellations"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    seller: Mapped[Address]
