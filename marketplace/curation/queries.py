"""Read applications as index and dossiers together tell them, and keep dossiers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, selectinload

from indexer.models import Application, Block, Decision, Event, MemberAdmission, MemberRemoval, Vote
from indexer.primitives import Address, Hash32
from marketplace.curation.dossier import NewDossier
from marketplace.curation.models import Dossier, DossierSample
from marketplace.curation.rules import SUPPORTS, Ballot, State, Support, Voter


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """An application as people see it; without a dossier if none of that artist is at hand."""

    ballot: Ballot
    opened_at: int
    transaction_hash: Hash32
    dossier: Dossier | None


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote and why it was given."""

    member: Address
    support: Support
    weight: int
    reason: str
    voted_at: int
    transaction_hash: Hash32


def applications(
    session: Session,
    now: int,
    state: State | None = None,
    *,
    artist: Address | None = None,
    before: int | None = None,
    limit: int = 24,
) -> Sequence[ApplicationView]:
    """Applications, newest first; `now` is the chain's time."""
    query = _applications().order_by(Application.application.desc()).limit(limit)
    if state is not None:
        query = query.where(_is_in(state, now))
    if artist is not None:
        query = query.where(Application.artist == artist)
    if before is not None:
        query = query.where(Application.application < before)
    return _with_dossiers(session, session.execute(query).all())


def application(session: Session, number: int) -> ApplicationView | None:
    """One application, if the index has it."""
    rows = session.execute(_applications().where(Application.application == number)).all()
    return next(iter(_with_dossiers(session, rows)), None)


def votes(session: Session, number: int) -> Sequence[VoteView]:
    """The votes on an application, in their order."""
    query = (
        select(
            Vote.member,
            Vote.support,
            Vote.weight,
            Vote.reason,
            Block.timestamp,
            Vote.transaction_hash,
        )
        .join(Block, Block.number == Vote.block_number)
        .where(Vote.application == number)
        .order_by(Vote.block_number, Vote.log_index)
    )
    return [
        VoteView(row.member, SUPPORTS[row.support], row.weight, row.reason, *row[4:])
        for row in session.execute(query)
    ]


def voter(session: Session, ballot: Ballot, person: Address) -> Voter:
    """What a person can still do about an application: votes count as of its snapshot."""
    has_voted = session.scalar(
        select(exists().where(Vote.application == ballot.application, Vote.member == person))
    )
    weight = _weight(session, ballot, person) if _was_member(session, ballot, person) else 0
    return Voter(person, weight, bool(has_voted))


def is_artist(session: Session, person: Address) -> bool:
    """Whether the members admitted this person."""
    return bool(
        session.scalar(select(exists().where(Decision.artist == person, Decision.is_admitted)))
    )


def pending(session: Session, artist: Address) -> int | None:
    """The artist's application that nobody has decided yet."""
    query = select(Application.application).where(
        Application.artist == artist,
        ~exists().where(Decision.application == Application.application),
    )
    return session.scalar(query.limit(1))


def bond_wei(session: Session) -> int | None:
    """What an application costs at the index's head."""
    query = (
        select(Event.arguments["bondWei"].as_string())
        .where(Event.contract == "Curation", Event.name == "ParametersChanged")
        .order_by(Event.block_number.desc(), Event.log_index.desc())
    )
    found = session.scalar(query.limit(1))
    return None if found is None else int(found)


def dossier(session: Session, digest: Hash32) -> Dossier | None:
    """A dossier with its samples."""
    return session.get(Dossier, digest, options=[selectinload(Dossier.samples)])


def dossiers_since(session: Session, artist: Address, since: datetime) -> int:
    """How many dossiers an artist has handed in since then."""
    query = select(func.count()).where(Dossier.artist == artist, Dossier.created_at > since)
    return session.scalar(query) or 0


