"""State which orders were filled, and which never will be."""

from dataclasses import dataclass

from indexer.primitives import Address, Hash32


@dataclass(frozen=True, slots=True)
class WorkSold:
    """A work was bought by an order: a listing, a bundle or an offer."""

    work: int
    seller: Address
    buyer: Address
    order: Hash32
    currency: Address
    price: int
    fee: int
    royalty: int
    artist: Address


@dataclass(frozen=True, slots=True)
class OrderCancelled:
    """A seller cancelled one order."""

    order: Hash32
    account: Address


@dataclass(frozen=True, slots=True)
class OrdersCancelled:
    """An account cancelled every order signed before."""

    account: Address
    epoch: int


@dataclass(frozen=True, slots=True)
class EditionSold:
    """Copies of an edition were bought by an order; the price is that of all of them."""

    edition: int
    seller: Address
    buyer: Address
    order: Hash32
    copies: int
    currency: Address
    price: int
    fee: int
    royalty: int
    artist: Address


@dataclass(frozen=True, slots=True)
class OfferCancelled:
    """A bidder spent a nonce: no offer that names it holds."""

    bidder: Address
    nonce: int
