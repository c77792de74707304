"""Draw a city by its harbour: towers in layers, windows, and their lights on the water."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import Figure, Points, Shape, Shapes, flat, ramp
from generation.painter.concept.form import box, curve, joined, points, ribbon
from generation.painter.concept.part import glow, line, shining
from generation.painter.light import Light
from generation.painter.paints import Paints

LAMP: Colour = (1.0, 0.86, 0.50)
COOL: Colour = (0.80, 0.92, 1.0)
NIGHT: Colour = (0.05, 0.06, 0.12)
MOST_LAMPS = 10  # of one tower


def city(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Hills, three rows of towers, the quay, and everything once more upside down in the water."""
    quay = amount(traits["quay"], 0.36, 0.60)
    found: list[Shape] = [*_hill(quay, traits, paints, dice)]
    towers: list[tuple[Shapes, float, Colour]] = []
    for row in range(3):
        near = row / 2
        many = count(traits["towers"], 7, 11) - row
        throws = dice.stage("row", row).uniform((many, 6)).tolist()
        for k, throw in enumerate(throws):
            x = -1.05 + 2.1 * (k + 0.2 + 0.6 * throw[0]) / many
            tall = (
                amount(traits["height"], 0.55, 1.05)
                * (0.35 + 0.65 * throw[1])
                * (1.0 - 0.38 * near)
            )
            tall *= 1.0 - 0.45 * abs(x - amount(traits["centre"], -0.4, 0.4))
            wide = (0.075 + 0.075 * throw[2]) * (0.85 + 0.25 * near)
            wall = _wall(row, throw[3], paints)
            shapes = _tower(
                x,
                quay,
                wide,
                tall,
                throw,
                wall,
                traits,
                light,
                paints,
                dice.stage(f"tower {row}", k),
            )
            towers.append((shapes, x, wall))
            found += shapes
    found += _harbour(quay, [(x, wall) for _, x, wall in towers], traits, paints, light, dice)
    return Figure(tuple(found))


def _wall(row: int, throw: float, paints: Paints) -> Colour:
    stone = blend(blend(paints.shade, paints.zenith, 0.45), paints.earth, 0.25 * throw)
    tinted = blend(stone, paints.bloom(int(throw * 999)), 0.22)
    return blend(
        blend(paints.horizon, tinted, 0.45 + 0.25 * row), deepen(tinted), 0.10 + 0.22 * row
    )


def _hill(quay: float, traits: Mapping[str, int], paints: Paints, dice: Dice) -> Shapes:
    throws = dice.stage("hill").uniform(9).tolist()
    crest = curve(
        *(
            (-1.2 + 0.3 * k, quay - 0.16 - amount(traits["hill"], 0.05, 0.55) * a)
            for k, a in enumerate(throws)
        )
    )
    colour = blend(blend(paints.shade, paints.leaf, 0.3), paints.horizon, 0.52)
    land = joined(crest, points((1.3, quay), (-1.3, quay)))
    return (
        Shape(
            land,
            ramp((0.0, quay - 0.6), (0.0, quay), colour, blend(colour, paints.horizon, 0.6)),
            flat(0.06),
        ),
    )


def _tower(
    x: float,
    foot: float,
    wide: float,
    tall: float,
    throw: list[float],
    wall: Colour,
    traits: Mapping[str, int],
    light: Light,
    paints: Paints,
    dice: Dice,
) -> Shapes:
    """One tower: a lit face and a shaded side, a crown of its own, windows in rows."""
    top, side = foot - tall, 1.0 if light.x > 0 else -1.0
    lit, dark = blend(wall, light.sun, 0.38), deepen(wall, 1.5)
    edge = _profile(x, foot, top, wide, throw[4])
    face = ramp(
        (x + side * wide, 0.0), (x - side * wide, 0.0), lit, wall, dark, at=(0.0, 0.55, 1.0)
    )
    seam = x - side * wide * 0.34
    flank = points(
        (seam, top - 0.3), (x - side * wide, top - 0.3), (x - side * wide, foot), (seam, foot)
    )
    marks: list[Shape] = [Shape(flank, flat(dark, 0.55), corners=True)]
    marks += _windows(x, foot, top, wide, traits, wall, dice)
    foot_mist = points(
        (x - wide, foot - tall * 0.4),
        (x + wide, foot - tall * 0.4),
        (x + wide, foot),
        (x - wide, foot),
    )
    haze = ramp(
        (0.0, foot - tall * 0.4), (0.0, foot), (*paints.horizon, 0.0), (*paints.horizon, 0.28)
    )
    marks.append(Shape(foot_mist, haze, corners=True))
    rim = line(
        points((x + side * wide * 0.97, top), (x + side * wide * 0.97, foot)),
        0.008,
        blend(lit, light.sun, 0.6),
        0.8,
    )
    marks.append(rim)
    mast = (
        (line(points((x, top - 0.01), (x, top - 0.05 - 0.12 * throw[5])), 0.007, dark),)
        if throw[5] > 0.55
        else ()
    )
    return (*mast, Shape(edge, face, flat(0.3), corners=True, shadow=0.02, inside=tuple(marks)))


