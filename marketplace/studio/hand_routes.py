"""Read colours and hand off an artist's picture, for a recipe to take after; keep nothing of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from generation import registry
from indexer.primitives import Address
from marketplace import db
from marketplace.adapters import renderer, sample
from marketplace.adapters.sample import SampleRefused
from marketplace.auth import Signed
from marketplace.dependency import PartsDep
from marketplace.studio.commission import require_artist
from marketplace.studio.error import HandBusy, PictureUnreadable

PATH: Final = "/api/v1/studio/hand"
BODY_LIMIT: Final = sample.MOST_BYTES
AT_ONCE: Final = 2  # each takes a processor for a moment
ENGINE: Final = "painter"

router = APIRouter(tags=["studio"])
_room = threading.BoundedSemaphore(AT_ONCE)


class HandAnswer(BaseModel):
    """The picture's colours, most of it first, and its hand; that is None where no network is."""

    swatches: list[str]
    style: str | None
    style_title: str | None
    style_vector: list[int] | None


def _artist(person: Signed, parts: PartsDep) -> Address:
    with db.unit(parts.units) as session:  # ends before the picture has come
        require_artist(session, person)
    return person


@router.post(PATH)
async def read_hand(request: Request, _: Annotated[Address, Depends(_artist)]) -> HandAnswer:
    """What a picture lends to another; the picture is the body: JPEG, PNG or WebP."""
    content = await request.body()
    return await run_in_threadpool(_read, content)


def _read(content: bytes) -> HandAnswer:
    with _a_place():
        try:
            found = renderer.hand(*sample.decoded(content))
        except SampleRefused as refusal:
            raise PictureUnreadable(
                f"picture: {refusal}. Take another file.", field="picture"
            ) from refusal
    style = registry.card(ENGINE).parameter("style")
    titles = {option.value: option.title for option in getattr(style, "options", ())}
    return HandAnswer(
        swatches=list(found.swatches),
        style=found.style,
        style_title=titles.get(found.style or ""),
        style_vector=list(found.vector) if found.vector else None,
    )


@contextmanager
def _a_place() -> Iterator[None]:
    if not _room.acquire(timeout=10):
        raise HandBusy("others' pictures are being read; try again in a moment.", retry_after=5)
    try:
        yield
    finally:
        _room.release()
