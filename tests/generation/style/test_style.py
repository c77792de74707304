"""styles
each style          -> paints, in fewer than 60,000 strokes, without a stroke that is no number
each two styles     -> give pictures that nobody takes for the same
a style of one ink  -> prints no other colour than ink and paper
oil                 -> comes close to the scene; with care left out, less close
thick paint         -> shows light and shade of its strokes; thin paint does not
printed with margin -> leaves the paper bare around the picture
sparse styles       -> leave the ground white where the subject is not
a night in ink      -> is washed around the subject; a day is not
brush styles        -> stay below the 24,000 strokes that are theirs
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pytest

from generation.painter.field import Field
from generation.painter.style.catalogue import BY_NAME, STYLES
from generation.painter.style.look import keyed
from generation.painter.style.sight import MOST_STROKES
from tests.generation.style.sitter import SIZE, Sitter, pixels, sat

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


@dataclass(frozen=True)
class Night(Sitter):
    """The same ball in the dark."""

    @property
    def target(self) -> Field:
        return np.asarray(super().target * 0.35)


def test_a_night_in_ink_is_washed_and_a_day_is_not() -> None:
    style, away = BY_NAME["ink"], Sitter().subject < 0.1
    day, night = (keyed(motif, style)[away].mean() for motif in (Sitter(), Night()))
    assert day > 0.8
    assert night < day - 0.15


@pytest.mark.parametrize("name", ["pointillist", "woodcut", "gouache", "watercolour"])
def test_brushes_lay_no_more_strokes_than_are_theirs(name: str) -> None:
    brushes = [
        len(coat.strokes)
        for coat in sat(name).coats
        if BY_NAME[name].passes(SIZE)[coat.number].layer.hand == "brush"
    ]
    assert sum(brushes) <= MOST_STROKES
