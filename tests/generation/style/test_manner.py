"""the manner
24 numbers                  -> a manner, and back to the same numbers
too few, or one out of range -> refused by name
a style's own vector        -> changes nothing worth seeing
random vectors              -> paint, and no two the same picture
each number                 -> can be seen in some picture
"""

from __future__ import annotations

import numpy as np
import pytest

from generation.dice import Dice
from generation.painter.style.catalogue import BY_NAME, STYLES
from generation.painter.style.manner import SCALES, manner
from generation.painter.style.style import Style
from tests.generation.style.sitter import pixels, sat

SEEN_IN = {"bleed": "watercolour", "ground": "pencil", "grain": "watercolour"}


def thrown(number: int) -> tuple[int, ...]:
    dice = Dice("vectors", "one", number)
    return tuple(dice.whole(0, 1000) for _ in SCALES)


def test_there_are_24() -> None:
    assert len(SCALES) == 24


@pytest.mark.parametrize("number", range(40))
def test_a_vector_comes_back(number: int) -> None:
    assert manner(thrown(number)).vector() == thrown(number)


@pytest.mark.parametrize("own", STYLES, ids=lambda style: style.name)
def test_a_styles_vector_is_its_manner(own: Style) -> None:
    again = own.by(own.vector)
    for scale in SCALES:
        step = abs(scale.value(500) - scale.value(499)) * (8 if scale.by_factor else 1)
        assert abs(getattr(again.hand, scale.name) - getattr(own.hand, scale.name)) <= step


def test_a_short_vector_is_refused() -> None:
    with pytest.raises(ValueError, match="has 24 numbers, this one 3"):
        manner((1, 2, 3))


def test_a_number_out_of_range_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="fine is 1001"):
        manner((0, 1001, *[0] * 22))


def test_random_vectors_paint_different_pictures() -> None:
    pictures = [pixels(sat("impasto", thrown(number))) for number in range(8)]
    apart = [np.abs(a - b).mean() for i, a in enumerate(pictures) for b in pictures[:i]]
    assert min(apart) > 0.02


@pytest.mark.parametrize("name", [scale.name for scale in SCALES])
def test_each_number_can_be_seen(name: str) -> None:
    style = SEEN_IN.get(name, "swirl")
    own = BY_NAME[style].vector
    k = [scale.name for scale in SCALES].index(name)
    low, high = (pixels(sat(style, (*own[:k], end, *own[k + 1 :]))) for end in (150, 850))
    assert np.abs(low - high).mean() > 0.01
