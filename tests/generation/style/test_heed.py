"""generation.painter.style.heed
the canonical vector   -> paints the same picture; of itself it is itself
what a screen heeds    -> changes its picture
a line, a stone, a dot -> heed what their hands do
too few numbers        -> ValueError
"""

from __future__ import annotations

import numpy as np
import pytest

from generation.dice import Dice
from generation.painter.style.catalogue import BY_NAME, STYLES
from generation.painter.style.heed import canonical, heeded, own_of
from generation.painter.style.manner import SCALES
from generation.painter.style.paint import paint, painted
from generation.painter.style.style import Style
from tests.generation.style.sitter import Sitter, pixels, sat

SIDE = 64
NEAR = 0.25 / 255  # pictures of bytes are the same, or they differ by more


def picture(style: Style, vector: tuple[int, ...]) -> np.ndarray:
    """A small sitter's picture, (SIDE, SIDE, 3) of 0 to 1."""
    steps = paint(Sitter(size=SIDE), style.by(vector), Dice("sitting"))
    return pixels(painted(steps), SIDE)


def thrown(style: Style) -> tuple[int, ...]:
    """Any vector; marks not finer or denser than the style's, or there would be no end of them."""
    dice = Dice("heed", style.name)
    return tuple(
        dice.whole(own if scale.name in ("broad", "fine", "spacing") else 0, 1000)
        for scale, own in zip(SCALES, own_of(style), strict=True)
    )


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_canonical_vector_paints_the_same_picture(style: Style) -> None:
    vector = thrown(style)
    tied = canonical(style, vector)
    assert tied != vector
    assert canonical(style, tied) == tied
    apart = picture(style, tied) - picture(style, vector)
    assert np.abs(apart).max() < NEAR


@pytest.mark.parametrize("name", sorted(heeded(BY_NAME["riso"])))
def test_what_a_screen_heeds_changes_its_picture(name: str) -> None:
    own = own_of(BY_NAME["riso"])
    other = tuple(
        (number + 500) % 1000 if scale.name == name else number
        for scale, number in zip(SCALES, own, strict=True)
    )
    assert np.abs(pixels(sat("riso", other)) - pixels(sat("riso", own))).max() > NEAR


def test_hands_heed_what_they_do() -> None:
    assert heeded(BY_NAME["impasto"]) == {scale.name for scale in SCALES}
    assert {"length", "bend", "care"}.isdisjoint(heeded(BY_NAME["mosaic"]))
    assert {"inks", "care", "body"}.isdisjoint(heeded(BY_NAME["engraving"]))
    assert "body" in heeded(BY_NAME["pencil"])


def test_a_short_vector_is_refused() -> None:
    with pytest.raises(ValueError, match="has 24 numbers, this one 2"):
        canonical(BY_NAME["riso"], (1, 2))
