"""a film's memory
the same scene        -> the same painting, stroke for stroke
a slow move           -> nine of ten of the finest strokes stay, and more than in two stills
where nothing moves   -> hardly anything changes
a stroke              -> comes and goes over several paintings
a grip of 0           -> the still
the last of a film    -> holds nothing
"""

from __future__ import annotations

import numpy as np
import pytest

from generation.dice import Dice
from generation.painter.moving import grip
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.memory import PACE, Memory
from generation.painter.style.paint import Painting, paint, painted
from tests.generation.style.sitter import SIZE, Sitter, pixels, sat


def after(before: Painting, style: str, across: float, firmly: float = 1.0) -> Painting:
    """The next painting of a film, after that one."""
    memory = Memory({coat.number: coat.strokes for coat in before.coats}, firmly)
    return painted(paint(Sitter(across), BY_NAME[style], Dice("sitting"), memory))


def kept(a: Painting, b: Painting) -> float:
    """The share of the strokes of the finest brush that are in both, as far as they are there."""
    one, two = a.coats[-1].strokes, b.coats[-1].strokes
    _, mine, other = np.intersect1d(one.cell, two.cell, True, True)
    both = np.minimum(one.opacity[mine], two.opacity[other]).sum()
    return float(both / max(one.opacity.sum(), two.opacity.sum()))


@pytest.mark.parametrize("style", ["impasto", "gouache", "watercolour", "pencil"])
def test_the_same_scene_is_the_same_painting(style: str) -> None:
    before = sat(style)
    assert np.abs(pixels(after(before, style, 0.5)) - pixels(before)).mean() < 1e-3


@pytest.mark.parametrize("style", ["impasto", "gouache"])
def test_the_finest_strokes_stay(style: str) -> None:
    before, still = sat(style), sat(style, across=0.505)
    moved = after(before, style, 0.505)
    assert kept(before, moved) > 0.85
    assert kept(before, moved) > kept(before, still) + 0.05


def test_what_does_not_move_does_not_flicker() -> None:
    before, still = sat("impasto"), sat("impasto", across=0.51)
    moved = after(before, "impasto", 0.51)
    far = np.abs((np.arange(SIZE) + 0.5) / SIZE - 0.5) > 0.36  # away from the ball
    boils, holds = (np.abs(pixels(one) - pixels(before))[:, far].mean() for one in (still, moved))
    assert holds < 0.6 * boils


def test_a_stroke_comes_and_goes_slowly() -> None:
    before = sat("impasto", across=0.45)
    moved = after(before, "impasto", 0.55)
    one, two = before.coats[-1].strokes, moved.coats[-1].strokes
    new = ~np.isin(two.cell, one.cell)
    gone = np.isin(one.cell, two.cell, invert=True)
    assert new.any()
    assert two.opacity[new].max() <= PACE + 1 / 256
    assert one.opacity[gone].max(initial=0.0) <= PACE + 1 / 32


def test_a_memory_without_grip_is_none() -> None:
    loose = after(sat("impasto"), "impasto", 0.55, firmly=0.0)
    assert np.array_equal(pixels(loose), pixels(sat("impasto", across=0.55)))


def test_the_end_of_a_film_is_a_still() -> None:
    held = [grip(number, 20) for number in range(20)]
    assert held[-1] == 0.0
    assert held[10] == 1.0
    assert held == sorted(held, reverse=True)
