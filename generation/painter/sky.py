"""Paint the air: three colours from zenith to horizon, the sun's glow, ice clouds, stars, mist."""

from __future__ import annotations

import numpy as np

from generation.dice import Dice
from generation.painter.colour import array, blend
from generation.painter.concept.draw import draw
from generation.painter.concept.figure import Figure, Shape, flat, frame
from generation.painter.concept.form import oval
from generation.painter.concept.part import glow
from generation.painter.field import Field, axis, fade, layered, mix, noise, resize, smooth
from generation.painter.hour import Hour
from generation.painter.light import Light
from generation.painter.paints import Paints

SOFT_SIDE = 512  # nothing in the air is sharper than this
STARS = 420


def sky(
    paints: Paints, hour: Hour, light: Light, cirrus: float, starry: bool, dice: Dice, size: int
) -> Field:
    """The sky alone, (size, size, 3); `starry` asks for stars at any hour."""
    side = min(size, SOFT_SIDE)
    zenith, middle = array(paints.zenith), array(paints.middle)
    horizon, sun = array(paints.horizon), array(paints.light)
    y = axis(side)[:, None] + 0.035 * noise(dice.stage("drift"), side, 2)
    y = y[..., None]  # (side, side, 1)
    air = mix(zenith, middle, smooth(0.0, 0.58, y))
    air = mix(air, horizon, smooth(0.45, 1.0, y))
    shine = _glow(light, side)[..., None] * (hour.glow / 1000)
    air = 1.0 - (1.0 - air) * (1.0 - sun * np.array([1.0, 0.86, 0.66]) * shine * 0.75)
    veil = np.minimum(_cirrus(dice, side)[..., None] * cirrus * 0.55, 0.9)
    lit = mix(sun * 0.9 + horizon * 0.1, zenith * 0.8, hour.gloom / 1000)
    air = np.clip(mix(air, lit, veil), 0.0, 1.0)
    if hour.mist:
        fog = array(blend(paints.horizon, paints.light, 0.5))
        air = mix(air, fog, _mist(dice.stage("mist"), side)[..., None] * (hour.mist / 1000))
    air = resize(air, size)
    stars = 1000 if starry else hour.stars
    if stars:
        lights = _stars(paints, light, dice.stage("stars"), stars / 1000, size)
        clear = 1.0 - resize(veil[..., 0], size)[..., None]
        air = 1.0 - (1.0 - air) * (1.0 - lights * clear)
    return np.asarray(air)


def _glow(light: Light, size: int) -> Field:
    """Light scattered around the sun, added as a screen so that the sky never turns grey."""
    at = axis(size) - 0.5
    squared = (at[None, :] - light.x * 0.55) ** 2 + (at[:, None] - light.y * 0.55) ** 2
    return fade(squared / 0.42**2)


def _cirrus(dice: Dice, size: int) -> Field:
    """Streaks, longer than high, drawn out by a slow wind."""
    streaks = layered(dice.stage("cirrus"), size, 3, 6, 0.56, aspect=3.0)
    patches = noise(dice.stage("patches"), size, 2, 3)
    return smooth(0.2, 2.3, streaks + 0.45 * patches)


def _mist(dice: Dice, size: int) -> Field:
    """Banks that lie low and drift, thicker downwards."""
    drift = layered(dice, size, 2, 4, 0.5, aspect=3.0)
    y = axis(size)[:, None]
    return np.asarray(np.clip(0.15 + 0.75 * smooth(0.25, 0.95, y) + 0.16 * drift, 0.0, 0.92))


def _stars(paints: Paints, light: Light, dice: Dice, share: float, size: int) -> Field:
    """Many faint ones, few bright ones, none near the horizon."""
    found: list[Shape] = []
    throws = dice.uniform((int(STARS * share), 5))
    for x, y, bright, tint, keep in throws.tolist():
        if keep < y * 1.15:
            continue
        size_ = 0.0007 + 0.0017 * bright**8
        colour = blend((1.0, 1.0, 1.0), paints.blooms[0] if tint < 0.2 else paints.light, 0.35)
        strength = 0.25 + 0.7 * bright * bright
        found.append(Shape(oval(x, y, size_, many=8), flat(colour, strength), glow=True))
        if bright > 0.955:
            found.append(glow(x, y, size_ * 7, colour, 0.5))
    sheet = draw([Figure(tuple(found)).placed(frame())], light, size).glow
    return np.zeros((size, size, 3)) if sheet is None else sheet
