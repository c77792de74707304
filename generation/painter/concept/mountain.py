"""Draw mountains in mist."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    ramp,
)
from generation.painter.concept.form import joined, points
from generation.painter.concept.part import line, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

SNOW: Colour = (0.98, 0.99, 1.0)
FLOOR = points((1.2, 1.2), (-1.2, 1.2))


def mountain(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Ranges one before the other, each darker than the one behind, with mist between them."""
    ranges, high = count(traits["ranges"], 3, 5), amount(traits["height"], 0.75, 1.15)
    rock = blend(blend(paints.shade, paints.earth, 0.35), paints.zenith, 0.25)
    found: list[Shape] = []
    for row in range(ranges):
        near = row / (ranges - 1)
        air = blend(paints.horizon, rock, 0.30 + 0.70 * near)
        base = 0.22 + 0.62 * near
        throws = dice.stage("range", row)
        peaks = _peaks(row, near, high, traits, throws)
        for x, top, half in peaks:
            found += _peak(x, base, top * (1.0 - 0.35 * near), half, air, traits, light, throws)
        mist = ramp(
            (0.0, base - 0.16),
            (0.0, base + 0.10),
            (*paints.horizon, 0.0),
            (*blend(paints.horizon, paints.light, 0.35), 0.85 - 0.35 * near),
        )
        bank = points(
            (-1.2, base - 0.16), (1.2, base - 0.16), (1.2, base + 0.24), (-1.2, base + 0.24)
        )
        found.append(Shape(bank, mist, corners=True))
    found += _pines(traits, blend(deepen(paints.leaf, 1.8), paints.ink, 0.35), paints, dice)
    return Figure(tuple(found))


def _peaks(
    row: int, near: float, high: float, traits: Mapping[str, int], dice: Dice
) -> list[tuple[float, float, float]]:
    """Where the tops of one range stand: x, height above its foot, half its breadth."""
    many = (1, 3, 4, 4, 5)[row]
    throws = dice.uniform((many, 3)).tolist()
    if row == 0:
        lead = amount(traits["place"], -0.42, 0.42)
        return [
            (lead - 0.72, high * 0.55, 0.62),
            (lead + 0.66, high * 0.62, 0.66),
            (lead, high, 0.80),
        ]
    return [
        (
            -1.05 + 2.1 * (k + 0.15 + 0.7 * a) / many,
            high * (0.26 + 0.30 * b) * (1.15 - 0.4 * near),
            0.34 + 0.26 * c,
        )
        for k, (a, b, c) in enumerate(throws)
    ]


def _peak(
    x: float,
    base: float,
    top: float,
    half: float,
    rock: Colour,
    traits: Mapping[str, int],
    light: Light,
    dice: Dice,
) -> Shapes:
    """One mountain: a lit flank, a dark flank, the crooked edge between them, gullies and snow."""
    throws = dice.stage(f"peak {round(x * 1000)}").uniform((3, 14)).tolist()
    lit, body, deep = tones(rock, light)
    side = 1.0 if light.x > 0 else -1.0
    apex = (x, base - top)
    rim = [
        _slope(apex, (x + way * half, base + 0.12), throws[number], 0.055)
        for number, way in enumerate((-1.0, 1.0))
    ]
    edge = joined(rim[0][::-1], rim[1][1:], points((x + half, base + 0.3), (x - half, base + 0.3)))
    crest = _slope(apex, (x + 0.16 * side * half, base + 0.2), throws[2], 0.085)
    dark_rim = rim[0] if side > 0 else rim[1]
    flank = joined(crest, dark_rim[::-1])
    fade = ramp((0.0, base - top), (0.0, base + 0.1), deep, blend(deep, body, 0.55))
    marks: list[Shape] = [Shape(flank, fade, flat(0.22), corners=True)]
    for k in range(1, 9):
        u, v = 0.10 + 0.095 * k, throws[k % 3][k]
        start = rim[1 if side > 0 else 0][min(12, 1 + k)]
        end = (start[0] - side * half * 0.24 * (0.6 + v), start[1] + top * 0.20 * (0.6 + u))
        marks.append(line(points(tuple(start.tolist()), end), 0.008 + 0.006 * v, deep, 0.30))
    marks += _snow(apex, rim, crest, top, traits, side, throws[0], (lit, deep))
    fill = ramp((0.0, base - top), (0.0, base + 0.1), lit, body, blend(body, lit, 0.3))
    rise = ramp((0.0, base - top), (0.0, base + 0.1), 0.4, 0.25)
    return (Shape(edge, fill, rise, corners=True, inside=tuple(marks)),)


