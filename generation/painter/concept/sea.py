"""Draw the sea: one great wave with claws of foam, and swells behind it."""

from __future__ import annotations

import math
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
    frame,
    placed,
    ramp,
)
from generation.painter.concept.form import along, curve, joined, oval, points, ribbon
from generation.painter.light import Light
from generation.painter.paints import Paints

FOAM: Colour = (1.0, 0.995, 0.97)
FLOOR = points((1.3, 1.2), (-1.3, 1.2))


def sea(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Far swells, the great wave about to fall, near water streaked with foam, spray."""
    deep = blend(deepen(paints.water, 1.5), paints.ink, 0.25)
    found: list[Shape] = []
    level = amount(traits["level"], 0.10, 0.34)
    for row in range(count(traits["swells"], 2, 4)):
        found += _swell(row, level + 0.12 * row, paints, light, dice.stage("swell", row))
    wave = _breaker(traits, paints, deep, light, dice)
    mirror = traits["side"] > 500
    size = amount(traits["height"], 0.80, 1.08)
    found += placed(wave, frame(0.0, 0.12 + 0.25 * (1.08 - size), size, mirror=mirror))
    for row in range(2):
        found += _swell(4 + row, 0.66 + 0.22 * row, paints, light, dice.stage("near", row))
    return Figure(tuple(found))


def _swell(row: int, top: float, paints: Paints, light: Light, dice: Dice) -> Shapes:
    """A long back of water with a lit crest, dark hollows and lines that follow it."""
    near = min(1.0, row / 5)
    body = blend(
        blend(paints.water, paints.horizon, 0.50 - 0.50 * near), deepen(paints.water), 0.55 * near
    )
    phase, waves, lift = dice.uniform(3).tolist()
    x = np.linspace(-1.3, 1.3, 46)
    high = 0.035 + 0.055 * near
    shape = np.sin(x * (2.4 + 1.4 * waves) + phase * 6.3) + 0.4 * np.sin(x * 6.1 + lift * 6.3)
    crest = np.stack([x, top - high * shape], -1)
    fill = ramp(
        (0.0, top - high),
        (0.0, top + 0.4),
        blend(body, paints.light, 0.32),
        body,
        deepen(body, 1.5),
        at=(0.0, 0.3, 1.0),
    )
    marks: list[Shape] = []
    for k in range(1, 6):
        sunk = crest + np.array([0.05 * k, 0.045 * k * (1 + near)])
        tint = blend(body, paints.light, 0.45) if k % 2 else deepen(body, 1.4)
        marks.append(Shape(ribbon(sunk, (0.0, 0.014, 0.003, 0.016, 0.0)), flat(tint, 0.6)))
    marks.append(
        Shape(
            ribbon(crest, (0.004, 0.020, 0.006, 0.024, 0.004)), flat(blend(FOAM, body, 0.15), 0.85)
        )
    )
    return (
        Shape(
            joined(crest, FLOOR), fill, flat(0.10 + 0.18 * near), shadow=0.012, inside=tuple(marks)
        ),
    )


def _breaker(
    traits: Mapping[str, int], paints: Paints, deep: Colour, light: Light, dice: Dice
) -> Shapes:
    """The wave rises from the left, bends over, and its lip breaks into claws."""
    curl = amount(traits["curl"], -0.10, 0.16)
    back = curve(
        (-1.35, 0.40),
        (-1.10, 0.02),
        (-0.86, -0.36),
        (-0.50, -0.66),
        (-0.06, -0.78),
        (0.30, -0.68),
        (0.50 + curl, -0.40),
        (0.50 + curl, -0.20),
    )
    inner = curve(
        (0.50 + curl, -0.20),
        (0.34 + curl * 0.6, -0.40),
        (0.06, -0.44),
        (-0.18, -0.28),
        (-0.28, 0.02),
        (-0.16, 0.30),
        (0.16, 0.46),
        (0.60, 0.46),
        (1.35, 0.34),
    )
    edge = joined(back, inner[1:], FLOOR)
    body, lit = paints.water, blend(paints.water, paints.light, 0.50)
    fill = ramp((0.1, -0.8), (-0.4, 0.7), lit, body, deep)
    rise = ramp((0.2, -0.7), (0.0, 0.8), 0.85, 0.45, 0.3)
    marks = [*_bands(back, inner, traits, (body, lit, deep))]
    hollow = joined(inner, points((1.3, 1.2), (-0.6, 1.2)))
    marks.append(
        Shape(hollow, ramp((-0.3, 0.0), (0.5, 0.6), (*deep, 0.75), (*blend(deep, body, 0.5), 0.0)))
    )
    shapes: list[Shape] = [Shape(edge, fill, rise, shadow=0.05, inside=tuple(marks))]
    shapes += _claws(back, inner, count(traits["claws"], 14, 26), paints, dice)
    shapes += _spray(traits, dice)
    return tuple(shapes)


def _bands(
    back: Points, inner: Points, traits: Mapping[str, int], tones: tuple[Colour, Colour, Colour]
) -> list[Shape]:
    """Stripes that run up the face and bend over with it."""
    _, lit, deep = tones
    many = count(traits["bands"], 7, 13)
    found = []
    t = np.linspace(0.0, 1.0, 40)
    outer = np.array([along(back, 0.10 + 0.84 * u)[:2] for u in t])
    within = np.array([along(inner, 0.86 - 0.80 * u)[:2] for u in t])
    for k in range(many):
        share = 0.10 + 0.82 * k / many
        path = outer + (within - outer) * share
        width = 0.020 + 0.020 * math.sin(k * 2.1) ** 2
        tint = (lit, deep, blend(lit, FOAM, 0.5))[k % 3]
        found.append(Shape(ribbon(path, (0.0, width, width * 1.5, width, 0.0)), flat(tint, 0.80)))
    return found


def _claws(back: Points, inner: Points, many: int, paints: Paints, dice: Dice) -> list[Shape]:
    """Foam along the lip: a cap of overlapping billows, and hooked fingers hanging from it."""
    shade = blend(FOAM, blend(paints.water, paints.shade, 0.5), 0.42)
    found: list[Shape] = []
    cap = np.array([along(back, 0.34 + 0.66 * k / 30)[:2] for k in range(31)])
    lip = np.array([along(inner, 0.34 * k / 14)[:2] for k in range(15)])
    for path, size, side in ((cap, 0.085, 1.0), (lip, 0.070, -1.0)):
        throws = dice.stage(f"foam {side}").uniform((many * 2, 3)).tolist()
        for k, (a, b, c) in enumerate(throws):
            x, y, way = along(path, k / (many * 2 - 1))
            r = (
                size
                * (0.5 + 0.8 * a)
                * (0.55 + 0.45 * math.sin(math.pi * min(1.0, 0.25 + 0.8 * k / (many * 2))))
            )
            aside = (b - 0.5) * size * 0.8
            x, y = x - math.sin(way) * aside, y + math.cos(way) * aside
            found.append(
                Shape(oval(x + r * 0.12, y + r * 0.22, r, many=14), flat(shade), flat(0.75))
            )
            found.append(
                Shape(
                    oval(x - r * 0.06, y - r * 0.08, r * 0.84, many=14),
                    flat(blend(FOAM, shade, 0.25 * c)),
                    flat(0.9),
                )
            )
    for k, (a, b, c) in enumerate(dice.stage("claws").uniform((many, 3)).tolist()):
        x, y, way = along(lip if k % 3 else cap[18:], (k + 0.5) / many)
        found += _claw(
            x, y, way + (0.9 if k % 3 else -0.2) + 0.7 * (a - 0.5), 0.09 + 0.10 * b, c, shade
        )
    return found


def _claw(x: float, y: float, way: float, length: float, bend: float, shade: Colour) -> Shapes:
    """A hooked finger of foam with smaller hooks."""
    hook = curve((0.0, 0.0), (0.45, 0.10), (0.85, 0.32 + 0.2 * bend), (0.95, 0.62))
    twig = curve((0.40, 0.08), (0.72, -0.06), (1.05, 0.06))
    inked = placed(
        (
            Shape(ribbon(hook, (0.42, 0.34, 0.20, 0.02)), flat(FOAM), flat(0.9)),
            Shape(ribbon(twig, (0.24, 0.16, 0.02)), flat(FOAM), flat(0.9)),
            Shape(ribbon(hook + np.array([0.0, 0.10]), (0.10, 0.08, 0.01)), flat(shade, 0.9)),
        ),
        frame(x, y, length, way),
    )
    return inked


def _spray(traits: Mapping[str, int], dice: Dice) -> list[Shape]:
    """Drops thrown from the crest."""
    found = []
    for a, b, c in dice.stage("spray").uniform((count(traits["spray"], 20, 90), 3)).tolist():
        x, y = -0.30 + 1.25 * a, -0.92 + 0.62 * b * b + 0.25 * abs(a - 0.4)
        found.append(Shape(oval(x, y, 0.005 + 0.014 * c**3, many=8), flat(FOAM, 0.9)))
    return found


CONCEPTS = (
    Concept(
        "sea",
        (
            Trait("side", "Wave", "from the left", "from the right"),
            Trait("height", "Height", "high", "towering"),
            Trait("curl", "Curl", "beginning", "falling"),
            Trait("level", "Horizon", "high", "low"),
            Trait("swells", "Swells", "few", "many"),
            Trait("bands", "Bands", "few", "many"),
            Trait("claws", "Foam", "calm", "wild"),
            Trait("spray", "Spray", "little", "much"),
        ),
        sea,
    ),
)
