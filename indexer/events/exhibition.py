"""State which exhibitions the DAO curates, and which works win a place."""

from dataclasses import dataclass

from indexer.primitives import Address, Hash32


@dataclass(frozen=True, slots=True)
class ExhibitionOpened:
    """An exhibition takes nominations, then ballots; the brief is the digest of its text."""

    exhibition: int
    brief: Hash32
    snapshot: int
    nominations_until: int
    closes_at: int
    places: int
    quota_per_artist: int


@dataclass(frozen=True, slots=True)
class WorkNominated:
    """A work is a candidate; its number is its bit in a ballot."""

    exhibition: int
    work: int
    member: Address
    artist: Address
    candidate: int


@dataclass(frozen=True, slots=True)
class BallotCast:
    """A member approved of some candidates: a bit for each, the first nominated lowest."""

    exhibition: int
    member: Address
    approvals: int
    weight: int


@dataclass(frozen=True, slots=True)
class WorkExhibited:
    """A work won a place; ranks count from 1."""

    exhibition: int
    work: int
    artist: Address
    rank: int
    approvals: int


@dataclass(frozen=True, slots=True)
class ExhibitionFinalized:
    """The ballots are counted."""

    exhibition: int
    winner_count: int
