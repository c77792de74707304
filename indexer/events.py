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
class MemberLeft:
    """A member left the DAO."""

    member: int
    holder: Address


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
    round: int
    support: int
    weight: int
    reason_digest: Hash32
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
    cooldown_ends_at: int


@dataclass(frozen=True, slots=True)
class AppealOpened:
    """A rejected artist appealed: the second round of the application is open."""

    application: int
    artist: Address
    statement: Hash32
    bond_wei: int
    closes_at: int
    quorum: int


@dataclass(frozen=True, slots=True)
class ArtistRevoked:
    """The DAO ends an admission, from a second on that it named."""

    artist: Address
    reason: Hash32
    effective_at: int
    cooldown_ends_at: int


@dataclass(frozen=True, slots=True)
class RevocationWithdrawn:
    """The DAO thought better of a revocation before it was effective."""

    artist: Address


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
class PayoutCredited:
    """A payee refused a payment; it waits as credit."""

    payee: Address
    currency: Address
    amount: int


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A payee took the credit."""

    payee: Address
    currency: Address
    amount: int


@dataclass(frozen=True, slots=True)
class FeesChanged:
    """A contract's fees are others from now on."""

    primary_fee_bps: int
    secondary_fee_bps: int


@dataclass(frozen=True, slots=True)
class FeesSwept:
    """A contract's fees went to the treasury."""

    currency: Address
    amount: int


Fact = (
    Transfer
    | MemberRemoved
    | MemberLeft
    | DelegateChanged
    | ApplicationOpened
    | VoteCast
    | ArtistAdmitted
    | ArtistRejected
    | AppealOpened
    | ArtistRevoked
    | RevocationWithdrawn
    | BondReturned
    | WorkMinted
    | VouchersCancelled
    | MarketTrustChanged
    | WorkSold
    | OrderCancelled
    | OrdersCancelled
    | PayoutCredited
    | Withdrawn
    | FeesChanged
    | FeesSwept
)
