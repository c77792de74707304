"""fields over the unit square
noise at two sizes        -> the same hills: the larger averaged is the smaller
spline weights            -> sum to one everywhere
resize, shrink            -> keep a plane a plane, and the mean
blur                      -> keeps the mean, lowers the variance
fade                      -> falls from 1, close to exp
half angles               -> directions along edges, not across
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from generation.dice import Dice
from generation.painter.field import Field, axis, blur, fade, layered, noise, resize, shrink, spline
from generation.painter.style.orientation import strokes_along


@pytest.mark.parametrize("size", [512, 768, 1024])
def test_noise_is_the_same_at_every_size(size: int) -> None:
    small, large = (noise(Dice("n"), s, 6) for s in (256, size))
    assert np.abs(resize(large, 256) - small).max() < 0.02


def test_layered_noise_has_about_unit_variance() -> None:
    spread = [layered(Dice(str(i)), 128, 4, 4).std() for i in range(8)]
    assert 0.7 < np.mean(spread) < 1.3


def test_spline_weights_sum_to_one() -> None:
    assert np.allclose(spline(100, 7).sum(1), 1.0)


@pytest.mark.parametrize(("change", "size"), [(resize, 200), (resize, 96), (shrink, 64)])
def test_a_plane_stays_a_plane(change: Callable[[Field, int], Field], size: int) -> None:
    plane = axis(128)[None, :] + 2 * axis(128)[:, None]
    ours = change(plane, size)
    inner = slice(2, -2)  # edges repeat, so the outermost pixels bend
    expected = axis(size)[None, :] + 2 * axis(size)[:, None]
    assert np.allclose(ours[inner, inner], expected[inner, inner])


def test_blur_keeps_the_mean_and_calms() -> None:
    rough = Dice("rough").uniform((64, 64))
    calm = blur(np.pad(rough, 16, mode="wrap"), 3.0)[16:-16, 16:-16]
    assert abs(calm.mean() - rough.mean()) < 0.003
    assert calm.std() < rough.std() / 5


def test_fade_follows_the_exponential() -> None:
    x = np.linspace(0, 5, 50)
    assert fade(np.zeros(1)) == 1.0
    assert np.abs(fade(x) - np.exp(-x)).max() < 0.02


@pytest.mark.parametrize("turn", [0.0, 0.5, 1.1, 2.3])
def test_strokes_run_along_an_edge(turn: float) -> None:
    at = axis(96) - 0.5
    across = at[None, :] * np.cos(turn) + at[:, None] * np.sin(turn)
    image = np.repeat((0.5 + 0.5 * np.tanh(across * 12))[..., None], 3, -1)
    flat = np.zeros((96, 96))
    way = strokes_along(image, flat, flat, 3.0, 0.75)[48, 48]
    assert abs(way[0] * np.cos(turn) + way[1] * np.sin(turn)) < 0.05
