"""Paint the air: three colours from zenith to horizon, the sun's glow, high ice clouds."""

from __future__ import annotations

import numpy as np

from generation.dice import Dice
from generation.painter.colour import array, from_hex
from generation.painter.field import Field, axis, fade, layered, mix, noise, smooth
from generation.painter.palette import Palette


def sky(
    palette: Palette, light: tuple[float, float], cirrus: float, dice: Dice, size: int
) -> Field:
    """The sky alone, (size, size, 3)."""
    zenith, middle = array(from_hex(palette.zenith)), array(from_hex(palette.middle))
    horizon, sun = array(from_hex(palette.horizon)), array(from_hex(palette.light))
    y = axis(size)[:, None] + 0.035 * noise(dice.stage("drift"), size, 2)
    y = y[..., None]  # (size, size, 1)
    air = mix(zenith, middle, smooth(0.0, 0.58, y))
    air = mix(air, horizon, smooth(0.45, 1.0, y))
    glow = _glow(light, size)[..., None]
    air = 1.0 - (1.0 - air) * (1.0 - sun * np.array([1.0, 0.86, 0.66]) * glow * 0.55)
    veil = _cirrus(dice, size)[..., None] * cirrus * 0.55
    return np.clip(mix(air, sun * 0.9 + horizon * 0.1, veil), 0.0, 1.0)


def _glow(light: tuple[float, float], size: int) -> Field:
    """Light scattered around the sun, added as a screen so that the sky never turns grey."""
    at = axis(size) - 0.5
    squared = (at[None, :] - light[0] * 0.55) ** 2 + (at[:, None] - light[1] * 0.55) ** 2
    return fade(squared / 0.42**2)


def _cirrus(dice: Dice, size: int) -> Field:
    """Streaks, longer than high, drawn out by a slow wind."""
    streaks = layered(dice.stage("cirrus"), size, 3, 6, 0.56, aspect=3.0)
    patches = noise(dice.stage("patches"), size, 2, 3)
    return smooth(0.2, 2.3, streaks + 0.45 * patches)
