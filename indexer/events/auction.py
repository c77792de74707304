"""State what happens in the auction house."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class AuctionCreated:
    """The house holds a work and takes bids; the transfer count tells this auction from others."""

    work: int
    seller: Address
    transfer_count: int
    reserve: int
    duration: int
    extension: int
    extension_cap: int
    increment_bps: int
    fee_bps: int


@dataclass(frozen=True, slots=True)
class BidPlaced:
    """A bid leads, and the auction ends then if it is the last."""

    work: int
    bidder: Address
    amount: int
    ends_at: int


@dataclass(frozen=True, slots=True)
class AuctionSettled:
    """The work went to the highest bidder, and the bid to whom it was due."""

    work: int
    seller: Address
    winner: Address
    price: int
    fee: int
    royalty: int
    artist: Address


@dataclass(frozen=True, slots=True)
class AuctionCancelled:
    """The work went back to its seller."""

    work: int
    seller: Address
