"""State which works exist, and what artists and owners allow."""

from dataclasses import dataclass

from indexer.primitives import Address


@dataclass(frozen=True, slots=True)
class WorkMinted:
    """A work exists."""

    work: int
    artist: Address
    recipient: Address
    payer: Address
    royalty_bps: int
    currency: Address
    price: int
    fee: int


@dataclass(frozen=True, slots=True)
class VouchersCancelled:
    """An artist voided every voucher signed before."""

    artist: Address
    nonce: int


@dataclass(frozen=True, slots=True)
class MarketTrustChanged:
    """An owner opted out of, or back into, the market's built-in approval."""

    owner: Address
    is_trusted: bool