def _profile(x: float, foot: float, top: float, wide: float, kind: float) -> Points:
    """Flat, stepped, slanted, pointed or domed."""
    if kind < 0.3:
        crown = points((x + wide, top), (x - wide, top))
    elif kind < 0.52:
        step = 0.045
        crown = points(
            (x + wide, top + 2 * step),
            (x + wide * 0.66, top + 2 * step),
            (x + wide * 0.66, top + step),
            (x + wide * 0.34, top + step),
            (x + wide * 0.34, top),
        )
        crown = joined(
            crown,
            points(
                (x - wide * 0.34, top),
                (x - wide * 0.34, top + step),
                (x - wide * 0.66, top + step),
                (x - wide * 0.66, top + 2 * step),
                (x - wide, top + 2 * step),
            ),
        )
    elif kind < 0.70:
        crown = points((x + wide, top + wide * 0.9), (x - wide, top))
    elif kind < 0.85:
        crown = points((x + wide, top + wide), (x, top - wide * 0.8), (x - wide, top + wide))
    else:
        crown = points(
            *(
                (
                    x + wide * math.cos(math.pi * k / 14),
                    top + wide * (1 - math.sin(math.pi * k / 14)),
                )
                for k in range(15)
            )
        )
    return joined(crown, points((x - wide, foot), (x + wide, foot)))


def _windows(
    x: float,
    foot: float,
    top: float,
    wide: float,
    traits: Mapping[str, int],
    wall: Colour,
    dice: Dice,
) -> list[Shape]:
    """Rows of windows, some of them lit, each lit one a little warm or cool."""
    columns, gap = max(2, round(wide * 2 / 0.040)), 0.045
    rows = max(2, int((foot - top) / gap) - 1)
    on = amount(traits["lights"], 0.15, 0.85)
    found: list[Shape] = []
    for column in range(columns):  # unlit ones read as dark piers between the bays
        cx = x - wide + 2 * wide * (column + 0.5) / columns
        pier = points((cx, top + gap * 1.2), (cx, top + gap * (min(rows, 14) + 0.7)))
        found.append(line(pier, 0.017, blend(wall, NIGHT, 0.40), 0.6))
    throws = dice.stage("windows").uniform((rows * columns, 2)).tolist()
    lamps = [(k, tone) for k, (lamp, tone) in enumerate(throws[: 14 * columns]) if lamp < on]
    for k, tone in lamps[:MOST_LAMPS]:
        row, column = divmod(k, columns)
        cx = x - wide + 2 * wide * (column + 0.5) / columns
        cy = top + gap * (row + 1.2)
        right, low = cx + 0.010, cy + 0.022
        pane = points((cx - 0.010, cy), (right, cy), (right, low), (cx - 0.010, low))
        found += shining(Shape(pane, flat(blend(LAMP, COOL, tone * tone), 0.92), corners=True))
    return found


def _harbour(
    quay: float,
    towers: list[tuple[float, Colour]],
    traits: Mapping[str, int],
    paints: Paints,
    light: Light,
    dice: Dice,
) -> Shapes:
    """The water with long wavering reflections, then the dark edge of the quay and its lamps."""
    deep = blend(deepen(paints.water, 1.5), paints.zenith, 0.4)
    far, middle = blend(deep, paints.horizon, 0.55), blend(paints.water, deep, 0.5)
    fill = ramp((0.0, quay), (0.0, 1.1), far, middle, deep)
    rise = ramp((0.0, quay), (0.0, 1.0), 0.05, 0.16)
    found: list[Shape] = [Shape(box(-1.3, quay, 1.3, 1.2), fill, rise, corners=True)]
    lit = amount(traits["lights"], 0.2, 0.9)
    throws = dice.stage("mirror").uniform((len(towers), 6)).tolist()
    for (x, wall), throw in zip(towers, throws, strict=True):
        found += _reflection(x, quay, wall, throw, lit, paints)
    edge = box(-1.3, quay - 0.014, 1.3, quay + 0.016)
    found.append(Shape(edge, flat(deepen(deep)), flat(0.35), corners=True))
    for k in range(15):
        x = -1.05 + 0.15 * k
        found.append(line(points((x, quay - 0.014), (x, quay - 0.062)), 0.006, deepen(deep)))
        found.append(glow(x, quay - 0.066, 0.05, LAMP, 0.8))
    return tuple(found)


def _reflection(
    x: float, quay: float, wall: Colour, throw: list[float], lit: float, paints: Paints
) -> list[Shape]:
    """One tower in the water: streaks that widen and fade towards us."""
    lamp = blend(LAMP, paints.bloom(int(throw[0] * 999)), 0.55 if throw[1] > 0.5 else 0.0)
    found: list[Shape] = []
    for k in range(6):
        y = quay + 0.015 + 0.075 * k * (0.8 + 0.5 * throw[2])
        half = 0.055 * (1.0 + 0.12 * k) * (0.5 + throw[3])
        at = x + 0.022 * math.sin(k * 1.9 + throw[4] * 6.3)
        streak = ribbon(curve((at - half, y), (at, y + 0.008), (at + half, y)), (0.0, 0.020, 0.0))
        tint = lamp if k % 2 or throw[5] < lit else wall
        wave = Shape(streak, flat(tint, 0.72 - 0.06 * k), flat(0.14))
        found += [wave] if tint is wall else shining(wave)
    return found


CONCEPTS = (
    Concept(
        "city",
        (
            Trait("height", "Towers", "low", "high"),
            Trait("towers", "Density", "open", "dense"),
            Trait("centre", "Centre", "to the left", "to the right"),
            Trait("lights", "Windows", "few lit", "many lit", 600),
            Trait("hill", "Hill", "low", "high"),
            Trait("quay", "Harbour", "broad", "narrow"),
        ),
        city,
    ),
)
