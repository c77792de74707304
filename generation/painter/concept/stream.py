"""Draw running water: a small stream through grass, a broad river between its banks."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    ramp,
)
from generation.painter.concept.form import curve, joined, oval, points, ribbon, rough
from generation.painter.concept.part import line, solid, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

WHITE: Colour = (1.0, 0.995, 0.97)


class Bed:
    """A winding bed that grows towards us: `u` runs from far (0) to near (1)."""

    def __init__(self, top: float, wind: float, bends: float, phase: float, width: float) -> None:
        self.top, self._wind, self._bends, self._phase, self._width = top, wind, bends, phase, width

    def at(self, u: float, side: float = 0.0) -> tuple[float, float]:
        """A place on the water; `side` is -1 at the left bank, 1 at the right one."""
        y = self.top + (1.15 - self.top) * u**1.7
        middle = self._wind * math.sin(self._phase + u**0.8 * self._bends) * (0.25 + 0.75 * u)
        half = 0.018 + self._width * u**1.5
        return middle + side * half, y

    def bank(self, side: float, many: int = 48) -> Points:
        """One edge from far to near."""
        return points(*(self.at(k / (many - 1), side) for k in range(many)))


def stream(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A little stream that bends through a meadow, over stones, under grass and flowers."""
    top = amount(traits["horizon"], 0.02, 0.28)
    bed = Bed(
        top,
        amount(traits["wind"], 0.30, 0.60),
        amount(traits["bends"], 4.0, 8.5),
        amount(traits["phase"], 0.0, 6.3),
        0.24,
    )
    found = list(_slopes(top, paints, light, dice))
    found += _water(bed, paints, light, dice, 70)
    found += _stones(bed, count(traits["stones"], 4, 26), paints, light, dice)
    found += _grass(bed, paints, traits, dice)
    return Figure(tuple(found))


