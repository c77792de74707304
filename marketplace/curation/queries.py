"""Read applications as index and dossiers together tell them, and keep dossiers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, aliased, selectinload
from sqlalchemy.sql.selectable import LateralFromClause

from indexer.models import (
    Appeal,
    Application,
    Block,
    Chain,
    Decision,
    Event,
    MemberAdmission,
    MemberRemoval,
    Revocation,
    Vote,
)
from indexer.primitives import Address, Hash32
from marketplace.curation.dossier import NewDossier
from marketplace.curation.models import Dossier, DossierSample
from marketplace.curation.rules import SUPPORTS, Ballot, State, Support, Voter
from marketplace.resemblance import queries as resemblances
from marketplace.resemblance.queries import Subject


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
    round: int
    reason: str
    reason_digest: Hash32 | None
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
            Vote.round,
            Vote.reason,
            Vote.reason_digest,
            Block.timestamp,
            Vote.transaction_hash,
        )
        .join(Block, Block.number == Vote.block_number)
        .where(Vote.application == number)
        .order_by(Vote.block_number, Vote.log_index)
    )
    return [
        VoteView(
            member=row.member,
            support=SUPPORTS[row.support],
            weight=row.weight,
            round=row.round,
            reason=row.reason,
            reason_digest=row.reason_digest if int(row.reason_digest, 16) else None,
            voted_at=row.timestamp,
            transaction_hash=row.transaction_hash,
        )
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
    """Whether the members admitted this person, and the DAO has not ended it since."""
    return bool(session.scalar(select(admission(person))))


def admission(person: Address) -> ColumnElement[bool]:
    """Whether somebody is an artist at the index's head: the newest word on them says so."""
    admitted = select(Decision.block_number, Decision.log_index).where(
        Decision.artist == person, Decision.is_admitted
    )
    place = tuple_(Revocation.block_number, Revocation.log_index)
    latest = admitted.order_by(Decision.block_number.desc(), Decision.log_index.desc()).limit(1)
    ended = exists().where(
        Revocation.artist == person,
        Revocation.effective_at.between(1, select(Chain.head_timestamp).scalar_subquery()),
        place > latest.scalar_subquery(),
        ~exists().where(
            _LATER.artist == person, tuple_(_LATER.block_number, _LATER.log_index) > place
        ),
    )
    return and_(admitted.exists(), ~ended)


def is_member(session: Session, person: Address) -> bool:
    """Whether this person is of the DAO now."""
    return bool(session.scalar(select(_memberships(person).exists())))


def pending(session: Session, artist: Address) -> int | None:
    """The artist's application that nobody has decided yet."""
    query = _applications().where(Application.artist == artist, _VERDICT.c.is_admitted.is_(None))
    row = session.execute(query.limit(1)).one_or_none()
    return None if row is None else int(row.Application.application)


def cooling_until(session: Session, artist: Address) -> int | None:
    """Until when somebody who was rejected or revoked cannot apply; None where nothing holds."""
    rejected = select(Decision.cooldown_ends_at).where(Decision.artist == artist)
    revoked = select(Revocation.cooldown_ends_at).where(Revocation.artist == artist)
    newest = [
        query.order_by(table.block_number.desc(), table.log_index.desc()).limit(1)
        for query, table in ((rejected, Decision), (revoked, Revocation))
    ]
    ends_at: int = max(session.scalar(query) or 0 for query in newest)
    return ends_at if ends_at > (session.scalar(select(Chain.head_timestamp)) or 0) else None


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
    """How many dossiers an artist has handed in since then; to seal one makes none."""
    query = select(func.count()).where(
        Dossier.artist == artist, Dossier.created_at > since, ~Dossier.is_sealed
    )
    return session.scalar(query) or 0


