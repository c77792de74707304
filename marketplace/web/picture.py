"""Serve pictures in the few sizes that pages show: made once, kept on disk, cached for ever."""

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, EFBIG, ENOSPC
from io import BytesIO
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter
from fastapi import Path as InPath
from fastapi.responses import FileResponse, Response
from PIL import Image, UnidentifiedImageError

from marketplace.adapters.ipfs.cid import Cid
from marketplace.dependency import SettingsDep, StoreDep
from marketplace.errors import Missing, Unprocessable
from marketplace.web.asset import FOR_EVER

WIDTHS: Final = (480, 960, 1600)
MOST_PIXELS: Final = 2**26
MOST_HEIGHT: Final = 2**14 - 1
UNREADABLE: Final = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
)
FORMATS: Final = ("PNG", "JPEG", "WEBP")
QUALITY: Final = 86
FULL: Final = {ENOSPC, EDQUOT, EFBIG}
WEBP: Final = "image/webp"
CACHED: Final = {"Cache-Control": FOR_EVER}
# Scaling is a matter of cores; who comes third waits rather than slowing everybody.
_turns = threading.BoundedSemaphore(2)

router = APIRouter(include_in_schema=False)


class PictureUnreadable(Unprocessable):
    """The content at this address is not a picture that we show."""

    title = "Not a picture"


@router.get("/pictures/{cid}/{width}.webp")
def read_picture(
    cid: Annotated[str, InPath(max_length=128)], width: int, store: StoreDep, settings: SettingsDep
) -> Response:
    """A picture of the store, at most this wide."""
    if width not in WIDTHS:
        raise Missing(f"Pictures are made {WIDTHS} pixels wide, not {width}.")
    known = Cid.parse(cid)
    kept = settings.data / "pictures" / str(known)[-2:] / f"{known}-{width}.webp"
    if not kept.is_file():
        if not store.has(known):
            raise Missing(f"There is no content {known} here.")
        with _turns:
            if not kept.is_file():
                made = scaled(store.read(known), width)
                if not _is_kept(kept, made):
                    return Response(made, media_type=WEBP, headers=CACHED)
    return FileResponse(kept, media_type=WEBP, headers=CACHED)


def scaled(content: bytes, width: int) -> bytes:
    """A picture as WebP, at most `width` wide and never larger than it was."""
    with _opened(content) as picture:
        target = min(width, picture.width)
        height = max(1, round(picture.height * target / picture.width))
        if height > MOST_HEIGHT:
            raise PictureUnreadable(f"{target} pixels wide it is {height} high, more than WebP is.")
        plain = picture.convert("RGB").resize((target, height), Image.Resampling.LANCZOS)
    output = BytesIO()
    plain.save(output, "WEBP", quality=QUALITY, method=4)
    return output.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureUnreadable(f"It has more than {MOST_PIXELS} pixels.")
            picture.load()
            yield picture
    except UNREADABLE as fault:
        raise PictureUnreadable("It does not open as PNG, JPEG or WebP.") from fault


def _is_kept(path: Path, content: bytes) -> bool:
    """Keep it if there is room; on a full disk a picture is made each time, and still shown."""
    try:
        _keep(path, content)
    except OSError as fault:
        if fault.errno not in FULL:
            raise
        return False
    return True


def _keep(path: Path, content: bytes) -> None:
    """Whole or not at all, whoever else writes it at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
