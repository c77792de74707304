"""the canvas
the same strokes laid again   -> the same picture
finished in bands             -> the picture of one piece, to the last bit
twice the size                -> the same picture, finer
strokes of another size       -> the same strokes
"""

from __future__ import annotations

import numpy as np
import pytest

from generation.painter.style.canvas import laid
from generation.painter.style.catalogue import STYLES
from tests.generation.style.sitter import SIZE, pixels, sat

NAMES = [style.name for style in STYLES]


@pytest.mark.parametrize("name", NAMES)
def test_strokes_laid_again_give_the_same_picture(name: str) -> None:
    painting = sat(name)
    again = laid(SIZE, painting.finish, painting.owner, painting.coats).finished()
    assert again.sha256 == painting.raster(SIZE).sha256


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("band", [17, 64, 100])
def test_bands_are_seamless(name: str, band: int) -> None:
    painting = sat(name)
    canvas = laid(SIZE, painting.finish, painting.owner, painting.coats)
    assert canvas.finished(band).sha256 == canvas.finished(SIZE).sha256


@pytest.mark.parametrize("name", ["impasto", "engraving", "watercolour", "riso"])
def test_a_larger_print_is_the_same_picture(name: str) -> None:
    small, large = pixels(sat(name)), pixels(sat(name), 2 * SIZE)
    calm = [part.reshape(32, len(part) // 32, 32, -1, 3).mean((1, 3)) for part in (small, large)]
    assert np.abs(calm[0] - calm[1]).mean() < 0.03
