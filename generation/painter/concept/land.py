"""Draw fields, and a road to a house among cypresses."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import (
    Figure,
    Shape,
    Shapes,
    flat,
    ramp,
)
from generation.painter.concept.form import box, curve, joined, moved, points, ribbon
from generation.painter.concept.part import solid, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

SNOW: Colour = (0.98, 0.99, 1.0)
FLOOR = points((1.2, 1.2), (-1.2, 1.2))


def landscape(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Fields in stripes and a road that winds to a house among cypresses, before far hills."""
    horizon = amount(traits["horizon"], 0.0, 0.26)
    found: list[Shape] = []
    for row in range(2):
        body = blend(paints.horizon, blend(paints.shade, paints.leaf, 0.4), 0.35 + 0.25 * row)
        far = curve(
            *(
                (-1.2 + 0.3 * k, horizon - 0.10 + 0.09 * row - 0.11 * a)
                for k, a in enumerate(dice.stage("far", row).uniform(9).tolist())
            )
        )
        lit, own, deep = tones(body, light)
        found.append(
            Shape(
                joined(far, FLOOR),
                ramp((light.x, 0.0), (-light.x, 0.3), lit, own, deep),
                flat(0.06 + 0.04 * row),
            )
        )
    folds = count(traits["folds"], 3, 5)
    tops = [horizon + (1.02 - horizon) * ((k + 0.35) / folds) ** 1.35 for k in range(folds)]
    tints = (
        paints.leaf,
        blend(paints.bloom(traits["crop"]), paints.leaf, 0.25),
        blend(paints.earth, paints.light, 0.3),
    )
    for k, top in enumerate(tops):
        found += _field(
            k,
            folds,
            top,
            tints[(k + traits["crop"] // 250) % 3],
            light,
            paints,
            dice.stage("field", k),
        )
        if k == min(1, folds - 2):
            found += _farm(traits, top, light, paints, dice)
    found += _road(traits, tops[min(1, folds - 2)], light, paints)
    return Figure(tuple(found))


def _field(
    k: int, folds: int, top: float, colour: Colour, light: Light, paints: Paints, dice: Dice
) -> Shapes:
    """One fold of the land with its rows of crop running down towards us."""
    near = k / folds
    body = blend(colour, paints.horizon, 0.42 * (1.0 - near))
    lit, own, deep = tones(body, light)
    phase, swell = dice.uniform(2).tolist()
    crest = curve(
        *(
            (
                -1.2 + 0.3 * m,
                top - (0.05 + 0.06 * near) * math.sin(phase * 6.3 + m * (0.5 + 0.5 * swell)),
            )
            for m in range(9)
        )
    )
    marks: list[Shape] = []
    vanish = (-0.8 + 1.6 * phase, top - 0.35)
    rows = 22
    for m in range(rows):
        x = -2.6 + 5.2 * m / rows
        low = (x, 1.3)
        knee = ((vanish[0] * 0.6 + x * 0.4), top + 0.12)
        row = curve(vanish, knee, low)
        tint = deep if m % 2 else lit
        marks.append(
            Shape(ribbon(row, (0.002, 0.020, 0.11)), flat(tint, 0.55), flat(0.16 + 0.16 * near))
        )
    rim = Shape(ribbon(crest, 0.018), flat(blend(lit, light.sun, 0.35), 0.8))
    fill = ramp((0.0, top - 0.1), (0.0, top + 0.5), lit, own, deep)
    return (
        Shape(
            joined(crest, FLOOR), fill, flat(0.12 + 0.2 * near), shadow=0.015, inside=(*marks, rim)
        ),
    )


def _farm(
    traits: Mapping[str, int], top: float, light: Light, paints: Paints, dice: Dice
) -> Shapes:
    """A house among cypresses."""
    x, y, size = amount(traits["house"], -0.62, 0.62), top + 0.03, 0.13
    throws = dice.stage("trees").uniform((count(traits["trees"], 2, 9), 2)).tolist()
    trees: Shapes = ()
    for k, (wander, tall) in enumerate(throws):
        at = x + (0.20 + 0.13 * (k // 2)) * (1 if k % 2 else -1) + 0.05 * (wander - 0.5)
        trees += _cypress(at, y, size * (1.9 + 1.5 * tall), light, paints)
    return trees + _house(x, y, size, light, paints)


def _cypress(x: float, y: float, tall: float, light: Light, paints: Paints) -> Shapes:
    """A dark flame of a tree, and the shadow it throws away from the sun."""
    green = blend(deepen(paints.leaf, 1.7), paints.ink, 0.15)
    side, knee = (1.0 if light.x > 0 else -1.0), y - tall * 0.55
    right, left = (x + 0.030, knee), (x - 0.030, knee)
    crown = curve((x, y - tall), right, (x + 0.024, y), (x - 0.024, y), left, closed=True)
    ends = (x - side * tall * 0.7, y + 0.06), (x - side * tall * 0.6, y + 0.085)
    return (
        Shape(points((x, y), *ends), flat(paints.ink, 0.25), soft=0.012),
        solid(crown, green, light, (0.4, 0.6)),
    )


def _house(x: float, y: float, size: float, light: Light, paints: Paints) -> Shapes:
    """A lit wall with three windows under a tiled roof."""
    wall, roof = (
        blend(paints.light, paints.earth, 0.22),
        blend(paints.bloom(300), paints.earth, 0.45),
    )
    side, eaves, ridge = (1.0 if light.x > 0 else -1.0), y - size * 0.70, y - size * 1.45
    near, far = (x + side * size, 0.0), (x - side * size, 0.0)
    plaster = ramp(near, far, wall, blend(wall, paints.shade, 0.55))
    tiles = ramp(near, far, blend(roof, light.sun, 0.3), deepen(roof))
    hip = points((x - size * 1.18, eaves), (x - size * 0.80, ridge), (x + size * 0.80, ridge))
    hip = joined(hip, points((x + size * 1.18, eaves)))
    found = [Shape(box(x - size, y - size * 0.75, x + size, y), plaster, flat(0.5), corners=True)]
    glass = flat(blend(paints.ink, (1.0, 0.8, 0.4), 0.25))
    for k in range(3):
        at = x + (k - 1) * size * 0.58
        found.append(Shape(box(at - 0.018, y - 0.065, at + 0.018, y - 0.02), glass, corners=True))
    found.append(Shape(hip, tiles, flat(0.6), corners=True))
    return tuple(found)


def _road(traits: Mapping[str, int], top: float, light: Light, paints: Paints) -> Shapes:
    """A pale road that grows towards us."""
    x, bend = amount(traits["house"], -0.62, 0.62), amount(traits["road"], -0.75, 0.75)
    path = curve(
        (x, top + 0.03),
        (x * 0.6 + bend * 0.35, top + 0.16),
        (bend * 0.2 - x * 0.3, top + 0.36),
        (bend, 1.15),
    )
    sand = blend(paints.light, paints.earth, 0.28)
    return (
        Shape(ribbon(path, (0.016, 0.05, 0.13, 0.40)), flat(deepen(sand), 0.6), flat(0.2)),
        Shape(
            ribbon(moved(path, 0.004, -0.004), (0.012, 0.040, 0.11, 0.35)), flat(sand), flat(0.25)
        ),
        Shape(
            ribbon(moved(path, light.x * 0.01), (0.004, 0.012, 0.03, 0.10)),
            flat(blend(sand, light.sun, 0.6), 0.7),
            soft=0.01,
        ),
    )


CONCEPTS = (
    Concept(
        "landscape",
        (
            Trait("horizon", "Horizon", "high", "low"),
            Trait("folds", "Land", "wide folds", "many folds"),
            Trait("crop", "Crop", "first bloom", "last bloom"),
            Trait("house", "House", "to the left", "to the right"),
            Trait("trees", "Cypresses", "two", "nine"),
            Trait("road", "Road", "from the left", "from the right"),
        ),
        landscape,
    ),
)