def ask_to_compare(session: Session, limit: int) -> None:
    """Have dossiers' pictures compared that never were."""
    query = select(Dossier).options(selectinload(Dossier.samples))
    query = query.where(resemblances.unasked(Dossier.digest)).limit(limit)
    for found in session.scalars(query):
        pictures = tuple(sample.display_cid for sample in found.samples)
        resemblances.ask(session, Subject(found.digest, found.artist, pictures))


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
            is_sealed=made.is_sealed,
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
    pictures = tuple(sample.display_cid for sample in made.samples)
    resemblances.ask(session, Subject(made.digest, made.artist, pictures))
    return True


def _applications() -> Select[Any]:
    """Applications as their last round has them: the second, where the artist appealed."""
    weights = [
        func.coalesce(func.sum(Vote.weight).filter(Vote.support == support), 0).label(name)
        for support, name in enumerate(SUPPORTS)
    ]
    round_ = case((Appeal.application.is_(None), 1), else_=2)
    voted = select(*weights).where(Vote.application == Application.application)
    tally = voted.where(Vote.round == round_).lateral("tally")
    return (
        select(
            Application,
            Block.timestamp.label("opened_at"),
            round_.label("round"),
            _CLOSES_AT.label("closes_at"),
            func.coalesce(Appeal.bond_wei, Application.bond_wei).label("bond_wei"),
            func.coalesce(Appeal.quorum, Application.quorum).label("quorum"),
            _VERDICT.c.is_admitted,
            _VERDICT.c.cooldown_ends_at,
            tally.c["for"].label("votes_for"),
            tally.c.against.label("votes_against"),
            tally.c.abstain.label("abstentions"),
        )
        .join(Block, Block.number == Application.block_number)
        .outerjoin(Appeal, Appeal.application == Application.application)
        .outerjoin(_VERDICT, true())
        .join(tally, tally.c["for"].is_not(None))
    )


def _verdict() -> LateralFromClause:
    """How the last round ended: what was decided before an appeal is decided no more."""
    place = tuple_(Decision.block_number, Decision.log_index)
    return (
        select(Decision.is_admitted, Decision.cooldown_ends_at)
        .where(
            Decision.application == Application.application,
            or_(
                Appeal.application.is_(None),
                place > tuple_(Appeal.block_number, Appeal.log_index),
            ),
        )
        .order_by(Decision.block_number.desc(), Decision.log_index.desc())
        .limit(1)
        .correlate(Application, Appeal)
        .lateral("verdict")
    )


def _is_in(state: State, now: int) -> Any:
    if state == "admitted":
        return _VERDICT.c.is_admitted
    if state == "rejected":
        return _VERDICT.c.is_admitted.is_(False)
    is_running = now < _CLOSES_AT if state == "open" else now >= _CLOSES_AT
    return and_(_VERDICT.c.is_admitted.is_(None), is_running)


_LATER = aliased(Revocation)
_VERDICT = _verdict()
_CLOSES_AT = func.coalesce(Appeal.closes_at, Application.closes_at)


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
        round=row.round,
        bond_wei=row.bond_wei,
        snapshot=opened.snapshot,
        closes_at=row.closes_at,
        quorum=row.quorum,
        votes_for=int(row.votes_for),
        votes_against=int(row.votes_against),
        abstentions=int(row.abstentions),
        is_admitted=row.is_admitted,
        cooldown_ends_at=row.cooldown_ends_at or 0,
    )


def _was_member(session: Session, ballot: Ballot, person: Address) -> bool:
    """Member now, and by a membership that is older than the application."""
    opened = (
        select(Application.block_number)
        .where(Application.application == ballot.application)
        .scalar_subquery()
    )
    older = _memberships(person).where(MemberAdmission.block_number < opened)
    return bool(session.scalar(select(older.exists())))


def _memberships(person: Address) -> Select[int]:
    """The person's membership, where they have one now."""
    return select(MemberAdmission.member).where(
        MemberAdmission.holder == person,
        ~exists().where(MemberRemoval.member == MemberAdmission.member),
    )


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
