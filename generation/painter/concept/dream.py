"""Draw what is seen with closed eyes: an island adrift among lights."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
from generation.painter.concept.figure import (
    Figure,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    radial,
    ramp,
)
from generation.painter.concept.form import (
    arc,
    box,
    curve,
    joined,
    oval,
    points,
    ribbon,
    rough,
    star,
)
from generation.painter.concept.part import glow, line, shining, solid, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

WHITE: Colour = (1.0, 0.995, 0.97)
LAMP: Colour = (1.0, 0.86, 0.50)


def dream(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A floating island with a house and a tree, a waterfall into nothing, lights that rise."""
    soil = blend(blend(paints.earth, paints.shade, 0.4), paints.bloom(traits["colour"]), 0.18)
    wide = amount(traits["island"], 0.52, 0.72)
    found: list[Shape] = [
        glow(0.0, -0.05, 1.2, blend(paints.light, paints.bloom(traits["colour"]), 0.25), 0.36)
    ]
    found += _crescent(traits, paints)
    found += _bubbles(count(traits["bubbles"], 5, 16), traits, paints, light, dice)
    found += _fall(wide, paints, dice)
    found += _island(wide, soil, paints, light, dice)
    found += _house(traits, wide, paints, light)
    found += _tree(traits, wide, paints, light, dice)
    for k, (a, b, c) in enumerate(
        dice.stage("lights").uniform((count(traits["lights"], 10, 40), 3)).tolist()
    ):
        x, y = 0.92 * (2 * a - 1) * (1 - 0.3 * b), 0.75 - 1.65 * b
        size = 0.012 + 0.022 * c
        colour = blend(LAMP, paints.bloom(int(c * 999)), 0.35)
        found.append(glow(x, y, size * 4.5, colour, 0.7))
        sparkle = star(x, y, size * 1.5, size * 0.45, 4 if k % 2 else 6)
        spark = Shape(sparkle, flat(blend(colour, WHITE, 0.7)), flat(0.5), corners=True)
        found += shining(spark)
    return Figure(placed(found, frame(scale=0.95)))


def _crescent(traits: Mapping[str, int], paints: Paints) -> Shapes:
    x, y, r = amount(traits["moon"], -0.55, 0.55), -0.66, 0.21
    rim = arc(x, y, r, -1.9, 1.7, 30)
    inner = arc(x - r * 0.42, y - r * 0.08, r * 0.86, 1.45, -1.65, 30)
    silver = blend(paints.light, WHITE, 0.5)
    shape = Shape(
        joined(rim, inner),
        ramp((x, y - r), (x + r, y + r), WHITE, silver, blend(silver, paints.shade, 0.35)),
        flat(0.4),
    )
    return (glow(x, y, 0.55, silver, 0.4), *shining(shape))


def _bubbles(
    many: int, traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice
) -> Shapes:
    """Soap bubbles: a bright rim of changing colour, a window, nothing within."""
    found: list[Shape] = []
    for k, (a, b, c) in enumerate(dice.stage("bubbles").uniform((many, 3)).tolist()):
        angle, reach = 2.4 * k + a, 0.55 + 0.36 * b
        x, y, r = reach * math.cos(angle), reach * math.sin(angle), 0.035 + 0.085 * c
        first, second = (
            paints.bloom((traits["colour"] + step + 170 * k) % 1000) for step in (0, 450)
        )
        fill = radial(
            (x, y),
            r,
            (*WHITE, 0.04),
            (*first, 0.12),
            (*second, 0.42),
            (*WHITE, 0.85),
            at=(0.0, 0.6, 0.88, 1.0),
        )
        marks = (
            Shape(
                arc(
                    x,
                    y,
                    r * 0.80,
                    math.atan2(light.y, light.x) - 0.7,
                    math.atan2(light.y, light.x) + 0.7,
                ),
                flat(WHITE, 0.9),
                line=r * 0.10,
                closed=False,
            ),
            Shape(
                arc(
                    x,
                    y,
                    r * 0.82,
                    math.atan2(-light.y, -light.x) - 0.4,
                    math.atan2(-light.y, -light.x) + 0.4,
                ),
                flat(first, 0.8),
                line=r * 0.07,
                closed=False,
            ),
        )
        found.append(Shape(oval(x, y, r), fill, flat(0.25), inside=marks))
    return tuple(found)


def _fall(wide: float, paints: Paints, dice: Dice) -> Shapes:
    """Water that leaves the island's edge and thins out on its way down."""
    found: list[Shape] = []
    for k, (a, b) in enumerate(dice.stage("fall").uniform((9, 2)).tolist()):
        x = wide * 0.60 + 0.016 * (k - 4)
        end = 0.55 + 0.35 * a
        path = curve(
            (x - 0.03, 0.13),
            (x, 0.20),
            (x + 0.012 * (b - 0.5), end * 0.7),
            (x + 0.05 * (b - 0.5), end),
        )
        tint = blend(paints.light, paints.water, 0.45 * b)
        fade = ramp((0.0, 0.15), (0.0, end), (*tint, 0.95), (*tint, 0.55), (*WHITE, 0.0))
        found.append(Shape(ribbon(path, (0.022, 0.026, 0.030, 0.036)), fade, flat(0.3)))
    return tuple(found)


