"""Draw a bridge over its own reflection."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    ramp,
)
from generation.painter.concept.form import (
    arc,
    curve,
    joined,
    points,
    ribbon,
)
from generation.painter.concept.part import ball, line, solid, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

TIMBER: Colour = (0.42, 0.25, 0.15)


def bridge(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """One high arch whose reflection closes the circle, or three low ones."""
    stone = blend(
        blend(paints.earth, paints.shade, 0.5), paints.light, amount(traits["stone"], 0.15, 0.6)
    )
    stone = choice(
        traits["stone"], (stone, stone, blend(paints.bloom(traits["colour"]), TIMBER, 0.2))
    )
    arches = choice(traits["arches"], (1, 1, 3))
    rise = amount(traits["rise"], 0.30, 0.62) if arches == 1 else 0.36
    above = _span(arches, rise, stone, paints, light)
    drowned = (shape.changed(lambda colour: blend(colour, paints.water, 0.62)) for shape in above)
    under = placed(drowned, frame(0.0, 0.165, 1.0, 0.0, -0.62))
    return Figure((*under, *_ripples(paints, dice), *placed(above, frame(0.0, 0.16))))


def _span(arches: int, rise: float, stone: Colour, paints: Paints, light: Light) -> Shapes:
    """Deck, arches, courses of stone, and a railing with posts; the water's line is y = 0."""

    def deck(x: float) -> float:
        return -(0.12 + rise * math.cos(x / 0.97 * math.pi / 2) ** 1.4) if abs(x) < 0.97 else -0.12

    spots = [-0.96 + 1.92 * k / 40 for k in range(41)]
    top = points(*((x, deck(x)) for x in spots))
    found: list[Shape] = []
    vaults = [_vault(k, arches, rise) for k in reversed(range(arches))]
    body = joined(top, points((0.97, 0.0)), *vaults, points((-0.97, 0.0)))
    lit, own, deep = tones(stone, light)
    fill = ramp((0.0, -rise - 0.15), (0.0, 0.05), lit, own, blend(own, deep, 0.7))
    marks: list[Shape] = []
    for k in range(1, 9):
        y = -0.085 * k
        marks.append(line(points((-1.0, y), (1.0, y)), 0.007, deep, 0.55))
        for m in range(14):
            x = -0.95 + 0.14 * m + 0.07 * (k % 2)
            marks.append(line(points((x, y), (x, y + 0.085)), 0.006, deep, 0.45))
    for vault in vaults:
        marks.append(line(vault, 0.085, blend(lit, light.sun, 0.25)))
        marks.append(line(vault, 0.012, deep, 0.8))
    found.append(Shape(body, fill, flat(0.5), corners=True, inside=tuple(marks)))
    found.append(
        Shape(ribbon(top, 0.040), flat(blend(lit, light.sun, 0.3)), flat(0.65), shadow=0.02)
    )
    rail = blend(stone, paints.light, 0.35)
    found.append(Shape(ribbon(top - (0.0, 0.105), 0.026), flat(rail), flat(0.7), shadow=0.01))
    for k in range(2, 41, 4):
        x, y = top[k].tolist()
        post = points(
            (x - 0.017, y), (x - 0.017, y - 0.135), (x + 0.017, y - 0.135), (x + 0.017, y)
        )
        found.append(solid(post, rail, light, (0.6, 0.8), corners=True, shadow=0.01))
        found += ball(x, y - 0.150, 0.024, rail, light)
    return tuple(found)


def _vault(k: int, arches: int, rise: float) -> Points:
    """The edge of the opening number k, from its right foot over the top to its left one."""
    x = 0.0 if arches == 1 else (-0.56, 0.0, 0.56)[k]
    half = rise * 0.95 if arches == 1 else (0.21, 0.29, 0.21)[k]
    return arc(x, 0.0, half, 2 * math.pi, math.pi, 30)


def _ripples(paints: Paints, dice: Dice) -> Shapes:
    """Ripples over the reflection."""
    found: list[Shape] = []
    for k, (a, b, c) in enumerate(dice.stage("ripples").uniform((20, 3)).tolist()):
        y = 0.21 + 0.46 * k / 20
        half, x = 0.10 + 0.30 * a, 1.2 * (b - 0.5)
        wave = curve((x - half, y), (x, y + 0.012), (x + half, y))
        found.append(
            Shape(
                ribbon(wave, (0.0, 0.016, 0.0)),
                flat(blend(paints.light, paints.water, 0.3 + 0.4 * c), 0.7),
                flat(0.2),
            )
        )
    return tuple(found)


CONCEPTS = (
    Concept(
        "bridge",
        (
            COLOUR,
            Trait("arches", "Arches", "one", "three"),
            Trait("rise", "Rise", "low", "high"),
            Trait("stone", "Stone", "dark", "painted"),
        ),
        bridge,
    ),
)
