"""Open a picture that may come from anybody, within bounds, small and upright.

What is kept of it is at most `EDGE` pixels long: all that an imprint needs, and all that is ever
decoded of it a second time.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from generation.errors import PictureRefused

MOST_BYTES: Final = 64 << 20
MOST_PIXELS: Final = 40_000_000
LEAST_EDGE: Final = 16
EDGE: Final = 256
FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF")
MOST_TRIM: Final = 0.25  # of an edge, from each side, by one ring
RINGS: Final = 4  # of one colour each; where two meet there may be a mixed one
PLAIN: Final = 6.0  # standard deviation, of 255, below which a row of pixels is one colour
ALIKE: Final = 10.0  # how far, of 255, a border's rows may differ from each other

Pixels = NDArray[np.uint8]  # (H, W, 3)


def decode(content: bytes) -> Pixels:
    """The first frame in RGB, its longer edge at most `EDGE`, without a plain border.

    Raises `PictureRefused` for too many bytes or pixels, other formats, and broken files.
    """
    if len(content) > MOST_BYTES:
        raise PictureRefused(f"the picture has {len(content)} bytes; at most {MOST_BYTES}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return trimmed(np.asarray(_small(content)))
    except PictureRefused:
        raise
    except Exception as cause:  # decoders raise anything on hostile bytes
        raise PictureRefused(f"the picture cannot be decoded: {cause}") from cause


def _small(content: bytes) -> Image.Image:
    found = Image.open(io.BytesIO(content), formats=FORMATS)
    width, height = found.size
    if min(width, height) < LEAST_EDGE or width * height > MOST_PIXELS:
        raise PictureRefused(
            f"the picture is {width} x {height} pixels; each edge must have {LEAST_EDGE}, "
            f"and all of it at most {MOST_PIXELS}"
        )
    found.verify()  # afterwards it has to be opened anew
    found = Image.open(io.BytesIO(content), formats=FORMATS)
    found.draft("RGB", (2 * EDGE, 2 * EDGE))
    upright = ImageOps.exif_transpose(found)
    if "transparency" in upright.info or upright.mode in ("RGBA", "LA", "PA"):
        ground = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(ground, upright.convert("RGBA"))
    plain = upright.convert("RGB")
    plain.thumbnail((EDGE, EDGE), Image.Resampling.BOX)
    return plain


def trimmed(pixels: Pixels) -> Pixels:
    """Without rows and columns of one colour around the picture, as a mount and its rim are."""
    for _ in range(RINGS):
        top, bottom = _margins(pixels)
        left, right = _margins(pixels.transpose(1, 0, 2))
        height, width = pixels.shape[:2]
        pixels = pixels[top : height - bottom, left : width - right]
    return pixels


def _margins(pixels: Pixels) -> tuple[int, int]:
    """How many rows to leave out at the beginning and at the end."""
    rows = pixels.astype(np.float64)
    spread, colour = rows.std(1).max(1), rows.mean(1)
    most = int(len(rows) * MOST_TRIM)

    def plain(order: slice) -> int:
        near = np.abs(colour[order] - colour[order][0]).max(1) < ALIKE
        edge = (spread[order] < PLAIN) & near
        return int(np.argmin(np.append(edge[:most], False)))

    return plain(slice(None)), plain(slice(None, None, -1))
