"""State who applied as an artist, who voted how, and what came of it."""

from dataclasses import dataclass

from indexer.primitives import Address, Hash32


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
class ApplicationEndorsed:
    """A member vouches for an applicant."""

    application: int
    member: Address


@dataclass(frozen=True, slots=True)
class ParametersChanged:
    """The DAO set other terms for applications."""

    bond_wei: int
    voting_period: int
    cooldown: int
    revocation_notice: int
    quorum_bps: int
    quorum_floor: int
    endorsements: int