def _slope(
    start: tuple[float, float], end: tuple[float, float], throws: list[float], rough: float
) -> Points:
    """A broken line that falls from start to end, steeper near the top."""
    t = np.linspace(0.0, 1.0, 14)
    x = start[0] + (end[0] - start[0]) * t**1.12
    y = start[1] + (end[1] - start[1]) * t**0.92
    wander = (np.array(throws) - 0.5) * rough * np.sin(np.pi * np.clip(t * 1.15, 0, 1))
    return np.stack([x + wander * 0.7, y + wander], -1)


def _snow(
    apex: tuple[float, float],
    rim: list[Points],
    crest: Points,
    top: float,
    traits: Mapping[str, int],
    side: float,
    throws: list[float],
    flanks: tuple[Colour, Colour],
) -> list[Shape]:
    """Snow down to a ragged line, white in the light, blue in the shade."""
    depth = amount(traits["snow"], 0.0, 0.62)
    if depth < 0.08:
        return []
    line_ = apex[1] + top * depth
    teeth = [
        (
            apex[0] - 1.0 + 2.0 * k / 22,
            line_ + top * depth * (0.42 if k % 2 else -0.16) * (0.5 + throws[k % 14]),
        )
        for k in range(23)
    ]
    cap = joined(
        points(*teeth), points((apex[0] + 1.0, apex[1] - 0.2), (apex[0] - 1.0, apex[1] - 0.2))
    )
    lit, deep = flanks
    shade = joined(crest, (rim[0] if side > 0 else rim[1])[::-1])
    blue = Shape(shade, flat(blend(blend(SNOW, deep, 0.42), (0.62, 0.72, 0.90), 0.3)), corners=True)
    return [
        Shape(cap, flat(blend(SNOW, lit, 0.10), 0.96), flat(0.45), corners=True, inside=(blue,))
    ]


def _pines(traits: Mapping[str, int], green: Colour, paints: Paints, dice: Dice) -> Shapes:
    """A dark edge of pines in front."""
    many = count(traits["pines"], 0, 34)
    found: list[Shape] = []
    if not many:
        return ()
    throws = dice.stage("pines").uniform((many, 4))
    for x, size, tone, lean in throws[np.argsort(throws[:, 1])].tolist():
        at, tall = -1.05 + 2.1 * x, 0.16 + 0.26 * size
        foot = 1.05 + 0.03 * lean
        colour = blend(green, paints.horizon, 0.22 * (1.0 - size) + 0.06 * tone)
        found.append(line(points((at, foot), (at, foot - tall)), 0.012, deepen(colour)))
        for tier in range(5):
            y, half = foot - tall * (0.12 + 0.17 * tier), tall * (0.25 - 0.042 * tier)
            bough = points(
                (at, y - tall * 0.22),
                (at + half, y + 0.018),
                (at + half * 0.3, y),
                (at, y + 0.02),
                (at - half * 0.3, y),
                (at - half, y + 0.018),
            )
            found.append(
                Shape(
                    bough,
                    ramp((at - half, 0.0), (at + half, 0.0), colour, deepen(colour)),
                    flat(0.4),
                    corners=True,
                )
            )
    return tuple(found)


CONCEPTS = (
    Concept(
        "mountain",
        (
            Trait("height", "Height", "hills", "giants", 600),
            Trait("place", "Summit", "to the left", "to the right"),
            Trait("ranges", "Ranges", "three", "five"),
            Trait("snow", "Snow", "none", "deep", 550),
            Trait("pines", "Pines", "none", "a forest"),
        ),
        mountain,
    ),
)
