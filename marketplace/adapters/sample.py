"""Decode a stranger's picture within bounds, to be looked at once and forgotten."""

import io
import warnings
from typing import Final

from PIL import Image, ImageOps

MIB: Final = 1024**2
MOST_BYTES: Final = 12 * MIB
MOST_PIXELS: Final = 30_000_000
LEAST_EDGE: Final = 64
EDGE: Final = 512  # of what is handed on
FORMATS: Final = ("JPEG", "PNG", "WEBP")


class SampleRefused(Exception):
    """The file is no picture that is looked at; the message says why."""


def decoded(content: bytes) -> tuple[int, int, bytes]:
    """Width, height and 8-bit RGB of the picture, upright, on white, at most `EDGE` on a side."""
    if len(content) > MOST_BYTES:
        raise SampleRefused(f"it has {len(content)} bytes; at most {MOST_BYTES} are taken")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                _require_size(*opened.size)
                opened.draft("RGB", (EDGE, EDGE))  # less to decode of a JPEG, nothing lost
                picture = _plain(ImageOps.exif_transpose(opened))
    except SampleRefused:
        raise
    except Exception as fault:
        # Decoders raise anything on hostile bytes; all of it means the same here.
        told = (str(fault) or type(fault).__name__)[:200]
        raise SampleRefused(f"it does not open as JPEG, PNG or WebP: {told}") from fault
    picture.thumbnail((EDGE, EDGE), Image.Resampling.BOX)
    return *picture.size, picture.tobytes()


def _require_size(width: int, height: int) -> None:
    if min(width, height) < LEAST_EDGE:
        raise SampleRefused(
            f"it is {width} x {height} pixels; both edges must have at least {LEAST_EDGE}"
        )
    if width * height > MOST_PIXELS:
        raise SampleRefused(
            f"it is {width} x {height} pixels; at most {MOST_PIXELS // 10**6} million are taken"
        )


def _plain(picture: Image.Image) -> Image.Image:
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen).convert("RGB")
