"""Have the muse propose, or walk on from a sketch: a sheet whose recipes are found by a job."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.adapters.finder import Find, Question
from marketplace.db import Units, unit
from marketplace.studio import job, queries, sketch, turn
from marketplace.studio.models import Sheet, Sketch
from marketplace.studio.progress import Progress, Withdrawn
from marketplace.studio.quota import Quota
from marketplace.studio.sketch import Order
from marketplace.studio.state import State
from marketplace.studio.workshop import Workshop

MUSE: Final = "muse"
GUIDE: Final = "guide"
SEEDS: Final = 2**32
MOST_WORKS: Final = 1000  # the newest, of which the muse is told
NOTHING: Final = "nothing"
NO_MORE: Final = "nothing more was found; ask for fewer, or with other words"


@dataclass(frozen=True, slots=True)
class Begun:
    """A sketch that a sheet goes on from: where it is, and its recipe."""

    sheet: UUID
    number: int
    recipe: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Where it is."""
        return {"sheet": str(self.sheet), "number": self.number}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the muse, or of its guide where it goes on from a sketch."""

    number: int
    strength: int  # of the artist's taste, per mille
    towards: str = ""
    seed: int | None = None
    begun: Begun | None = None

    @property
    def kind(self) -> Literal["muse", "guide"]:
        """Whose task it is."""
        return "guide" if self.begun else "muse"


def ask(
    session: Session,
    artist: Address,
    wish: Wish,
    key: tuple[str | None, bytes],
    quota: Quota,
    queue: str,
) -> Sheet:
    """Keep a sheet of empty papers and defer the search; `queue` draws what it finds."""
    seed = secrets.randbelow(SEEDS) if wish.seed is None else wish.seed
    content: dict[str, Any] = {
        "strength": wish.strength,
        "towards": wish.towards,
        "seed": seed,
        "queue": queue,
    }
    if wish.begun:
        content |= {"from": wish.begun.as_dict(), "recipe": wish.begun.recipe}
    sheet, is_new = sketch.begin(
        session, artist, Order(wish.kind, wish.number, key, content), quota
    )
    if is_new:
        for number in range(wish.number):
            sketch.lay(session, sheet, number)
        session.flush()
        place = turn.take(session, artist, job.FIND)
        job.defer(session, job.FIND, sheet.id, turn=place)
    return sheet


def find(workshop: Workshop, id_: UUID, check: Callable[[], None]) -> None:
    """Papers without recipes -> papers with them, each about to be drawn."""
    with unit(workshop.units) as session:
        sheet = session.get(Sheet, id_)
        papers = _blank(session, id_)
        if sheet is None or not papers:
            return
        question, liked = _question(session, sheet), workshop.liked(session, sheet.artist)
        hear = _Chorus(workshop.units, [paper.id for paper in papers], check)
    try:
        found = workshop.find(question, liked, hear)
    except Withdrawn:
        return
    with unit(workshop.units) as session:
        sheet = session.get(Sheet, id_)
        if sheet is not None:
            _fill(session, sheet, found)


def fail(session: Session, id_: UUID, reason: str) -> None:
    """Say for good why nothing could be found."""
    for paper in _blank(session, id_):
        sketch.fail(session, paper.id, reason)


class _Chorus:
    """Tells all papers how far the search is, and shows on each by turns what is looked at."""

    def __init__(self, units: Units, ids: Sequence[UUID], check: Callable[[], None]) -> None:
        self._tell = [Progress(units, Sketch, id_) for id_ in ids]
        self._check = check
        self._next = 0

    def __call__(self, permille: int, stage: str, preview: bytes | None = None) -> None:
        self._check()
        shown = None
        if preview is not None:
            shown, self._next = self._next, (self._next + 1) % len(self._tell)
        for at, tell in enumerate(self._tell):
            tell(permille, stage, preview if at == shown else None)


def _question(session: Session, sheet: Sheet) -> Question:
    wish: Mapping[str, Any] = sheet.wish or {}
    return Question(
        kind=GUIDE if sheet.varies == GUIDE else MUSE,
        number=sheet.number,
        seed=wish["seed"],
        strength=wish["strength"],
        towards=wish["towards"],
        recipe=wish.get("recipe"),
        works=_works(queries.shown(session, MOST_WORKS)),
    )


def _works(attributes: Sequence[Any]) -> list[tuple[str, str, str]]:
    """What minted works show: concept, what it becomes, light; of works that say so."""
    found = []
    for traits in attributes:
        said = {one["trait_type"]: one["value"] for one in traits or ()}
        if isinstance(said.get("concept"), str) and isinstance(said.get("light"), str):
            found.append((said["concept"], str(said.get("becoming", NOTHING)), said["light"]))
    return found


def _blank(session: Session, id_: UUID) -> Sequence[Sketch]:
    """The papers of a sheet for which nothing has been found yet, ours alone for now."""
    query = select(Sketch).where(
        Sketch.sheet == id_, Sketch.recipe.is_(None), Sketch.state == State.ASKED
    )
    return session.scalars(query.order_by(Sketch.number).with_for_update()).all()


def _fill(session: Session, sheet: Sheet, found: Sequence[Find]) -> None:
    papers = _blank(session, sheet.id)
    queue = str((sheet.wish or {})["queue"])
    for paper, find_ in zip(papers, found, strict=False):
        paper.recipe, paper.reasons = find_.recipe, find_.reasons
        paper.progress_permille, paper.stage = 0, ""
        paper.revision += 1
        sketch.have_drawn(session, paper, sheet.artist, queue)
    for paper in papers[len(found) :]:
        sketch.fail(session, paper.id, NO_MORE)
