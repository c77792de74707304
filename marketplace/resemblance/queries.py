"""Ask for comparisons, read what they found, and say what may go on: for the stages after this."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, exists, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import InstrumentedAttribute, Session

from indexer.models import Application, Work
from indexer.primitives import Address, Hash32
from marketplace.resemblance import job, rules
from marketplace.resemblance.job import COMPARE, RENEW, SUBJECTS
from marketplace.resemblance.models import Check, Imprint, Showing
from marketplace.resemblance.rules import (
    REASON_LEAST,
    REASON_MOST,
    State,
    Verdict,
    read_reason,
)

__all__ = [
    "COMPARE",
    "REASON_LEAST",
    "REASON_MOST",
    "RENEW",
    "SUBJECTS",
    "Check",
    "Verdict",
    "read_reason",
]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared: a dossier or a work, by the digest that the chain knows it by."""

    digest: Hash32
    artist: Address
    pictures: tuple[str, ...]
    work: int | None = None
    parents: tuple[Hash32, ...] = ()

    @classmethod
    def of_work(
        cls, work: int, artist: Address, picture: str | None, parents: Sequence[int] = ()
    ) -> Self:
        """A work by its token id; one without a picture has nothing to compare."""
        pictures = () if picture is None else (picture,)
        return cls(_digest(work), artist, pictures, work, tuple(map(_digest, parents)))

    @property
    def kind(self) -> str:
        return "dossier" if self.work is None else "work"


def ask(session: Session, subject: Subject) -> None:
    """Have a subject's pictures compared, unless they are or were already."""
    query = insert(Check).values(
        id=uuid4(),
        subject=subject.digest,
        kind=subject.kind,
        work=subject.work,
        artist=subject.artist,
        pictures=list(subject.pictures),
        parents=list(subject.parents),
        state=State.ASKED,
        found=[],
    )
    made = session.scalar(query.on_conflict_do_nothing().returning(Check.id))
    if made is not None:
        job.defer(session, COMPARE, made)


def shown(content: dict[str, Any] | None) -> str | None:
    """The CID of the picture that a work's metadata shows, if of a kind that can be compared."""
    if not content:
        return None
    best = content.get("preview") or content.get("artefact") or {}
    return best.get("cid") if str(best.get("media_type", "")).startswith("image/") else None


def unasked(column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """That nobody has asked to compare the work, or the dossier, of this column."""
    own = Check.work if column.key == "work" else Check.subject
    return ~exists().where(own == column)


def check(session: Session, digest: Hash32) -> Check | None:
    """What comparing a subject has come to."""
    return session.scalars(select(Check).where(Check.subject == digest)).one_or_none()


def check_of_work(session: Session, work: int) -> Check | None:
    """What comparing a work has come to."""
    return check(session, _digest(work))


def verdict(found: Check | None) -> Verdict:
    """What it says as a whole; what nobody has begun to compare is pending."""
    return Verdict.PENDING if found is None else rules.verdict(found.state, found.found)


def require_settled(found: Check | None, reason: str = "") -> None:
    """Refuse to go on before the comparison is done, and its find answered with a reason."""
    rules.require_settled(verdict(found), reason or (found.reason if found else ""))


def answer(found: Check, reason: str) -> None:
    """Keep why the artist goes on; in place of what they said before."""
    if verdict(found) is not Verdict.ALIKE:
        raise rules.NothingToAnswer("the pictures resemble nobody else's; there is nothing to say.")
    found.reason = read_reason(reason)


def adopt(session: Session, found: Check, digest: Hash32, reason: str) -> None:
    """Let another dossier of the same pictures have what was found for this one."""
    names = [column.key for column in Check.__table__.columns]
    values = {name: getattr(found, name) for name in names}
    values |= {"id": uuid4(), "subject": digest, "reason": reason}
    query = insert(Check).values(values)
    session.execute(query.on_conflict_do_nothing())
    for row in session.scalars(select(Showing).where(Showing.subject == found.subject)).all():
        show(session, row.picture, row.position, digest, found)


def show(session: Session, picture: str, position: int, digest: Hash32, found: Check) -> None:
    """Note that a picture is part of a subject."""
    query = insert(Showing).values(
        subject=digest,
        position=position,
        kind=found.kind,
        work=found.work,
        artist=found.artist,
        picture=picture,
    )
    session.execute(query.on_conflict_do_nothing())


def is_public(session: Session, found: Check) -> bool:
    """Whether anybody may see the subject: it is minted, or its artist applied with it."""
    if found.work is not None:
        return bool(session.scalar(select(exists().where(Work.work == found.work))))
    applied = exists().where(
        Application.dossier == found.subject, Application.artist == found.artist
    )
    return bool(session.scalar(select(applied)))


def compared(session: Session) -> int:
    """How many pictures there are to compare with."""
    return session.scalar(select(func.count()).select_from(Showing)) or 0


def locked(session: Session, id_: UUID) -> Check | None:
    """One comparison, ours alone until the transaction ends."""
    return session.get(Check, id_, with_for_update=True, populate_existing=True)


def imprint(session: Session, picture: str) -> Imprint | None:
    """A picture's imprint."""
    return session.get(Imprint, picture)


def renew(session: Session, form: int, model: str | None, limit: int = 4) -> int:
    """Have a few imprints taken again whose form or model is not that of today; how many."""
    waiting = text(
        "SELECT count(*) FROM procrastinate_jobs "
        "WHERE task_name = :step AND status IN ('todo', 'doing')"
    )
    if session.scalar(waiting, {"step": RENEW}):
        return 0
    query = (
        select(Check.id)
        .join(Showing, Showing.subject == Check.subject)
        .join(Imprint, Imprint.picture == Showing.picture)
        .where((Imprint.form != form) | Imprint.model.is_distinct_from(model))
    )
    found = session.scalars(query.distinct().limit(limit)).all()
    for id_ in found:
        job.defer(session, RENEW, id_)
    return len(found)


def fail(session: Session, id_: UUID, reason: str) -> None:
    """Say for good why pictures could not be compared."""
    session.execute(
        update(Check)
        .where(Check.id == id_, Check.state == State.ASKED)
        .values(state=State.FAILED, failure=reason, checked_at=func.now())
    )


def _digest(work: int) -> Hash32:
    return Hash32("0x" + work.to_bytes(32).hex())
