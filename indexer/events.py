"""The facts our contracts state, one dataclass an event, fields in the order of the ABI."""

from dataclasses import dataclass

from indexer.primitives import Address, Hash32


@dataclass(frozen=True, slots=True)
class Transfer:
    """A token - a membership or a work - has another holder; mints come from the zero address."""

    sender: Address
    recipient: Address
    token: int


@dataclass(frozen=True, slots=True)
class MemberRemoved:
    """The DAO removed a member."""

    member: int
    holder: Address
    reason: str


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """A member's vote counts for somebody else from now on."""

    delegator: Address
    from_delegate: Address
    to_delegate: Address


@dataclass(frozen=True, slots=True)
class ApplicationOpened:
    """An artist applied."""

    application: int
    artist: Address
    dossier: Hash32
    bond_wei: int
    snapshot: int
    closes_at: int
    quorum: int


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A member voted on an application."""

    application: int
    member: Address
    support: int
    weight: int
    reason: str


@dataclass(frozen=True, slots=True)
class ArtistAdmitted:
    """An application succeeded."""

    application: int
    artist: Address
    votes_for: int
    votes_against: int
    abstentions: int


@dataclass(frozen=True, slots=True)
class ArtistRejected:
    """An application failed."""

    application: int
    artist: Address
    votes_for: int
    votes_against: int
    abstentions: int


@dataclass(frozen=True, slots=True)
class BondReturned:
    """The bond of a decided application left for the artist."""

    application: int
    artist: Address
    amount_wei: int


@dataclass(frozen=True, slots=True)
class WorkMinted:
    """A work exists."""

    work: int
    artist: Address
    recipient: Address
    payer: Address
    royalty_bps: int
    price_wei: int
    fee_wei: int


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


@dataclass(frozen=True, slots=True)
class WorkSold:
    """A listed work was bought."""

    work: int
    seller: Address
    buyer: Address
    listing: Hash32
    price_wei: int
    fee_wei: int
    royalty_wei: int
    artist: Address


@dataclass(frozen=True, slots=True)
class ListingCancelled:
    """A seller cancelled one listing."""

    listing: Hash32
    seller: Address
    work: int


@dataclass(frozen=True, slots=True)
class ListingsCancelled:
    """A seller cancelled every listing signed before."""

    seller: Address
    epoch: int


@dataclass(frozen=True, slots=True)
class PayoutCredited:
    """A payee refused a payment; it waits as credit."""

    payee: Address
    amount_wei: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A payee took the credit."""

    payee: Address
    amount_wei: int


@dataclass(frozen=True, slots=True)
class FeeChanged:
    """A contract's fee is another from now on."""

    fee_bps: int


@dataclass(frozen=True, slots=True)
class FeesSwept:
    """A contract's fees went to the treasury."""

    amount_wei: int


Fact = (
    Transfer
    | MemberRemoved
    | DelegateChanged
    | ApplicationOpened
    | VoteCast
    | ArtistAdmitted
    | ArtistRejected
    | BondReturned
    | WorkMinted
    | VouchersCancelled
    | MarketTrustChanged
    | WorkSold
    | ListingCancelled
    | ListingsCancelled
    | PayoutCredited
    | Withdrawn
    | FeeChanged
    | FeesSwept
)