def _island(wide: float, soil: Colour, paints: Paints, light: Light, dice: Dice) -> Shapes:
    """A cushion of grass on a hanging rock."""
    throws = dice.stage("rock").uniform(9).tolist()
    spots = [(-wide, 0.12)]
    spots += [
        (
            -wide + 2 * wide * (k + 1) / 10,
            0.22 + (0.52 * (1 - abs(k - 4) / 4.6)) * (0.65 + 0.6 * throws[k]),
        )
        for k in range(9)
    ]
    rock = joined(points((wide, 0.10)), points(*spots)[::-1])
    lit, body, deep = tones(soil, light)
    marks: list[Shape] = []
    for k, (x, y) in enumerate(spots[1:]):
        crack = curve((x * 0.96, 0.15), (x * 0.85 + 0.02, y * 0.6), (x, y))
        marks.append(line(crack, 0.010, deep, 0.6))
        facet = points((x, y + 0.05), (x - 0.09, 0.10), (x + 0.02, 0.10))
        marks.append(
            Shape(facet, flat(lit if (k % 2) == (light.x < 0) else deep, 0.32), corners=True)
        )
    stone = Shape(
        rock,
        ramp((light.x * wide, 0.1), (-light.x * wide, 0.7), lit, body, deep),
        flat(0.4),
        corners=True,
        inside=tuple(marks),
    )
    green = blend(paints.leaf, paints.light, 0.15)
    turf = rough(oval(0.0, 0.11, wide * 1.03, 0.085, many=60), 0.014, 21)
    return (
        stone,
        solid(turf, deepen(green), light, (0.3, 0.5)),
        solid(turf * (0.98, 0.9) - (0.0, 0.004), green, light, (0.4, 0.6)),
    )


def _house(traits: Mapping[str, int], wide: float, paints: Paints, light: Light) -> Shapes:
    """A small house with one lit window and a chimney."""
    x, w, h, foot = -wide * 0.42, 0.115, 0.13, 0.10
    wall = blend(paints.light, paints.earth, 0.15)
    roof = blend(paints.bloom((traits["colour"] + 500) % 1000), paints.earth, 0.25)
    side, ridge = (1.0 if light.x > 0 else -1.0), foot - h * 2.0
    eaves = foot - h
    chimney = box(x + w * 0.35, ridge - h * 0.15, x + w * 0.65, eaves)
    front = points((x - w, foot), (x - w, eaves), (x, ridge), (x + w, eaves), (x + w, foot))
    lit, shaded = blend(wall, light.sun, 0.3), blend(wall, paints.shade, 0.5)
    plaster = ramp((x + side * w, 0.0), (x - side * w, 0.0), lit, shaded)
    found: list[Shape] = [
        solid(chimney, roof, light, corners=True),
        Shape(front, plaster, flat(0.6), corners=True, shadow=0.02),
    ]
    for way in (-1.0, 1.0):
        low = x + way * w * 1.25
        top = (x, ridge - h * 0.15), (low, eaves + h * 0.14)
        slope = points(*top, (low, eaves + h * 0.34), (x, ridge + h * 0.08))
        tint = blend(roof, light.sun, 0.3) if way == side else deepen(roof)
        found.append(Shape(slope, flat(tint), flat(0.7), corners=True))
    window = box(x - 0.028, foot - h * 0.95, x + 0.028, foot - h * 0.50)
    found += shining(Shape(window, flat(LAMP), flat(0.6), corners=True))
    found.append(glow(x, foot - h * 0.7, 0.16, LAMP, 0.7))
    return tuple(found)


def _tree(
    traits: Mapping[str, int], wide: float, paints: Paints, light: Light, dice: Dice
) -> Shapes:
    """A tree in blossom that leans over the edge."""
    x = wide * 0.22
    trunk = curve((x, 0.11), (x + 0.02, -0.05), (x + 0.09, -0.18), (x + 0.06, -0.32))
    bark = blend(paints.earth, paints.ink, 0.4)
    found: list[Shape] = [
        Shape(
            ribbon(trunk, (0.075, 0.045, 0.03, 0.012)),
            ramp((x - 0.04, 0.0), (x + 0.08, 0.0), bark, blend(bark, light.sun, 0.3)),
            flat(0.6),
            shadow=0.02,
        )
    ]
    bloom = paints.bloom(traits["colour"])
    throws = dice.stage("blossom").uniform((60, 4)).tolist()
    for a, b, c, d in sorted(throws, key=lambda throw: throw[2]):
        angle, reach = 6.28 * a, 0.235 * math.sqrt(b)
        at = (x + 0.07 + reach * 1.25 * math.cos(angle), -0.34 + reach * math.sin(angle))
        r = 0.030 + 0.035 * c
        lift = 0.5 * light.on(math.cos(angle), math.sin(angle))
        tint = (
            blend(bloom, WHITE, 0.25 + 0.45 * max(0.0, lift) + 0.2 * d)
            if lift > -0.1
            else blend(bloom, deepen(bloom), 0.6)
        )
        found.append(
            Shape(
                rough(oval(*at, r, many=14), r * 0.14, 5, d * 6.3), flat(tint), flat(0.5 + 0.3 * c)
            )
        )
    return tuple(found)


CONCEPTS = (
    Concept(
        "dream",
        (
            COLOUR,
            Trait("island", "Island", "small", "large"),
            Trait("moon", "Moon", "to the left", "to the right"),
            Trait("bubbles", "Bubbles", "few", "many"),
            Trait("lights", "Lights", "few", "many"),
        ),
        dream,
    ),
)
