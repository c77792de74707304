"""State which editions exist, and where their copies go."""

from dataclasses import dataclass

from indexer.primitives import Address, Hash32


@dataclass(frozen=True, slots=True)
class EditionOpened:
    """An edition exists: its terms."""

    edition: int
    artist: Address
    opener: Address
    royalty_bps: int
    fee_bps: int
    is_split: bool
    currency: Address
    price: int
    size: int
    opens_at: int
    closes_at: int
    public_at: int
    wallet_limit: int
    allowlist: Hash32


@dataclass(frozen=True, slots=True)
class CopiesMinted:
    """Copies exist, numbered from `first_serial`; the price is that of all of them."""

    edition: int
    artist: Address
    recipient: Address
    payer: Address
    first_serial: int
    copies: int
    currency: Address
    price: int
    fee: int


@dataclass(frozen=True, slots=True)
class EditionFrozen:
    """There will never be more copies."""

    edition: int
    artist: Address
    copies: int


@dataclass(frozen=True, slots=True)
class TransferSingle:
    """Copies of one edition have another holder."""

    operator: Address
    sender: Address
    recipient: Address
    edition: int
    copies: int


@dataclass(frozen=True, slots=True)
class TransferBatch:
    """Copies of several editions have another holder: a number of copies for each edition."""

    operator: Address
    sender: Address
    recipient: Address
    editions: list[int]
    copies: list[int]
