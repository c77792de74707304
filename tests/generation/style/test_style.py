"""styles
each style          -> paints, in fewer than 60,000 strokes, without a stroke that is no number
each two styles     -> give pictures that nobody takes for the same
a style of one ink  -> prints no other colour than ink and paper
oil                 -> comes close to the scene; with care left out, less close
thick paint         -> shows light and shade of its strokes; thin paint does not
printed with margin -> leaves the paper bare around the picture
sparse styles       -> leave the ground white where the subject is not
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from generation.painter.style.catalogue import BY_NAME, STYLES
from tests.generation.style.sitter import Sitter, pixels, sat

NAMES = [style.name for style in STYLES]


def psnr(a: np.ndarray, b: np.ndarray) -> float:
    return float(-10 * np.log10(((a - b) ** 2).mean()))


def test_there_are_more_than_ten() -> None:
    assert len(STYLES) == len(BY_NAME) > 10


@pytest.mark.parametrize("name", NAMES)
def test_a_style_paints(name: str) -> None:
    painting = sat(name)
    assert 100 < painting.count < 60_000
    for coat in painting.coats:
        strokes = coat.strokes
        assert np.isfinite(strokes.path).all()
        assert (strokes.width >= 0).all()
        assert ((strokes.colour >= 0) & (strokes.colour <= 1)).all()
        assert ((strokes.opacity > 0) & (strokes.opacity <= 1)).all()
        assert len(np.unique(strokes.cell)) == len(strokes)


@pytest.mark.parametrize(("one", "other"), list(combinations(NAMES, 2)))
def test_two_styles_are_not_alike(one: str, other: str) -> None:
    assert np.abs(pixels(sat(one)) - pixels(sat(other))).mean() > 0.03


@pytest.mark.parametrize("name", ["engraving", "pencil"])
def test_one_ink_prints_no_other_colour(name: str) -> None:
    picture = pixels(sat(name))
    spread = picture.max(-1) - picture.min(-1)
    assert spread.max() < 0.16
    assert picture.min() < 0.35
    assert picture.max() > 0.85


def test_oil_comes_close_to_the_scene() -> None:
    vector = list(BY_NAME["impasto"].vector)
    careless = (*vector[:7], 0, *vector[8:])
    scene = Sitter().target
    near, far = (psnr(pixels(sat("impasto", one)), scene) for one in ((), careless))
    assert near > 24
    assert near > far + 1


def test_thick_paint_catches_light() -> None:
    vector = list(BY_NAME["impasto"].vector)
    rough = [
        np.abs(np.diff(pixels(sat("impasto", (*vector[:19], body, *vector[20:]))), axis=0)).mean()
        for body in (0, 600)
    ]
    assert rough[1] > 1.3 * rough[0]


@pytest.mark.parametrize("name", [s.name for s in STYLES if s.surface.margin > 0])
def test_a_print_leaves_a_margin(name: str) -> None:
    picture, edge = pixels(sat(name)), int(BY_NAME[name].surface.margin * 256) - 3
    assert picture[:edge].min() > 0.7
    assert picture[:, :edge].std((0, 1)).max() < 0.02


def test_ink_leaves_the_ground_white() -> None:
    picture, subject = pixels(sat("ink")), Sitter().subject
    assert picture[subject == 0].mean() > picture[subject == 1].mean() + 0.1
    assert np.median(picture[subject == 0].mean(-1)) > 0.85
