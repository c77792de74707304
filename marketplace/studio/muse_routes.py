"""Ask the muse for subjects of its own, and let a sketch lead on towards words and one's taste."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session

from generation.recipe import canonical_json
from indexer.primitives import Address
from marketplace.auth import Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.parts import Parts
from marketplace.studio import job, musing
from marketplace.studio.musing import Begun, Wish
from marketplace.studio.prompt import require_clean
from marketplace.studio.quota import Quota
from marketplace.studio.routes import Key
from marketplace.studio.sketch_routes import answer, own_sketch, recipe_of
from marketplace.studio.sketch_schemas import MuseRequest, NextRequest, SheetAnswer

MUSE: Final = b"muse "  # keys are for one request to one address
NEXT: Final = b"next "

router = APIRouter(prefix="/api/v1", tags=["studio"])


@router.post("/muse", status_code=201)
def propose(
    content: MuseRequest,
    artist: Signed,
    unit: Unit,
    parts: PartsDep,
    response: Response,
    key: Key = None,
) -> SheetAnswer:
    """Have the muse propose subjects that nothing shows yet; they come as a contact sheet."""
    wish = Wish(content.number, content.strength, seed=content.seed)
    request = MUSE + canonical_json(content.model_dump())
    return _asked(unit, artist, wish, (key, request), parts, response)


@router.post("/sketches/{id_}/{number}/next", status_code=201)
def lead_on(
    id_: UUID,
    number: int,
    content: NextRequest,
    artist: Signed,
    unit: Unit,
    parts: PartsDep,
    response: Response,
    key: Key = None,
) -> SheetAnswer:
    """Walk on from a sketch towards words and one's taste; what is found is a sheet of its own."""
    require_clean("towards", content.towards, parts.words)
    found = own_sketch(unit, id_, number, artist)
    begun = Begun(found.sheet, found.number, recipe_of(found))
    wish = Wish(content.number, content.strength, content.towards, content.seed, begun)
    request = NEXT + f"{id_} {number} ".encode() + canonical_json(content.model_dump())
    return _asked(unit, artist, wish, (key, request), parts, response)


def _asked(
    unit: Session,
    artist: Address,
    wish: Wish,
    key: tuple[str | None, bytes],
    parts: Parts,
    response: Response,
) -> SheetAnswer:
    settings = parts.settings
    queue = job.RESOURCES[settings.sketches_on]
    sheet = musing.ask(unit, artist, wish, key, Quota.of(settings), queue)
    response.headers["Location"] = f"/api/v1/sketches/{sheet.id}"
    return answer(unit, sheet)
