"""Stand things somewhere: water, hills, a meadow, a room; drawn behind what the picture is of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.figure import Figure, Shape, flat, radial, ramp
from generation.painter.concept.form import curve, oval, points, ribbon
from generation.painter.concept.part import glow
from generation.painter.light import Light
from generation.painter.paints import Paints
from generation.painter.pond import deep, pond

WATER_LINE = 0.36  # below the middle of the picture, whose square runs from -1 to 1
Backdrop = Callable[[Paints, Light, Dice], Figure]


def backdrop(setting: str, paints: Paints, light: Light, dice: Dice) -> Figure:
    """The setting in the square from -1 to 1; nothing where the open sky is enough."""
    found = BACKDROPS.get(setting)
    return found(paints, light, dice.stage(setting)) if found else Figure()


def _box(left: float, top: float, right: float, low: float) -> np.ndarray:
    return points((left, top), (right, top), (right, low), (left, low))


def water(paints: Paints, light: Light, dice: Dice) -> Figure:
    """A calm sea: sky-coloured far away, deep near, a path of light below the sun."""
    top, side = WATER_LINE, light.x * 0.75
    far = blend(blend(paints.horizon, paints.middle, 0.35), paints.water, 0.25)
    near = blend(deepen(paints.water, 1.3), paints.zenith, 0.35)
    sheet = ramp((0, top), (0, 1.05), far, blend(paints.water, paints.middle, 0.45), near)
    found = [
        Shape(_box(-1.1, top, 1.1, 1.1), sheet, ramp((0, top), (0, 1), 0.02, 0.16), corners=True),
        Shape(points((-1.1, top), (1.1, top)), flat(paints.light, 0.55), line=0.006, closed=False),
    ]
    for x, y, long_, tone, stray in dice.uniform((260, 5)).tolist():
        depth = y**1.7
        at = top + 0.012 + (1.05 - top) * depth
        wide = (0.03 + 0.30 * depth) * (0.4 + long_)
        sunny = tone < 0.42
        across = side + (x - 0.5) * (0.25 + 0.9 * depth) if sunny else x * 2.3 - 1.15
        colour = paints.light if sunny else blend(near, paints.middle, stray)
        alpha = (0.60 - 0.25 * abs(x - 0.5)) if sunny else 0.34
        thick = (0.004 + 0.016 * depth) * (0.6 + 0.7 * stray)
        wave = curve(
            (across - wide / 2, at), (across, at + thick * 0.8), (across + wide / 2, at), many=5
        )
        found.append(Shape(ribbon(wave, (0.0, thick, 0.0)), flat(colour, alpha), flat(0.14)))
    found.append(glow(side, top, 0.5, paints.light, 0.28))
    return Figure(tuple(found))


def hills(paints: Paints, light: Light, dice: Dice) -> Figure:
    """Four ranges, each paler the further it lies, with mist in the valleys between."""
    found: list[Shape] = []
    for row, throws in enumerate(dice.uniform((4, 4)).tolist()):
        near = row / 3
        top = 0.30 + 0.20 * row
        edge = _ridge(top, 0.13 - 0.015 * row, 2.2 + throws[0] * 2 - 0.3 * row, throws[1] * 6.3)
        green = blend(paints.leaf, paints.earth, 0.25 + 0.35 * throws[2])
        body = blend(blend(paints.horizon, paints.shade, 0.45), green, 0.18 + 0.72 * near)
        lit = blend(body, paints.light, 0.30)
        dark = blend(deepen(body, 1.4), paints.shade, 0.25)
        left, right = (lit, dark) if light.x < 0 else (dark, lit)
        fill = ramp((-0.9, top - 0.1), (0.9, top + 0.25), left, body, right)
        low = blend(body, paints.horizon, 0.75)
        mist = ramp((0, top), (0, top + 0.3), (*low, 0.0), (*low, 0.75 - 0.6 * near))
        rise = flat(0.05 + 0.07 * row)
        inside = (Shape(_box(-1.1, top - 0.3, 1.1, 1.1), mist, corners=True),)
        found.append(Shape(edge, fill, rise, shadow=0.015, inside=inside))
    return Figure(tuple(found))


def _ridge(top: float, high: float, waves: float, phase: float) -> np.ndarray:
    x = np.linspace(-1.15, 1.15, 60)
    y = top - high * (
        0.62 * np.sin(x * waves + phase)
        + 0.30 * np.sin(x * waves * 2.3 + phase * 1.9)
        + 0.08 * np.sin(x * waves * 6.1 + phase * 3.1)
    )
    rim = np.stack([x, y], -1)
    return np.concatenate([rim, points((1.15, 1.2), (-1.15, 1.2))])


def meadow(paints: Paints, light: Light, dice: Dice) -> Figure:
    """A slope of grass with small flowers, blades in front darker and longer."""
    far = blend(paints.leaf, paints.horizon, 0.45)
    near = blend(deepen(paints.leaf, 1.5), paints.ink, 0.25)
    edge = _ridge(0.56, 0.07, 1.6, dice.uniform(1)[0] * 6.3)
    ground = ramp((0, 0.5), (0, 1.05), far, paints.leaf, near)
    back = _ridge(0.47, 0.05, 2.4, dice.stage("back").uniform(1)[0] * 6.3)
    found = [
        Shape(back, flat(blend(far, paints.horizon, 0.45)), flat(0.05)),
        Shape(edge, ground, ramp((0, 0.5), (0, 1), 0.06, 0.2)),
    ]
    throws = dice.stage("blades").uniform((330, 6))
    for x, y, long_, lean, tone, kind in throws[np.argsort(throws[:, 1], kind="stable")].tolist():
        foot = (x * 2.3 - 1.15, 0.62 + 0.50 * y)
        high = (0.06 + 0.16 * y) * (0.6 + 0.8 * long_)
        tip = (foot[0] + (lean - 0.42) * high * 0.9, foot[1] - high)
        knee = (foot[0] + (lean - 0.42) * high * 0.25, foot[1] - high * 0.6)
        green = blend(blend(far, near, y * 0.85), paints.light, 0.35 * tone * (1 - 0.6 * y))
        stem = ribbon(curve(foot, knee, tip, many=5), (0.012 + 0.012 * y, 0.01, 0.0))
        found.append(Shape(stem, flat(green), flat(0.1 + 0.12 * y)))
        if kind > 0.86:
            colour = paints.bloom(int(tone * 999))
            r = 0.010 + 0.014 * y
            found.append(
                Shape(oval(*tip, r, r * 0.8, many=10), flat(blend(colour, deepen(colour), 0.3)))
            )
            spot = oval(tip[0] + light.x * r * 0.3, tip[1] + light.y * r * 0.3, r * 0.6, many=8)
            found.append(Shape(spot, flat(blend(colour, paints.light, 0.35))))
    return Figure(tuple(found))


def room(paints: Paints, light: Light, dice: Dice) -> Figure:
    """A dark wall that light from the side crosses, and the edge of a table."""
    wall = blend(deepen(blend(paints.earth, paints.zenith, 0.5), 1.5), paints.ink, 0.35)
    warm = blend(wall, blend(paints.horizon, paints.earth, 0.4), 0.55)
    centre = (light.x * 0.55, light.y * 0.5)
    air = radial(centre, 1.9, warm, blend(warm, wall, 0.55), wall, deepen(wall, 1.4))
    wood = blend(deepen(paints.earth, 1.2), paints.ink, 0.2)
    top = 0.70
    board = ramp(
        (light.x, top), (-light.x, 1.1), blend(wood, paints.light, 0.22), wood, deepen(wood)
    )
    table = Shape(_box(-1.1, top, 1.1, 1.1), board, flat(0.14), corners=True, shadow=0.08)
    found = [
        Shape(_box(-1.1, -1.1, 1.1, 1.1), air, flat(0.03), corners=True),
        table,
        Shape(
            points((-1.1, top), (1.1, top)),
            flat(blend(wood, paints.light, 0.4), 0.7),
            line=0.008,
            closed=False,
        ),
    ]
    for x, y, long_, tone in dice.uniform((34, 4)).tolist():
        at = top + 0.03 + 0.4 * y
        grain = curve((x * 2.4 - 1.3, at), (x * 2.4 - 1.1, at + 0.008), (x * 2.4 - 0.9 + long_, at))
        found.append(_streak(grain, blend(wood, deepen(wood, 1.8), tone)))
    return Figure(tuple(found))


def _streak(path: np.ndarray, colour: Colour) -> Shape:
    return Shape(path, flat(colour, 0.35), line=0.006, closed=False)


BACKDROPS: dict[str, Backdrop] = {
    "water": water,
    "hills": hills,
    "meadow": meadow,
    "room": room,
    "pond": pond,
    "deep": deep,
}
