"""Draw weather: wind that carries leaves, rain in its pools, snow."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice, count
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
from generation.painter.concept.form import arc, box, curve, joined, oval, points, ribbon
from generation.painter.concept.part import glow, leaf, line, petal, solid
from generation.painter.light import Light
from generation.painter.paints import Paints

WHITE: Colour = (1.0, 1.0, 0.99)


def wind(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Ribbons of air that curl at their ends, and leaves and petals carried along them."""
    found: list[Shape] = []
    many, tilt = count(traits["ribbons"], 5, 10), amount(traits["rise"], 0.35, -0.45)
    throws = dice.stage("ribbons").uniform((many, 4)).tolist()
    paths: list[Points] = []
    for k, (a, b, c, d) in enumerate(throws):
        y = -0.66 + 1.32 * (k + 0.5) / many
        path = _gust(
            y, tilt, a, 0.16 + 0.22 * b, amount(traits["curl"], 0.10, 0.26) * (0.7 + 0.6 * c)
        )
        paths.append(path)
        air = (paints.light, paints.middle, paints.bloom((traits["colour"] + 200 * k) % 1000))[
            k % 3
        ]
        air = blend(air, paints.light, 0.35)
        width = amount(traits["breadth"], 0.035, 0.085) * (0.6 + 0.8 * d)
        found += _ribbon(path, width, air, light)
    flying = count(traits["leaves"], 8, 42)
    for a, b, c, d, e in dice.stage("leaves").uniform((flying, 5)).tolist():
        path = paths[int(a * many) % many]
        x, y = path[int(b * (len(path) - 1))].tolist()
        x, y = x + 0.12 * (c - 0.5), y + 0.16 * (d - 0.5)
        size, angle = 0.06 + 0.09 * e, 6.28 * c
        colour = paints.bloom((traits["colour"] + int(d * 400)) % 1000)
        if traits["what"] > 500:
            three = (deepen(colour), colour, blend(colour, WHITE, 0.5))
            found += petal(x, y, angle, size, size * 0.7, three, light, veins=3)
        else:
            green = blend(paints.leaf, colour, d)
            found += leaf(x, y, angle, size * 1.3, size * 0.55, green, light, pairs=3)
    return Figure(placed(found, frame(scale=0.83)))


def _gust(y: float, tilt: float, phase: float, swing: float, curl: float) -> Points:
    """A wave from left to right that ends in a curl."""
    x = np.linspace(-0.92, 0.52, 40)
    wave = y * (1.0 - 0.15 * x) + tilt * x * 0.5 + swing * 0.5 * np.sin(x * 3.6 + phase * 6.3)
    body = np.stack([x, wave], -1)
    way = body[-1] - body[-2]
    heading = math.atan2(float(way[1]), float(way[0]))
    up = -1.0 if y < 0.15 else 1.0
    t = np.linspace(0.0, 1.0, 40)
    reach = curl * (1.0 - 0.72 * t)
    turn = heading - up * math.pi / 2 + up * t * 1.45 * 2 * math.pi
    centre = body[-1] - np.array([math.cos(turn[0]), math.sin(turn[0])]) * curl
    end = centre + np.stack([np.cos(turn), np.sin(turn)], -1) * reach[:, None]
    path = np.concatenate([body, end[1:]])
    most = float(np.abs(path[:, 1]).max())
    return np.asarray(path * np.array([1.0, min(1.0, 0.96 / most)]))


def _ribbon(path: Points, width: float, air: Colour, light: Light) -> Shapes:
    widths = (0.0, width * 0.7, width, width * 0.8, width * 0.5, 0.004)
    lit, deep = blend(air, WHITE, 0.55), deepen(air, 1.5)
    low = np.array([0.0, width * 0.16])
    return (
        Shape(ribbon(path + low, widths), flat(deep, 0.55), flat(0.3), shadow=0.02),
        Shape(
            ribbon(path, widths),
            ramp((-0.9, 0.0), (0.9, 0.0), (*air, 0.35), (*air, 0.95), lit),
            flat(0.5),
        ),
        Shape(ribbon(path - low * 1.2, [w * 0.22 for w in widths]), flat(WHITE, 0.85), flat(0.55)),
    )


