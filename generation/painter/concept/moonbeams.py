"""Draw moonbeams that fall upon a garden of roses by the water."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
from generation.painter.concept.figure import (
    Figure,
    Shape,
    Shapes,
    flat,
    radial,
    ramp,
)
from generation.painter.concept.form import box, curve, joined, oval, points, ribbon
from generation.painter.concept.part import ball, glow, line, petal, shining
from generation.painter.light import Light
from generation.painter.paints import Paints

WHITE: Colour = (1.0, 0.995, 0.97)
SHORE = 0.42  # where land and water meet, below the middle
LAMP: Colour = (1.0, 0.86, 0.50)


def moonbeams(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Beams from the moon fall through mist upon a garden of roses by still water."""
    x, y = amount(traits["moon"], -0.50, 0.50), amount(traits["height"], -0.78, -0.48)
    silver = blend(paints.light, WHITE, 0.6)
    disc = radial((x - 0.04, y - 0.04), 0.22, WHITE, silver, blend(silver, paints.shade, 0.4))
    shapes = _woods(paints, dice) + _lake(x, silver, paints, dice)
    shapes += _beams(x, y, count(traits["beams"], 5, 11), silver, dice)
    shapes += (glow(x, y, 0.75, silver, 0.5),)
    shapes += shining(Shape(oval(x, y, 0.135, many=32), disc, flat(0.4)))
    return Figure(shapes + _garden(traits, paints, light, dice))


def _woods(paints: Paints, dice: Dice) -> Shapes:
    """Two dark edges of a wood on the far shore."""
    found: list[Shape] = []
    for row in range(2):
        throws = dice.stage("wood", row).uniform(16).tolist()
        high = 0.34 - 0.12 * row
        crest = curve(*((-1.2 + 0.16 * k, SHORE - 0.04 - high * a) for k, a in enumerate(throws)))
        wood = blend(blend(paints.shade, paints.leaf, 0.4), paints.ink, 0.18 + 0.25 * row)
        mist = blend(wood, paints.horizon, 0.4)
        fill = ramp((0.0, SHORE - 0.3), (0.0, SHORE + 0.1), wood, mist)
        edge = joined(crest, points((1.3, 1.2), (-1.3, 1.2)))
        found.append(Shape(edge, fill, flat(0.08 + 0.06 * row)))
    return tuple(found)


def _lake(x: float, silver: Colour, paints: Paints, dice: Dice) -> Shapes:
    """Dark water, and the moon's path on it."""
    deep = blend(deepen(paints.water, 1.4), paints.zenith, 0.4)
    fill = ramp((0.0, SHORE), (0.0, 1.1), blend(deep, paints.horizon, 0.45), deep)
    found: list[Shape] = [Shape(box(-1.3, SHORE, 1.3, 1.2), fill, flat(0.1), corners=True)]
    for long_, near, aside in dice.stage("path").uniform((60, 3)).tolist():
        y, half = SHORE + 0.01 + 0.55 * near, (0.03 + 0.17 * near) * (0.3 + long_)
        middle = x * (1 - 0.3 * near) + (aside - 0.5) * (0.10 + 0.35 * near)
        wave = curve((middle - half, y), (middle, y + 0.008), (middle + half, y))
        streak = ribbon(wave, (0.0, 0.014 + 0.012 * near, 0.0))
        found += shining(Shape(streak, flat(silver, 0.75 - 0.4 * abs(aside - 0.5)), flat(0.14)))
    return tuple(found)


def _beams(x: float, y: float, many: int, silver: Colour, dice: Dice) -> Shapes:
    found: list[Shape] = []
    for k, (a, b, c) in enumerate(dice.stage("beams").uniform((many, 3)).tolist()):
        angle = math.pi * (0.5 + 0.62 * ((k + 0.2 + 0.6 * a) / many - 0.5))
        long_, half = 1.5 + 0.4 * b, 0.030 + 0.055 * c
        tip = np.array([x + 0.12 * math.cos(angle), y + 0.12 * math.sin(angle)])
        end = np.array([x + long_ * math.cos(angle), y + long_ * math.sin(angle)])
        aside = np.array([-math.sin(angle), math.cos(angle)])
        edge = np.stack(
            [
                tip - aside * 0.02,
                end - aside * half * 2.4,
                end + aside * half * 2.4,
                tip + aside * 0.02,
            ]
        )
        fade = ramp(
            (float(tip[0]), float(tip[1])),
            (float(end[0]), float(end[1])),
            (*silver, 0.30),
            (*silver, 0.12),
            (*silver, 0.0),
        )
        found.append(Shape(edge, fade, corners=True, soft=0.014, glow=True))
    return tuple(found)


def _garden(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    """Roses in front, dark leaves between them, their upper petals silvered."""
    found: list[Shape] = []
    throws = dice.stage("garden").uniform((count(traits["roses"], 6, 13), 5))
    for a, b, c, d, e in throws[np.argsort(throws[:, 1])].tolist():
        x, y = -1.05 + 2.1 * a, 0.80 + 0.24 * b - 0.30 * abs(2 * a - 1) ** 2 * (1 - b)
        r = 0.055 + 0.055 * c
        green = blend(deepen(paints.leaf, 1.6), paints.ink, 0.25)
        stem = curve((x, y), (x + 0.04 * (d - 0.5), y + 0.2), (x, 1.2))
        found.append(line(stem, 0.016, green))
        for k in range(4):
            way = 2.4 * k + 6.28 * d
            found += petal(
                x,
                y,
                way,
                r * 2.1,
                r * 0.9,
                (deepen(green), green, blend(green, paints.light, 0.4)),
                light,
                veins=3,
                floor=0.3,
            )
        colour = paints.bloom((traits["colour"] + int(e * 250)) % 1000)
        for ring in range(3):
            for k in range(6 - ring):
                way = 2.4 * ring + 2 * math.pi * k / (6 - ring) + e
                up = max(0.0, -math.sin(way))
                body = blend(blend(colour, deepen(colour), 0.35 * ring), WHITE, 0.35 * up)
                length = r * (1.15 - 0.30 * ring)
                found += petal(
                    x,
                    y,
                    way,
                    length,
                    length * 0.95,
                    (deepen(body), body, blend(body, WHITE, 0.35)),
                    light,
                    veins=0,
                    floor=0.5 + 0.1 * ring,
                )
        found += ball(x, y, r * 0.20, deepen(colour), light, 0.2)
    return tuple(found)


CONCEPTS = (
    Concept(
        "moonbeams",
        (
            COLOUR,
            Trait("moon", "Moon", "to the left", "to the right"),
            Trait("height", "Moon", "high", "low"),
            Trait("beams", "Beams", "few", "many"),
            Trait("roses", "Roses", "few", "many"),
        ),
        moonbeams,
    ),
)
