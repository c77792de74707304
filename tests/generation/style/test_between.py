"""between two paintings
at 0 and at 1         -> the one picture and the other
in between            -> nearer to both than they are to each other
most strokes          -> are in both frames of a slow move
a stroke of one alone -> fades with the way
other styles          -> refused
a film                -> moves evenly, and no frame leaps
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from generation.painter.style.between import between, turned, tweened
from tests.generation.style.sitter import SIZE, pixels, sat


def apart(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(a - b).mean())


@pytest.mark.parametrize("style", ["impasto", "engraving", "watercolour", "riso", "mosaic"])
def test_the_ends_are_the_paintings(style: str) -> None:
    a = sat(style, across=0.50)
    b = turned(sat(style, across=0.51), a)
    assert apart(pixels(between(a, b, 0.0)), pixels(a)) < 1e-3
    assert apart(pixels(between(a, b, 1.0)), pixels(b)) < 1e-3


@pytest.mark.parametrize("style", ["impasto", "pointillist", "engraving"])
def test_the_middle_is_near_both(style: str) -> None:
    a = sat(style, across=0.50)
    b = turned(sat(style, across=0.51), a)
    middle = pixels(between(a, b, 0.5))
    most = apart(pixels(a), pixels(b))
    assert apart(middle, pixels(a)) < most
    assert apart(middle, pixels(b)) < most


def test_most_strokes_persist() -> None:
    a, b = sat("impasto", across=0.50), sat("impasto", across=0.505)
    shared = sum(
        len(np.intersect1d(one.strokes.cell, two.strokes.cell))
        for one, two in zip(a.coats, b.coats, strict=True)
    )
    assert shared > 0.75 * min(a.count, b.count)


def test_a_stroke_of_one_alone_fades() -> None:
    a, b = sat("impasto", across=0.45), sat("impasto", across=0.55)
    last = len(a.coats) - 1
    gone = np.setdiff1d(a.coats[last].strokes.cell, b.coats[last].strokes.cell)
    strokes = between(a, b, 0.75).coats[last].strokes
    left = np.isin(strokes.cell, gone)
    assert left.any()
    assert strokes.opacity[left].max() <= 0.26


def test_other_styles_are_refused() -> None:
    with pytest.raises(ValueError, match="one style"):
        between(sat("impasto"), sat("knife"), 0.5)


def test_a_film_moves_evenly() -> None:
    keys = [sat("impasto", across=0.50 + 0.01 * k) for k in range(3)]
    frames = [
        np.frombuffer(frame.rgb, np.uint8).astype(np.float64) / 255
        for frame in tweened(keys, 3, SIZE)
    ]
    steps = [apart(a, b) for a, b in pairwise(frames)]
    assert len(frames) == 7
    assert max(steps) < 2 * (sum(steps) / len(steps))