def rain(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Slanting rain over dark hills, falling into a pool in rings; perhaps somebody's umbrella."""
    level = amount(traits["pool"], 0.30, 0.58)
    wet = blend(deepen(paints.water, 1.2), paints.shade, 0.35)
    shapes = _far_hills(level, paints, dice)
    far, near = blend(wet, paints.horizon, 0.55), deepen(wet, 1.6)
    sheet = ramp((0.0, level), (0.0, 1.1), far, wet, near)
    rise = ramp((0.0, level), (0.0, 1.1), 0.06, 0.2)
    shapes += (Shape(box(-1.3, level, 1.3, 1.2), sheet, rise, corners=True),)
    throws = dice.stage("rings").uniform((count(traits["heavy"], 12, 40), 3))
    for x, near_, size in throws[np.argsort(throws[:, 1])].tolist():
        shapes += _splash(x, near_**1.2, size, level, wet, paints)
    if traits["umbrella"] > 400:
        place = frame(amount(traits["umbrella"], -0.9, 0.5), level + 0.02, 0.62)
        shapes += placed(_umbrella(paints.bloom(traits["colour"]), paints, light), place)
    return Figure(shapes + _drops(traits, paints, dice))


def _far_hills(level: float, paints: Paints, dice: Dice) -> Shapes:
    found: list[Shape] = []
    for row in range(2):
        throws = dice.stage("hills", row).uniform(9).tolist()
        high, foot = 0.20 * (1 - 0.4 * row), level - 0.06 + 0.05 * row
        crest = curve(*((-1.2 + 0.3 * k, foot - high * a) for k, a in enumerate(throws)))
        hill = blend(blend(paints.shade, paints.leaf, 0.35), paints.horizon, 0.5 - 0.28 * row)
        edge = joined(crest, points((1.3, 1.2), (-1.3, 1.2)))
        found.append(Shape(edge, flat(hill), flat(0.08 + 0.05 * row)))
    return tuple(found)


def _splash(
    x: float, near: float, size: float, level: float, wet: Colour, paints: Paints
) -> Shapes:
    """Rings where a drop has met the water, and the crown it throws up."""
    x, y = -1.1 + 2.2 * x, level + 0.03 + (1.0 - level) * near
    r = (0.025 + 0.16 * near) * (0.4 + 0.8 * size)
    found: list[Shape] = []
    for ring in range(3):
        reach = r * (1.0 - 0.3 * ring)
        tint = deepen(wet) if ring % 2 else blend(paints.light, wet, 0.15)
        rim = oval(x, y, reach, reach * 0.26)
        found.append(Shape(rim, flat(tint, 0.7), line=0.004 + 0.006 * near))
    teeth = (x - r * 0.05, y - r * 0.35), (x, y - r * 0.12), (x + r * 0.06, y - r * 0.38)
    crown = curve((x - r * 0.16, y), *teeth, (x + r * 0.16, y))
    found.append(Shape(ribbon(crown, 0.006 + 0.008 * near), flat(WHITE, 0.85)))
    return tuple(found)


def _drops(traits: Mapping[str, int], paints: Paints, dice: Dice) -> Shapes:
    """The rain itself, nearer drops longer and brighter."""
    slant, found = amount(traits["slant"], -0.32, 0.32), []
    pale = blend(paints.light, WHITE, 0.4)
    for a, b, c in dice.stage("drops").uniform((count(traits["heavy"], 90, 260), 3)).tolist():
        x, y, long_ = -1.3 + 2.6 * a, -1.1 + 2.1 * b, 0.05 + 0.16 * c
        drop = ribbon(points((x, y), (x + slant * long_, y + long_)), (0.001, 0.003 + 0.006 * c))
        found.append(Shape(drop, flat(pale, 0.30 + 0.35 * c)))
    return tuple(found)


def _umbrella(colour: Colour, paints: Paints, light: Light) -> Shapes:
    """An oil-paper umbrella on its bamboo handle, its foot in the water at the origin."""
    found: list[Shape] = [
        line(points((0.0, -0.62), (0.0, 0.10)), 0.026, blend(paints.earth, paints.ink, 0.3))
    ]
    many = 9
    for k in range(many):
        a, b = math.pi + math.pi * k / many, math.pi + math.pi * (k + 1) / many
        rim = [
            (0.62 * math.cos(t), -0.56 + 0.10 * abs(math.sin(t)) - 0.02)
            for t in (a, (a + b) / 2, b)
        ]
        middle = (rim[1][0], rim[1][1] - 0.030)
        edge = joined(
            curve((0.0, -1.02), (rim[0][0] * 0.62, -0.86), rim[0], many=6),
            points(middle),
            curve(rim[2], (rim[2][0] * 0.62, -0.86), (0.0, -1.02), many=6),
        )
        facing = light.on(math.cos((a + b) / 2), -0.5)
        tint = (
            blend(colour, light.sun, 0.42 * facing)
            if facing > 0
            else blend(colour, deepen(colour), -facing)
        )
        found.append(
            Shape(
                edge,
                ramp((0.0, -1.0), (0.0, -0.5), blend(tint, WHITE, 0.25), tint),
                flat(0.7),
                corners=True,
            )
        )
        found.append(line(edge[:6], 0.008, deepen(colour, 2.0), 0.8))
    found.append(solid(oval(0.0, -1.03, 0.030), blend(paints.earth, paints.ink, 0.4), light))
    return tuple(found)


def snow(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A great crystal of six arms, with lesser ones and flakes around it."""
    ice = blend(blend(WHITE, paints.middle, 0.12), paints.bloom(traits["colour"]), 0.14)
    found: list[Shape] = [glow(0.0, 0.0, 1.1, ice, 0.28)]
    for a, b, c in dice.stage("flakes").uniform((count(traits["flakes"], 14, 60), 3)).tolist():
        x, y = -0.95 + 1.9 * a, -0.95 + 1.9 * b
        r = 0.008 + 0.028 * c * c
        found.append(
            Shape(
                oval(x, y, r, many=10), flat(blend(WHITE, ice, 0.3), 0.85), flat(0.3), soft=r * 0.25
            )
        )
    for k, (a, b, c) in enumerate(dice.stage("small").uniform((4, 3)).tolist()):
        angle = 0.8 + math.pi / 2 * k + 0.5 * (a - 0.5)
        spot = frame(0.72 * math.cos(angle), 0.72 * math.sin(angle), 0.14 + 0.10 * b, c)
        found += placed(_crystal(traits, ice, paints, light, dice.stage("arm", k), False), spot)
    found += placed(
        _crystal(traits, ice, paints, light, dice.stage("arm", 9), True),
        frame(scale=0.78, turn=amount(traits["turn"], 0.0, 1.05)),
    )
    return Figure(placed(found, frame(scale=0.84)))


def _crystal(
    traits: Mapping[str, int], ice: Colour, paints: Paints, light: Light, dice: Dice, is_near: bool
) -> Shapes:
    """Six arms that are alike, as cold and damp air made them (Nakaya 1954)."""
    twigs = count(traits["twigs"], 3, 6) if is_near else 3
    wide = amount(traits["width"], 0.030, 0.060)
    sizes = dice.uniform(8).tolist()
    found: list[Shape] = []
    deep = blend(ice, paints.zenith, 0.45)
    for k in range(6):
        place = frame(turn=math.pi / 3 * k)
        facing = light.on(math.cos(math.pi / 3 * k + 1.57), math.sin(math.pi / 3 * k + 1.57))
        lit, dark = (WHITE, deep) if facing > 0 else (deep, WHITE)
        parts: list[Shape] = []
        spans = [(points((0.0, 0.0), (1.0, 0.0)), wide)]
        for m in range(twigs):
            x = 0.26 + 0.62 * m / twigs
            length = (0.36 - 0.26 * m / twigs) * (0.6 + 0.7 * sizes[m])
            for side in (-1.0, 1.0):
                end = (x + length * 0.5, side * length * 0.866)
                spans.append((points((x, 0.0), end), wide * 0.8))
        for path, width in spans:
            bar = ribbon(path, (width, width * 0.85, width * 0.35))
            parts.append(Shape(bar, flat(ice), flat(0.7), shadow=0.02))
        for path, width in spans if is_near else ():
            ridge = np.array([0.0, width * 0.22])
            parts.append(Shape(ribbon(path - ridge, width * 0.26), flat(lit, 0.8), flat(0.8)))
            parts.append(Shape(ribbon(path + ridge, width * 0.22), flat(dark, 0.6)))
        tip = points((0.90, 0.0), (0.96, -0.05), (1.06, 0.0), (0.96, 0.05))
        parts.append(Shape(tip, flat(blend(ice, WHITE, 0.4)), flat(0.75), corners=True))
        found += placed(parts, place)
    plate = choice(traits["plate"], (0.14, 0.22, 0.32))
    six = arc(0.0, 0.0, plate, 0.0, 2 * math.pi * 5 / 6, 6)
    found.append(
        Shape(
            six,
            ramp(
                (light.x * plate, light.y * plate),
                (-light.x * plate, -light.y * plate),
                WHITE,
                ice,
                deep,
            ),
            flat(0.9),
            corners=True,
            shadow=0.02,
        )
    )
    found.append(Shape(six * 0.62, flat(WHITE, 0.6), line=0.014, corners=True))
    return tuple(found)


CONCEPTS = (
    Concept(
        "wind",
        (
            COLOUR,
            Trait("ribbons", "Gusts", "few", "many"),
            Trait("rise", "Way", "falling", "rising"),
            Trait("curl", "Curls", "small", "large"),
            Trait("breadth", "Breadth", "thin", "broad"),
            Trait("leaves", "Carried", "little", "much"),
            Trait("what", "Carries", "leaves", "petals"),
        ),
        wind,
    ),
    Concept(
        "rain",
        (
            COLOUR,
            Trait("heavy", "Rain", "light", "heavy"),
            Trait("slant", "Slant", "to the left", "to the right"),
            Trait("pool", "Pool", "wide", "narrow"),
            Trait("umbrella", "Umbrella", "none", "to the right"),
        ),
        rain,
    ),
    Concept(
        "snow",
        (
            COLOUR,
            Trait("twigs", "Twigs", "few", "many"),
            Trait("width", "Ice", "fine", "stout"),
            Trait("plate", "Heart", "small", "large"),
            Trait("flakes", "Flakes", "few", "many"),
            Trait("turn", "Turn", "upright", "turned"),
        ),
        snow,
    ),
)
