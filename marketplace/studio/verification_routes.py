"""Have a work made again, watch it, and see what came of it: anybody may, within bounds."""

import hashlib
from typing import Annotated, Final, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Response
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.caller import Caller
from marketplace.dependency import PartsDep, Unit
from marketplace.studio import glimpse, picture, queries, verification, watch
from marketplace.studio.error import VerificationMissing
from marketplace.studio.models import Preview, Verification
from marketplace.studio.picture import IfNoneMatch
from marketplace.studio.routes import LastEventId, watchers
from marketplace.studio.verification_schemas import VerificationAnswer

WEBP: Final = "image/webp"

router = APIRouter(prefix="/api/v1", tags=["studio"])

WorkCid = Annotated[str, Path(max_length=100)]
Shown = Literal["preview", "again", "difference"]


@router.post("/works/{cid}/verification", status_code=202)
def verify(cid: WorkCid, caller: Caller, unit: Unit, response: Response) -> VerificationAnswer:
    """Render a work's recipe again and compare; one run of a work at a time."""
    asked = verification.ask(unit, _token(cid), caller)
    unit.refresh(asked)
    response.headers["Location"] = f"/api/v1/verifications/{asked.id}"
    return VerificationAnswer.of(asked)


@router.get("/works/{cid}/verification")
def read_newest(cid: WorkCid, unit: Unit) -> VerificationAnswer:
    """The newest run of a work, under way or over."""
    found = queries.verification(unit, _token(cid))
    if found is None:
        raise VerificationMissing(f"nobody has had {cid} made again here yet.", work=cid)
    return VerificationAnswer.of(found)


@router.get("/verifications/{id_}")
def read(id_: UUID, unit: Unit) -> VerificationAnswer:
    """One run."""
    return VerificationAnswer.of(_found(unit, id_))


@router.get("/verifications/{id_}/progress")
async def watch_progress(id_: UUID, parts: PartsDep, known: LastEventId = None) -> Response:
    """Server-sent events until it is over; 204 where nothing new will ever come."""
    told = await run_in_threadpool(watch.verification, parts.units, id_)
    if told is None:
        raise _missing(id_)
    if told.is_over and told.id == known:
        return Response(status_code=204)
    return watch.Broadcast(
        watch.events(lambda: watch.verification(parts.units, id_), known), watchers
    )


@router.get("/verifications/{id_}/{name}", response_class=Response)
def show(id_: UUID, name: Shown, unit: Unit, known: IfNoneMatch = None) -> Response:
    """How it looks while it is made; in the end, what was made and where it differs."""
    if name == "preview":
        return picture.answer(glimpse.preview(unit, id_), known)
    found = _found(unit, id_)
    content = found.again if name == "again" else found.difference
    return picture.answer(_kept(id_, content), known)


def _kept(id_: UUID, content: bytes | None) -> Preview | None:
    if content is None:
        return None
    sha256 = hashlib.sha256(content).hexdigest()
    return Preview(subject=id_, content=content, media_type=WEBP, sha256=sha256)


def _token(text: str) -> int:
    cid = Cid.parse(text)
    if cid.codec != RAW:
        raise VerificationMissing(f"{text} names no work; a work's CID begins bafkrei.", work=text)
    return cid.token


def _found(unit: Session, id_: UUID) -> Verification:
    found = unit.get(Verification, id_)
    if found is None:
        raise _missing(id_)
    return found


def _missing(id_: UUID) -> VerificationMissing:
    return VerificationMissing(f"there was no verification {id_}.", verification=str(id_))
