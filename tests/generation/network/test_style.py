"""generation.network.texture, style, paintings
measures   -> the same for the same picture, finite, of the right size only
           -> strokes that lie across measure otherwise than strokes that lie down
a manner   -> near a style, within the scales
the floor  -> reads 24 numbers off colours alone
the hand   -> of a picture of any shape is 24 whole numbers and a style's name
"""

from __future__ import annotations

import numpy as np
import pytest

from generation.dice import Dice
from generation.engine import Raster
from generation.network import style
from generation.network.paintings import manner_of
from generation.network.texture import COLOURS, SIDE, measures
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.manner import manner


def striped(period: int, across: bool = True) -> np.ndarray:
    """Bars of black and white, `period` px each."""
    bars = (np.arange(SIDE) // period % 2 * 255).astype(np.uint8)
    picture = np.broadcast_to(bars[:, None, None], (SIDE, SIDE, 3))
    return np.ascontiguousarray(picture if across else picture.transpose(1, 0, 2))


def test_measures_tell_width_and_direction() -> None:
    thin, broad, down = (measures(striped(*how)) for how in ((4,), (16,), (4, False)))
    assert np.isfinite(thin).all()
    assert np.array_equal(thin, measures(striped(4)))
    assert np.abs(thin - broad).max() > 0.3
    assert np.abs(thin - down).max() > 0.3


def test_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match=r"bring it to \(256, 256, 3\)"):
        measures(np.zeros((64, 64, 3), np.uint8))


@pytest.mark.parametrize("number", range(20))
def test_random_manners_are_manners(number: int) -> None:
    chosen, vector = manner_of(Dice("a", "b", number))
    assert chosen.name in BY_NAME
    assert manner(vector).vector() == vector


def test_the_floor_sees_colours_alone() -> None:
    fine, coarse = (measures(striped(period)) for period in (2, 32))
    same = np.where(np.arange(len(fine)) < COLOURS, fine, coarse)
    floor = style.by_colours(np.stack([fine, same]))
    assert floor.shape == (2, 24)
    assert np.array_equal(floor[0], floor[1])


@pytest.mark.parametrize("shape", [(256, 256), (300, 417), (90, 60)])
def test_a_hand_is_read_off_any_picture(shape: tuple[int, int]) -> None:
    height, width = shape
    pixels = np.random.default_rng(3).integers(0, 256, (height, width, 3)).astype(np.uint8)
    hand = style.read(Raster(width, height, pixels.tobytes()))
    assert hand.style in BY_NAME
    manner(hand.vector)  # raises unless it is one
    assert style.read(Raster(width, height, pixels.tobytes())) == hand