def river(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A broad river that carries the sky, steps going down to it, far trees on its banks."""
    top = amount(traits["horizon"], -0.02, 0.20)
    bed = Bed(
        top,
        amount(traits["wind"], 0.40, 0.75),
        amount(traits["bends"], 4.2, 6.4),
        amount(traits["phase"], 0.0, 6.3),
        amount(traits["breadth"], 0.42, 0.70),
    )
    found = list(_slopes(top, paints, light, dice))
    found += _trees(top, count(traits["trees"], 4, 16), paints, light, dice)
    found += _water(bed, paints, light, dice, 130)
    if traits["steps"] > 400:
        side = 1.0 if traits["phase"] > 500 else -1.0
        found += _ghat(bed, count(traits["steps"], 3, 7), paints, light, side)
    else:
        found += _grass(bed, paints, traits, dice)
    return Figure(tuple(found))


def _slopes(top: float, paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Far hills and the green land."""
    found: list[Shape] = []
    for row in range(3):
        throws = dice.stage("slope", row).uniform(8).tolist()
        y = top - 0.16 + 0.09 * row
        crest = curve(
            *((-1.2 + 0.343 * k, y - 0.13 * (1 - 0.3 * row) * a) for k, a in enumerate(throws))
        )
        far = blend(paints.shade, paints.leaf, 0.25 + 0.25 * row)
        lit, body, deep = tones(blend(paints.horizon, far, 0.40 + 0.22 * row), light)
        fill = ramp((light.x, y - 0.1), (-light.x, y + 0.1), lit, body, deep)
        found.append(
            Shape(joined(crest, points((1.3, 1.2), (-1.3, 1.2))), fill, flat(0.05 + 0.03 * row))
        )
    near = blend(deepen(paints.leaf, 1.4), paints.ink, 0.15)
    land = ramp((0.0, top), (0.0, 1.1), blend(paints.leaf, paints.horizon, 0.40), paints.leaf, near)
    edge = points((-1.3, top + 0.02), (1.3, top + 0.02), (1.3, 1.2), (-1.3, 1.2))
    found.append(Shape(edge, land, ramp((0.0, top), (0.0, 1.1), 0.12, 0.3), corners=True))
    for a, b, c in dice.stage("patches").uniform((46, 3)).tolist():
        y = top + 0.04 + (1.1 - top) * b**1.4
        wide = 0.06 + 0.40 * (y - top)
        patch = oval(-1.2 + 2.4 * a, y, wide, wide * 0.14, many=12)
        tint = blend(paints.leaf, paints.light if c > 0.5 else paints.ink, 0.22)
        found.append(Shape(patch, flat(tint, 0.35), soft=0.02))
    return tuple(found)


def _water(bed: Bed, paints: Paints, light: Light, dice: Dice, many: int) -> Shapes:
    """The sky lying on the water, dark under the banks, and ripples that follow the bends."""
    left, right = bed.bank(-1.0), bed.bank(1.0)
    edge = joined(left, right[::-1])
    sky = ramp(
        (0.0, bed.top),
        (0.0, 1.1),
        blend(paints.horizon, paints.light, 0.4),
        blend(paints.horizon, paints.water, 0.45),
        blend(paints.water, paints.middle, 0.4),
        deepen(blend(paints.water, paints.zenith, 0.45)),
    )
    wet = blend(paints.earth, paints.ink, 0.45)
    marks = [
        Shape(
            ribbon(bank, (0.004, 0.02, 0.10)),
            flat(blend(paints.leaf, paints.ink, 0.5), 0.45),
            soft=0.008,
        )
        for bank in (left, right)
    ]
    for a, b, c in dice.stage("ripples").uniform((many, 3)).tolist():
        u = 0.03 + 0.97 * a**0.8
        x, y = bed.at(u, 2.4 * (b - 0.5))
        long_ = (0.02 + 0.22 * u) * (0.4 + c)
        path = curve((x - long_, y), (x, y + 0.010 * u), (x + long_, y), many=5)
        tint = blend(WHITE, paints.light, 0.5) if c > 0.45 else deepen(paints.water)
        marks.append(Shape(ribbon(path, (0.0, 0.004 + 0.014 * u, 0.0)), flat(tint, 0.45 + 0.3 * c)))
    rim = [
        Shape(ribbon(bank, (0.004, 0.014, 0.05)), flat(wet), flat(0.3)) for bank in (left, right)
    ]
    return (
        *rim,
        Shape(edge, sky, ramp((0.0, bed.top), (0.0, 1.1), 0.06, 0.12), inside=tuple(marks)),
    )


def _stones(bed: Bed, many: int, paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Stones along the banks and in the bed, each with foam below it."""
    found: list[Shape] = []
    throws = dice.stage("stones").uniform((many, 5))
    grey = blend(paints.shade, paints.earth, 0.5)
    for a, b, c, d, e in throws[np.argsort(throws[:, 0])].tolist():
        u = 0.16 + 0.80 * a
        side = (1.0 if b > 0.5 else -1.0) * (0.55 + 0.6 * c)
        x, y = bed.at(u, side)
        r = (0.014 + 0.075 * u) * (0.5 + 0.8 * d)
        stone = rough(oval(x, y, r * 1.25, r * 0.8, 0.3 * (e - 0.5)), r * 0.10, 3, e * 6.3)
        foam = oval(x, y + r * 0.55, r * 1.4, r * 0.32)
        found.append(Shape(foam, flat(WHITE, 0.75), soft=r * 0.12))
        found.append(solid(stone, blend(grey, paints.light, 0.3 * e), light, (0.35, 0.7)))
    return tuple(found)


def _grass(bed: Bed, paints: Paints, traits: Mapping[str, int], dice: Dice) -> Shapes:
    """Blades and flowers on both banks, taller towards us."""
    found: list[Shape] = []
    throws = dice.stage("grass").uniform((count(traits["flowers"], 170, 260), 6))
    for a, b, c, d, e, f in throws[np.argsort(throws[:, 0])].tolist():
        u = 0.10 + 0.90 * a
        side = (1.0 if b > 0.5 else -1.0) * (1.02 + (0.4 + 1.2 / (0.3 + u)) * c**2)
        x, y = bed.at(u, side)
        tall = (0.02 + 0.15 * u**1.4) * (0.6 + 0.8 * d)
        tip = (x + (e - 0.5) * tall, y - tall)
        knee = (x + (e - 0.5) * tall * 0.3, y - tall * 0.6)
        green = blend(
            blend(paints.leaf, paints.light, 0.35 * e), blend(paints.leaf, paints.ink, 0.4), f * u
        )
        found.append(
            Shape(
                ribbon(curve((x, y + 0.01), knee, tip, many=4), (0.006 + 0.012 * u, 0.006, 0.0)),
                flat(green),
                flat(0.25 + 0.2 * u),
            )
        )
        if f > 1.0 - 0.32 * traits["flowers"] / 1000:
            r = 0.006 + 0.022 * u
            colour = paints.bloom((traits["colour"] + int(d * 300)) % 1000)
            found.append(Shape(oval(*tip, r, r * 0.8, many=10), flat(colour), flat(0.5 + 0.2 * u)))
            found.append(
                Shape(
                    oval(tip[0], tip[1] - r * 0.2, r * 0.5, many=8), flat(blend(colour, WHITE, 0.5))
                )
            )
    return tuple(found)


def _trees(top: float, many: int, paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Round trees on the far banks."""
    found: list[Shape] = []
    throws = dice.stage("trees").uniform((many, 4))
    for a, b, c, d in throws[np.argsort(throws[:, 1])].tolist():
        x, y = -1.1 + 2.2 * a, top + 0.05 + 0.09 * b
        r = 0.05 + 0.07 * b + 0.03 * c
        colour = blend(blend(paints.leaf, paints.earth, 0.3 * d), paints.horizon, 0.30 * (1 - b))
        found.append(line(points((x, y), (x, y - r)), r * 0.22, deepen(colour, 2.0)))
        for dx, dy, s in (
            (-0.5, -1.1, 0.75),
            (0.5, -1.05, 0.75),
            (0.0, -1.7, 0.85),
            (0.0, -1.0, 0.8),
        ):
            crown = rough(oval(x + dx * r, y + dy * r, r * s), r * 0.07, 5, d * 6.3 + dx)
            found.append(solid(crown, colour, light, (0.25, 0.45), shadow=0.01))
    return tuple(found)


def _ghat(bed: Bed, many: int, paints: Paints, light: Light, side: float) -> Shapes:
    """Broad stone steps that go down into the water along one bank."""
    stone = blend(blend(paints.earth, paints.light, 0.55), paints.shade, 0.15)
    lit, body, deep = tones(stone, light)
    found: list[Shape] = []
    for k in range(many, 0, -1):
        outer, inner = (bed.bank(side * (1.0 + 0.20 * (k - step))) for step in (0, 1))
        tread = ramp(
            (0.0, bed.top), (0.0, 1.1), blend(body, paints.horizon, 0.35), blend(body, lit, 0.6)
        )
        found.append(Shape(joined(outer, inner[::-1]), tread, flat(0.16 + 0.03 * k)))
        found.append(Shape(ribbon(inner, (0.002, 0.016, 0.055)), flat(blend(deep, body, 0.3))))
        found.append(
            Shape(ribbon(outer, (0.001, 0.004, 0.012)), flat(blend(lit, light.sun, 0.5), 0.8))
        )
    return tuple(found)


_WATER = (
    Trait("horizon", "Horizon", "high", "low"),
    Trait("wind", "Windings", "gentle", "wide"),
    Trait("bends", "Bends", "few", "many"),
    Trait("phase", "Course", "from the left", "from the right"),
    Trait("flowers", "Flowers", "few", "many"),
    COLOUR,
)
CONCEPTS = (
    Concept("stream", (*_WATER, Trait("stones", "Stones", "few", "many")), stream),
    Concept(
        "river",
        (
            *_WATER,
            Trait("breadth", "Breadth", "narrow", "broad"),
            Trait("trees", "Trees", "few", "many"),
            Trait("steps", "Bank", "grass", "stone steps"),
        ),
        river,
    ),
)