def keep(session: Session, made: NewDossier, now: datetime) -> bool:
    """Keep a dossier; False where the very same is kept already."""
    kept = session.execute(
        insert(Dossier)
        .values(
            digest=made.digest,
            artist=made.artist,
            statement=made.statement,
            links=list(made.links),
            cid=made.cid,
            created_at=now,
        )
        .on_conflict_do_nothing()
        .returning(Dossier.digest)
    ).scalar()
    if kept is None:
        return False
    session.add_all(
        DossierSample(
            dossier=made.digest,
            position=position,
            title=sample.title,
            original_cid=sample.original_cid,
            display_cid=sample.display_cid,
            media_type=sample.media_type,
            width=sample.width,
            height=sample.height,
        )
        for position, sample in enumerate(made.samples)
    )
    session.flush()
    return True


def _applications() -> Select[Any]:
    weights = [
        func.coalesce(func.sum(Vote.weight).filter(Vote.support == support), 0).label(name)
        for support, name in enumerate(SUPPORTS)
    ]
    tally = select(*weights).where(Vote.application == Application.application).lateral("tally")
    return (
        select(
            Application,
            Block.timestamp.label("opened_at"),
            Decision.is_admitted,
            tally.c["for"].label("votes_for"),
            tally.c.against.label("votes_against"),
            tally.c.abstain.label("abstentions"),
        )
        .join(Block, Block.number == Application.block_number)
        .outerjoin(Decision, Decision.application == Application.application)
        .join(tally, tally.c["for"].is_not(None))
    )


def _is_in(state: State, now: int) -> Any:
    if state == "admitted":
        return Decision.is_admitted
    if state == "rejected":
        return Decision.is_admitted.is_(False)
    is_running = Application.closes_at > now if state == "open" else Application.closes_at <= now
    return and_(Decision.is_admitted.is_(None), is_running)


def _with_dossiers(session: Session, rows: Iterable[Row[Any]]) -> list[ApplicationView]:
    """A dossier counts for the artist who made it: its digest alone anybody can copy."""
    rows = list(rows)
    query = select(Dossier).options(selectinload(Dossier.samples))
    known = {
        (found.digest, found.artist): found
        for found in session.scalars(
            query.where(Dossier.digest.in_({row.Application.dossier for row in rows}))
        )
    }
    return [
        ApplicationView(
            ballot=_ballot(row),
            opened_at=row.opened_at,
            transaction_hash=row.Application.transaction_hash,
            dossier=known.get((row.Application.dossier, row.Application.artist)),
        )
        for row in rows
    ]


def _ballot(row: Row[Any]) -> Ballot:
    opened: Application = row.Application
    return Ballot(
        application=opened.application,
        artist=opened.artist,
        dossier=opened.dossier,
        bond_wei=opened.bond_wei,
        snapshot=opened.snapshot,
        closes_at=opened.closes_at,
        quorum=opened.quorum,
        votes_for=int(row.votes_for),
        votes_against=int(row.votes_against),
        abstentions=int(row.abstentions),
        is_admitted=row.is_admitted,
    )


def _was_member(session: Session, ballot: Ballot, person: Address) -> bool:
    """Member now, and by a membership that is older than the application."""
    opened = (
        select(Application.block_number)
        .where(Application.application == ballot.application)
        .scalar_subquery()
    )
    query = select(
        exists().where(
            MemberAdmission.holder == person,
            MemberAdmission.block_number < opened,
            ~exists().where(MemberRemoval.member == MemberAdmission.member),
        )
    )
    return bool(session.scalar(query))


def _weight(session: Session, ballot: Ballot, person: Address) -> int:
    """The person's votes, own and delegated, when the snapshot was taken."""
    query = (
        select(Event.arguments["newVotes"].as_string())
        .join(Block, Block.number == Event.block_number)
        .where(
            Event.contract == "Membership",
            Event.name == "DelegateVotesChanged",
            Event.arguments["delegate"].as_string() == person,
            Block.timestamp <= ballot.snapshot,
        )
        .order_by(Event.block_number.desc(), Event.log_index.desc())
    )
    found = session.scalar(query.limit(1))
    return 0 if found is None else int(found)
