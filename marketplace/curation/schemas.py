"""Say what curation speaks over HTTP; amounts and votes wider than 53 bits are decimal text."""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.primitives import Address, Hash32
from marketplace.curation.models import Dossier, DossierSample
from marketplace.curation.queries import ApplicationView, VoteView
from marketplace.curation.rules import State, Support
from marketplace.prepared import PreparedTransaction


class SampleAnswer(BaseModel):
    """One picture of a dossier."""

    title: str
    original: str
    display: str
    media_type: str
    width: int
    height: int

    @classmethod
    def of(cls, sample: DossierSample) -> Self:
        return cls(
            title=sample.title,
            original=sample.original_cid,
            display=sample.display_cid,
            media_type=sample.media_type,
            width=sample.width,
            height=sample.height,
        )


class DossierAnswer(BaseModel):
    """What an artist handed in; sealed, it names what comparing its pictures found."""

    digest: Hash32
    cid: str
    artist: Address
    statement: str
    links: list[str]
    samples: list[SampleAnswer]
    is_sealed: bool

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        return cls(
            digest=dossier.digest,
            cid=dossier.cid,
            artist=dossier.artist,
            statement=dossier.statement,
            links=dossier.links,
            samples=[SampleAnswer.of(sample) for sample in dossier.samples],
            is_sealed=dossier.is_sealed,
        )


class SealedAnswer(DossierAnswer):
    """The sealed dossier, and what the artist's wallet sends next."""

    transaction: PreparedTransaction


class SealRequest(BaseModel):
    """Why an artist goes on although a picture resembles another's; else nothing."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(max_length=4_000)] = ""


class ApplicationAnswer(BaseModel):
    """An application and how its vote stands; times are the chain's, in seconds."""

    application: int
    artist: Address
    dossier: Hash32
    state: State
    votes_for: int
    votes_against: int
    abstentions: int
    turnout: int
    quorum: int
    round: int
    cooldown_ends_at: int | None
    bond_wei: str
    snapshot: int
    opened_at: int
    closes_at: int
    seconds_left: int
    transaction_hash: Hash32
    portfolio: DossierAnswer | None

    @classmethod
    def of(cls, view: ApplicationView, now: int) -> Self:
        return cls(**_fields(view, now))


class VoteAnswer(BaseModel):
    """A vote and why it was given."""

    model_config = ConfigDict(from_attributes=True)

    member: Address
    support: Support
    weight: int
    round: int
    reason: str
    reason_digest: Hash32 | None
    voted_at: int
    transaction_hash: Hash32


class ApplicationDetailAnswer(ApplicationAnswer):
    """An application with every vote."""

    votes: list[VoteAnswer]

    @classmethod
    def with_votes(cls, view: ApplicationView, votes: list[VoteView], now: int) -> Self:
        return cls(votes=[VoteAnswer.model_validate(vote) for vote in votes], **_fields(view, now))


class ArtistAnswer(BaseModel):
    """An artist and all their applications, newest first."""

    artist: Address
    is_admitted: bool
    applications: list[ApplicationAnswer]


class VoteRequest(BaseModel):
    """How somebody wants to vote, and why."""

    model_config = ConfigDict(extra="forbid")

    support: Support
    reason: Annotated[str, Field(max_length=4_000)]


def _fields(view: ApplicationView, now: int) -> dict[str, Any]:
    ballot = view.ballot
    return {
        "application": ballot.application,
        "artist": ballot.artist,
        "dossier": ballot.dossier,
        "state": ballot.state(now),
        "votes_for": ballot.votes_for,
        "votes_against": ballot.votes_against,
        "abstentions": ballot.abstentions,
        "turnout": ballot.turnout,
        "quorum": ballot.quorum,
        "round": ballot.round,
        "cooldown_ends_at": ballot.cooldown_ends_at or None,
        "bond_wei": str(ballot.bond_wei),
        "snapshot": ballot.snapshot,
        "opened_at": view.opened_at,
        "closes_at": ballot.closes_at,
        "seconds_left": max(0, ballot.closes_at - now),
        "transaction_hash": view.transaction_hash,
        "portfolio": view.dossier and DossierAnswer.of(view.dossier),
    }
