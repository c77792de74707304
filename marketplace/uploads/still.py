"""Judge an uploaded picture: every frame of it decodes, within bounds, and its notes are gone."""

import io
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from marketplace.curation import picture
from marketplace.curation.picture import PictureRefused
from marketplace.uploads.kind import Kind, UploadRefused
from marketplace.uploads.strip import UPRIGHT, stripped

ORIENTATION: Final = 0x0112  # of EXIF: 1 is upright
MOST_FRAMES: Final = 1_000
MOST_MOVING_PIXELS: Final = 2**30  # over all frames: about a minute at 1000 pixels and 15 a second
GROUND: Final = (255, 255, 255)  # what shows through where a picture has holes


def judge(source: Path, target: Path, kind: Kind) -> tuple[Mapping[str, int], Image.Image]:
    """Write the picture without its notes; its extent, and how it looks (RGB, sRGB, upright).

    Raises `UploadRefused`.
    """
    content = source.read_bytes()
    clean = stripped(content, kind.form, _orientation(content, kind.form))
    look = still(clean, kind.form)
    width, height, frames = _extent(clean, kind.form)
    target.write_bytes(clean)
    facts = {"width": width, "height": height}
    return facts | ({"frames": frames} if frames > 1 else {}), look


def still(content: bytes, form: str) -> Image.Image:
    """The first frame as pages show it; raises `UploadRefused`."""
    try:
        seen = picture.decoded(content, form)
    except PictureRefused as refused:
        raise UploadRefused(f"{refused}; save it again, or another size of it") from refused
    if seen.mode != "RGBA":
        return seen.convert("RGB")
    ground = Image.new("RGB", seen.size, GROUND)
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _orientation(content: bytes, form: str) -> int:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is too large is told when it is decoded
            with Image.open(io.BytesIO(content), formats=[form]) as opened:
                found = opened.getexif().get(ORIENTATION, UPRIGHT)
    except Exception:
        # Decoders raise anything on hostile bytes; what is wrong is told when it is decoded.
        return UPRIGHT
    return found if isinstance(found, int) and 1 <= found <= 8 else UPRIGHT


def _extent(content: bytes, form: str) -> tuple[int, int, int]:
    """Width and height as viewers see them, and the number of frames, each of which was decoded."""
    try:
        with Image.open(io.BytesIO(content), formats=[form]) as opened:
            frames = getattr(opened, "n_frames", 1)
            upright = ImageOps.exif_transpose(opened) if frames == 1 else opened
            width, height = upright.size
            _bound(width, height, frames)
            for number in range(1, frames):
                opened.seek(number)
                opened.load()
    except UploadRefused:
        raise
    except Exception as fault:
        raise UploadRefused(f"its frames do not decode as {form}; save it again") from fault
    return width, height, frames


def _bound(width: int, height: int, frames: int) -> None:
    if frames > MOST_FRAMES or width * height * frames > MOST_MOVING_PIXELS:
        raise UploadRefused(
            f"it has {frames} frames of {width} x {height} pixels; save so much movement as MP4"
        )
