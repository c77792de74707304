"""Ask for variants of an idea, see them come, and commission the one that is it."""

import secrets
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from generation.errors import RecipeRefused
from generation.recipe import canonical_json, parse
from indexer.primitives import Address
from marketplace import db
from marketplace.auth import Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.parts import Parts
from marketplace.studio import commission as commissions
from marketplace.studio import glimpse, job, lineage, picture, queries, sketch, watch
from marketplace.studio.commission import Order
from marketplace.studio.error import NotReady, SheetMissing
from marketplace.studio.models import Sheet, Sketch
from marketplace.studio.picture import IfNoneMatch
from marketplace.studio.prompt import require_clean, require_wanted
from marketplace.studio.quota import Quota
from marketplace.studio.routes import Key, LastEventId, recipe_faulty, watchers
from marketplace.studio.schemas import CommissionAnswer
from marketplace.studio.sketch_schemas import (
    ChoiceRequest,
    SheetAnswer,
    SheetRequest,
    SheetsAnswer,
)
from marketplace.studio.variant import Wish, variants

SHOWN: Final = 12
SEEDS: Final = 2**32

router = APIRouter(prefix="/api/v1/sketches", tags=["studio"])


@router.post("", status_code=201)
def ask(
    content: SheetRequest,
    artist: Signed,
    unit: Unit,
    parts: PartsDep,
    response: Response,
    key: Key = None,
) -> SheetAnswer:
    """Have a recipe sketched in several variants."""
    settings = parts.settings
    require_clean("prompt", content.prompt, parts.words)
    wish = Wish(
        content.engine,
        content.parameters,
        content.prompt,
        content.seed,
        content.varies,
        content.number,
        lineage.parents(unit, parts.store, content.parents),
    )
    try:
        recipes = variants(wish, _seeds())
    except RecipeRefused as refusal:
        raise recipe_faulty(refusal) from refusal
    begun = content.begun_from and own_sketch(
        unit, content.begun_from.sheet, content.begun_from.number, artist
    )
    order = sketch.Order(
        content.varies,
        len(recipes),
        (key, canonical_json(content.model_dump(mode="json"))),
        {"from": {"sheet": str(begun.sheet), "number": begun.number}} if begun else None,
    )
    queue = job.RESOURCES[settings.sketches_on]
    sheet = sketch.ask(unit, artist, order, recipes, Quota.of(settings), queue)
    response.headers["Location"] = f"/api/v1/sketches/{sheet.id}"
    return answer(unit, sheet)


@router.get("")
def list_own(artist: Signed, unit: Unit) -> SheetsAnswer:
    """The artist's sheets, newest first, as long as they are kept."""
    return SheetsAnswer(sheets=[answer(unit, one) for one in queries.sheets(unit, artist, SHOWN)])


@router.get("/{id_}")
def read(id_: UUID, artist: Signed, unit: Unit) -> SheetAnswer:
    """One sheet with its sketches."""
    return answer(unit, _own(unit, id_, artist))


@router.delete("/{id_}", status_code=204)
def discard(id_: UUID, artist: Signed, unit: Unit) -> None:
    """Throw a sheet away; what is being drawn for it ends within a second."""
    sketch.discard(unit, _own(unit, id_, artist))


@router.get("/{id_}/progress")
async def watch_progress(
    id_: UUID, artist: Signed, parts: PartsDep, known: LastEventId = None
) -> Response:
    """Server-sent events until every sketch is drawn; 204 where nothing new will ever come."""
    told = await run_in_threadpool(_own_told, parts, id_, artist)
    if told is not None and told.is_over and told.id == known:
        return Response(status_code=204)
    return watch.Broadcast(watch.events(lambda: watch.sheet(parts.units, id_), known), watchers)


@router.get("/{id_}/{number}/picture", response_class=Response)
def show(id_: UUID, number: int, artist: Signed, unit: Unit, known: IfNoneMatch = None) -> Response:
    """How a sketch looks: at the end, or in the midst of its drawing."""
    found = own_sketch(unit, id_, number, artist)
    return picture.answer(glimpse.preview(unit, found.id), known)


@router.post("/{id_}/{number}/commission", status_code=201)
def choose(
    id_: UUID,
    number: int,
    content: ChoiceRequest,
    artist: Signed,
    unit: Unit,
    parts: PartsDep,
    response: Response,
    key: Key = None,
) -> CommissionAnswer:
    """Commission the work of this very recipe, seed and all, in its full size."""
    recipe = parse(recipe_of(own_sketch(unit, id_, number, artist)))
    order = Order(content.title, content.description, recipe, key)
    require_wanted(order, parts.words)
    settings = parts.settings
    quota = Quota.of(settings)
    made = commissions.ask(unit, uuid4(), artist, order, quota, settings.model_on)
    response.headers["Location"] = f"/api/v1/commissions/{made.id}"
    return CommissionAnswer.of(made, is_minted=False)


def _seeds() -> Iterator[int]:
    while True:
        yield secrets.randbelow(SEEDS)


def _own(unit: Session, id_: UUID, artist: Address) -> Sheet:
    found = queries.sheet(unit, id_, artist)
    if found is None:
        raise SheetMissing(f"you have no contact sheet {id_}, or not any more.", sheet=str(id_))
    return found


def own_sketch(unit: Session, id_: UUID, number: int, artist: Address) -> Sketch:
    """An artist's sketch; raises `SheetMissing` for any other one."""
    found = queries.sketch(unit, id_, number, artist)
    if found is None:
        raise SheetMissing(
            f"you have no sketch {number} on a sheet {id_}, or not any more.", sheet=str(id_)
        )
    return found


def recipe_of(found: Sketch) -> dict[str, Any]:
    """The sketch's recipe; raises `NotReady` while the muse still looks for it."""
    if found.recipe is None:
        raise NotReady(
            f"nothing has been found for sketch {found.number} yet; wait for it, or ask again.",
            sketch=found.number,
        )
    return found.recipe


def _own_told(parts: Parts, id_: UUID, artist: Address) -> watch.Told | None:
    with db.unit(parts.units) as session:
        _own(session, id_, artist)
    return watch.sheet(parts.units, id_)


def answer(unit: Session, sheet: Sheet) -> SheetAnswer:
    """A sheet with its sketches as they are now."""
    return SheetAnswer.of(sheet, glimpse.of_sheet(unit, sheet.id))
