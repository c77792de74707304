"""palette transfer
OKLab                     -> there and back within a level; black, white and grey on the axis
swatches                  -> a picture's own colours, most of it first, as hex
a picture in its own colours -> stays
in another's              -> comes near them; light stays light
strength 0                -> unchanged
"""

from __future__ import annotations

import numpy as np

from generation.dice import Dice
from generation.painter.style.oklab import from_oklab, oklab
from generation.painter.style.palette_transfer import recoloured, swatches
from tests.generation.style.sitter import Sitter

RED, BLUE, SAND = (0.8, 0.1, 0.1), (0.1, 0.2, 0.7), (0.9, 0.8, 0.6)


def flag(*stripes: tuple[tuple[float, float, float], int]) -> np.ndarray:
    rows = [np.tile(colour, (count, 64, 1)) for colour, count in stripes]
    return np.concatenate(rows)


def test_oklab_there_and_back() -> None:
    colours = Dice("colours").uniform((500, 3))
    assert np.abs(from_oklab(oklab(colours)) - colours).max() < 1 / 255


def test_grey_lies_on_the_axis() -> None:
    lab = oklab(np.repeat(np.linspace(0, 1, 11)[:, None], 3, 1))
    assert np.abs(lab[:, 1:]).max() < 1e-3
    assert abs(lab[-1, 0] - 1.0) < 1e-3
    assert lab[0, 0] < 0.01


def test_swatches_are_the_pictures_colours() -> None:
    found = swatches(flag((SAND, 40), (RED, 16), (BLUE, 8)))
    assert np.abs(found.colours - np.array([SAND, RED, BLUE])).max() < 1 / 255
    assert [len(text) for text in found.hexes()] == [7, 7, 7]
    assert np.allclose(found.weights, [40 / 64, 16 / 64, 8 / 64])


def test_a_picture_keeps_its_own_colours() -> None:
    scene = Sitter().target
    assert np.abs(recoloured(scene, swatches(scene)) - scene).mean() < 0.01


def test_a_picture_takes_anothers_colours() -> None:
    scene = Sitter().target
    wanted = swatches(flag(((0.1, 0.3, 0.2), 30), ((0.7, 0.9, 0.5), 34)))
    found = recoloured(scene, wanted)
    before, after = (
        np.abs(oklab(part).reshape(-1, 3).mean(0) - oklab(wanted.colours).mean(0)).sum()
        for part in (scene, found)
    )
    assert after < 0.5 * before
    light = [oklab(part)[..., 0].ravel() for part in (scene, found)]
    assert np.corrcoef(light)[0, 1] > 0.5


def test_no_strength_changes_nothing() -> None:
    scene = Sitter().target
    wanted = swatches(flag((RED, 32), (BLUE, 32)))
    assert np.abs(recoloured(scene, wanted, 0.0) - scene).max() < 1 / 255
