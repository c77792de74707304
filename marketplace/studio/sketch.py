"""Take contact sheets, have their sketches drawn, and let go of them after a few days."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from generation.recipe import Recipe, parse
from indexer.primitives import Address, Hash32
from marketplace.adapters import renderer
from marketplace.db import unit
from marketplace.studio import glimpse, job, queries, turn
from marketplace.studio.commission import one_at_a_time, require_artist
from marketplace.studio.error import KeyReused
from marketplace.studio.models import Preview, Sheet, Sketch
from marketplace.studio.progress import Progress, Withdrawn
from marketplace.studio.quota import Quota, require_paper
from marketplace.studio.state import State
from marketplace.studio.workshop import Workshop

LIFE: Final = timedelta(days=7)
DRAWN: Final = "drawn"


@dataclass(frozen=True, slots=True)
class Order:
    """A sheet that is asked for; `key` is the Idempotency-Key and the request it came with."""

    varies: str
    number: int
    key: tuple[str | None, bytes]
    wish: dict[str, Any] | None = None


def ask(
    session: Session,
    artist: Address,
    order: Order,
    recipes: Sequence[Recipe],
    quota: Quota,
    queue: str,
) -> Sheet:
    """Keep a sheet and defer its sketches; asked again with the same key, give the first one."""
    sheet, is_new = begin(session, artist, order, quota)
    if is_new:
        papers = [lay(session, sheet, number) for number in range(len(recipes))]
        for paper, recipe in zip(papers, recipes, strict=True):
            paper.recipe = recipe.as_dict()
            have_drawn(session, paper, artist, queue)
    return sheet


def begin(session: Session, artist: Address, order: Order, quota: Quota) -> tuple[Sheet, bool]:
    """A new sheet without sketches, or the one that this key asked for before."""
    require_artist(session, artist)
    one_at_a_time(session, artist)
    name, request = order.key
    digest = Hash32("0x" + hashlib.sha256(request).hexdigest())
    if name is not None and (first := queries.sheet_by_key(session, artist, name)):
        if first.request_digest != digest:
            raise KeyReused(
                "this Idempotency-Key was used for another sheet; take a new one.",
                sheet=str(first.id),
            )
        return first, False
    require_paper(session, artist, order.number, quota)
    now = session.scalar(select(func.now()))
    assert now is not None  # noqa: S101 - a database knows the time
    sheet = Sheet(
        id=uuid4(),
        artist=artist,
        varies=order.varies,
        number=order.number,
        wish=order.wish,
        request_digest=digest,
        idempotency_key=name,
        created_at=now,
        expires_at=now + LIFE,
    )
    session.add(sheet)
    session.flush()
    return sheet, True


def lay(session: Session, sheet: Sheet, number: int) -> Sketch:
    """An empty paper of a sheet, waiting."""
    sketch = Sketch(id=uuid4(), sheet=sheet.id, number=number, state=State.ASKED)
    session.add(sketch)
    return sketch


def have_drawn(session: Session, sketch: Sketch, artist: Address, queue: str) -> None:
    """Defer the drawing of a sketch that has its recipe."""
    session.flush()
    place = turn.take(session, artist, job.SKETCH, queue)
    job.defer(session, job.SKETCH, sketch.id, turn=place, queue=queue)


def draw(workshop: Workshop, sketch: renderer.Sketch, id_: UUID, check: Callable[[], None]) -> None:
    """asked -> drawn: a small look is kept."""
    with unit(workshop.units) as session:
        found = session.get(Sketch, id_)
        if found is None or found.state != State.ASKED or found.recipe is None:
            return
        recipe = parse(found.recipe)
        glimpse.begin(session, Sketch, id_)
    progress = Progress(workshop.units, Sketch, id_)

    def hear(permille: int, stage: str, preview: bytes | None = None) -> None:
        check()
        progress(permille, stage, preview)

    try:
        look = sketch(recipe, hear)
    except Withdrawn:
        return
    with unit(workshop.units) as session:
        found = queries.locked_sketch(session, id_)
        if found is None or found.state != State.ASKED:
            return
        sha256 = hashlib.sha256(look.content).hexdigest()
        glimpse.keep_preview(session, id_, look.content, look.media_type, sha256)
        found.state, found.progress_permille, found.stage = DRAWN, 1000, ""
        found.revision += 1


def fail(session: Session, id_: UUID, reason: str) -> None:
    """Say for good why a sketch could not be drawn."""
    found = queries.locked_sketch(session, id_)
    if found is not None and found.state == State.ASKED:
        found.state, found.failure = State.FAILED, reason
        found.revision += 1


def discard(session: Session, sheet: Sheet) -> None:
    """Let go of a sheet's sketches, drawn or waiting; what was asked for still counts as asked."""
    ids = session.scalars(select(Sketch.id).where(Sketch.sheet == sheet.id)).all()
    waiting = sum(job.withdraw(session, id_) for id_ in ids)
    turn.give_back(session, sheet.artist, job.SKETCH, waiting)
    turn.give_back(session, sheet.artist, job.FIND, job.withdraw(session, sheet.id))
    session.execute(delete(Preview).where(Preview.subject.in_(ids)))
    session.execute(delete(Sketch).where(Sketch.sheet == sheet.id))


def expire(session: Session, now: datetime, limit: int = 20) -> int:
    """Let go of sheets whose days are over; how many there were."""
    query = select(Sheet).where(Sheet.expires_at < now).limit(limit)
    over = session.scalars(query.with_for_update(skip_locked=True)).all()
    for sheet in over:
        discard(session, sheet)
        session.delete(sheet)
    return len(over)
