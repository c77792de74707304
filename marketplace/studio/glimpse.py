"""Keep and read what watchers are told of a thing in the making: how far it is, how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Row, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from indexer.models import Work
from marketplace.studio.models import Commission, Preview, Sketch, Verification
from marketplace.studio.state import State

Made = type[Commission] | type[Sketch] | type[Verification]

# How many jobs a worker takes before this one: those it has, and those with an earlier turn.
_AHEAD: Final = text("""
    SELECT count(*) FROM procrastinate_jobs ours JOIN procrastinate_jobs theirs
        ON theirs.queue_name = ours.queue_name AND theirs.id <> ours.id
        AND (theirs.status = 'doing' OR (theirs.status = 'todo'
            AND (theirs.priority, -theirs.id) > (ours.priority, -ours.id)))
    WHERE ours.status = 'todo'
        AND coalesce(
            ours.args ->> 'commission', ours.args ->> 'sketch', ours.args ->> 'verification'
        ) = :id
""")


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The little that a watcher is told again and again."""

    state: State
    permille: int
    stage: str
    failure: str | None
    revision: int
    seconds: float | None  # from the rendering's begin to this word of it
    preview: str | None  # the picture's sha-256
    is_minted: bool


def of_commission(session: Session, id_: UUID) -> Glimpse | None:
    """How a commission is now."""
    query = (
        select(
            Commission.state,
            Commission.progress_permille,
            Commission.stage,
            Commission.failure,
            Commission.revision,
            func.extract("epoch", Commission.updated_at - Commission.begun_at),
            Preview.sha256,
            Work.work.is_not(None),
        )
        .join_from(Commission, Work, Work.work == Commission.work, isouter=True)
        .join(Preview, Preview.subject == Commission.id, isouter=True)
        .where(Commission.id == id_)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    state, permille, stage, failure, revision, seconds, preview, is_minted = row
    return Glimpse(
        State(state),
        permille,
        stage,
        failure,
        revision,
        None if seconds is None else float(seconds),
        preview,
        is_minted,
    )


def of_sheet(session: Session, id_: UUID) -> Sequence[Row[Sketch, str | None, float | None]]:
    """Each sketch of a sheet, its look's sha-256, and how long it has been drawn."""
    seconds = func.extract("epoch", Sketch.updated_at - Sketch.begun_at)
    query = (
        select(Sketch, Preview.sha256, seconds)
        .join(Preview, Preview.subject == Sketch.id, isouter=True)
        .where(Sketch.sheet == id_)
        .order_by(Sketch.number)
    )
    return session.execute(query).all()


def ahead(session: Session, id_: UUID) -> int:
    """How many jobs are served before this one's."""
    return session.scalar(_AHEAD, {"id": str(id_)}) or 0


def begin(session: Session, made: Made, id_: UUID) -> None:
    """A worker has taken it up."""
    session.execute(
        update(made)
        .where(made.id == id_, made.state == State.ASKED)
        .values(
            begun_at=func.clock_timestamp(),
            updated_at=func.clock_timestamp(),
            progress_permille=0,
            stage="",
            revision=made.revision + 1,
        )
    )


def is_asked(session: Session, made: Made, id_: UUID) -> bool:
    """Whether its rendering is still wanted."""
    return session.scalar(select(made.state).where(made.id == id_)) == State.ASKED


def keep_progress(session: Session, made: Made, id_: UUID, permille: int, stage: str) -> bool:
    """Write how far it is; whether its rendering is still wanted."""
    query = (
        update(made)
        .where(made.id == id_, made.state == State.ASKED)
        .values(
            progress_permille=permille,
            stage=stage,
            updated_at=func.clock_timestamp(),
            revision=made.revision + 1,
        )
        .returning(made.id)
    )
    return session.scalar(query) is not None


def keep_preview(
    session: Session, subject: UUID, content: bytes, media_type: str, sha256: str
) -> None:
    """Write how it looks; only the newest look is kept."""
    values = {"content": content, "media_type": media_type, "sha256": sha256}
    query = insert(Preview).values(subject=subject, **values)
    session.execute(query.on_conflict_do_update(index_elements=["subject"], set_=values))


def preview(session: Session, subject: UUID) -> Preview | None:
    """How it looked last."""
    return session.get(Preview, subject)


def forget_preview(session: Session, subject: UUID) -> None:
    """The thing itself is there, or will never be."""
    session.execute(delete(Preview).where(Preview.subject == subject))
