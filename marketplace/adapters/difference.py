"""Show where two pictures of the same size differ, so that a person sees a single pixel."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

EDGE: Final = 1024  # of the pictures that are shown, in pixels
AGAIN: Final = "again.webp"
DIFFERENCE: Final = "difference.webp"
GHOST: Final = 0.22  # of the picture that shows faintly below the marks
MARK: Final = (179, 38, 30)
LEAST: Final = 0.5  # how strong the smallest mark is
FULL: Final = 48.0  # of 255, the difference that is marked in full
REACH: Final = 5  # pixels across of a mark, so that one is seen by itself
WEBP: Final = {"quality": 86, "method": 4}


@dataclass(frozen=True, slots=True)
class Difference:
    """How many pixels differ, by how much of 255 at most, and both things as pictures."""

    differing: int
    largest: int
    pictures: Mapping[str, bytes]


def between(width: int, height: int, ours: bytes, theirs: bytes) -> Difference:
    """Compare two pictures as 8-bit RGB, row by row; ours is the one that is shown."""
    import numpy as np

    mine, other = (
        np.frombuffer(rgb, np.uint8).reshape(height, width, 3).astype(np.int16)
        for rgb in (ours, theirs)
    )
    apart = np.abs(mine - other).max(-1)  # (H, W)
    factor = -(-max(width, height) // EDGE)
    marks = _widest(apart, factor)  # (h, w): what is shrunk away is still marked
    grey = other[: marks.shape[0] * factor : factor, : marks.shape[1] * factor : factor].mean(-1)
    ghost = 255 - (255 - grey) * GHOST
    strength = np.where(marks > 0, LEAST + (1 - LEAST) * np.minimum(marks / FULL, 1), 0)
    shown = ghost[..., None] * (1 - strength[..., None]) + np.array(MARK) * strength[..., None]
    pictures = {AGAIN: _small(mine), DIFFERENCE: _webp(np.rint(shown))}
    return Difference(int((apart > 0).sum()), int(apart.max()), pictures)


def _widest(apart: Any, factor: int) -> Any:
    """The largest difference of every `factor` x `factor` pixels, and a little around it."""
    import numpy as np
    from scipy.ndimage import maximum_filter

    height, width = apart.shape
    filled = np.pad(apart, ((0, -height % factor), (0, -width % factor)))
    rows, columns = filled.shape[0] // factor, filled.shape[1] // factor
    return maximum_filter(filled.reshape(rows, factor, columns, factor).max((1, 3)), REACH)


def _small(pixels: Any) -> bytes:
    from PIL import Image

    picture = Image.fromarray(pixels.astype("uint8"))
    picture.thumbnail((EDGE, EDGE), Image.Resampling.LANCZOS)
    return _saved(picture)


def _webp(pixels: Any) -> bytes:
    from PIL import Image

    return _saved(Image.fromarray(pixels.astype("uint8")))


def _saved(picture: Any) -> bytes:
    file = BytesIO()
    picture.save(file, "WEBP", **WEBP)
    return file.getvalue()
