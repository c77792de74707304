"""Draw a forest: rows of trees that pale with distance, great trunks in front, a path of light."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import crescent
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import Figure, Points, Shape, Shapes, flat, ramp
from generation.painter.concept.form import (
    bezier,
    blade,
    curve,
    joined,
    moved,
    oval,
    points,
    ribbon,
    rough,
)
from generation.painter.concept.part import glow, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.10, 0.09, 0.09)
GROUND = 0.34  # where the floor of the forest begins


def forest(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """From the far ridge to the trunks at both sides, which are cut by the picture's edge."""
    green = blend(paints.leaf, (0.14, 0.32, 0.18), 0.35)
    turned = blend(paints.bloom(traits["colour"]), green, 0.25)
    tint = blend(green, turned, max(0.0, amount(traits["season"], -0.9, 0.9)))
    tint = paints.worn(tint)
    air = blend(paints.horizon, paints.light, 0.30)
    mist = amount(traits["mist"], 0.55, 1.0)
    shapes: Shapes = ()
    rows = 4
    for row in range(rows):
        depth = 1.0 - row / rows
        tone = blend(blend(tint, deepen(tint, 1.5), 0.35), air, depth**1.2 * 0.85 * mist)
        shapes += _row(row, traits, tone, light, dice.stage("row", row))
        veil = ramp(
            (0.0, 0.02), (0.0, GROUND + 0.05 * row + 0.02), (*air, 0.0), (*air, 0.50 * mist * depth)
        )
        shapes += (Shape(_box(0.0, GROUND + 0.08 * row + 0.03), veil, corners=True),)
    shapes += _floor(traits, tint, air, paints, light, dice)
    shapes += (glow(light.x * 0.5, -0.25, 0.95, blend(paints.light, WHITE, 0.2), 0.30),)
    shapes += _beams(traits, paints, light)
    return Figure(shapes + _front(traits, tint, paints, light, dice))


def _box(top: float, low: float) -> Points:
    return points((-1.1, top), (1.1, top), (1.1, low), (-1.1, low))


def _row(row: int, traits: Mapping[str, int], tone: Colour, light: Light, dice: Dice) -> Shapes:
    """Trees side by side; nearer rows have fewer and taller ones, and leave the middle open."""
    many = (26, 19, 13, 8)[row] + count(traits["fullness"], 0, (6, 5, 4, 4)[row])
    high, foot = (0.46, 0.66, 0.92, 1.24)[row], GROUND + (0.0, 0.03, 0.09, 0.18)[row]
    gap = (0.0, 0.06, 0.18, 0.30)[row] * amount(traits["path"], 0.5, 1.25)
    shapes: list[Shape] = [
        Shape(_box(foot - 0.02, foot + 0.2), flat(tone), flat(0.1 + 0.08 * row), corners=True)
    ]
    firs = amount(traits["kind"], 1.0, 0.0)
    throws = dice.uniform((many, 4)).tolist()
    for k, (a, b, c, d) in enumerate(throws):
        x = -1.12 + 2.24 * (k + 0.25 + 0.5 * a) / many
        x += (1.0 if x > 0 else -1.0) * gap * max(0.0, 1.0 - abs(x))
        tall = high * (0.70 + 0.45 * b)
        own = blend(tone, deepen(tone, 1.3), 0.35 * c)
        shape = _fir if (k * 0.618) % 1.0 <= firs else _broad
        shapes += shape(x, foot + 0.02 * d, tall, own, light, d, row)
    return tuple(shapes)


def _fir(
    x: float, foot: float, tall: float, tone: Colour, light: Light, throw: float, row: int
) -> Shapes:
    """A spire of drooping tiers, one side lit."""
    tiers, wide = 5 + 2 * row, tall * (0.20 + 0.05 * throw)
    right, left = [(x, foot - tall)], []
    for k in range(1, tiers + 1):
        share = k / tiers
        out = wide * share * (0.85 + 0.25 * math.sin(k * 2.3 + throw * 9))
        y = foot - tall * 0.06 - tall * 0.94 * (1 - share)
        right += [(x + out, y + tall * 0.035), (x + out * 0.52, y)]
        left += [(x - out * 0.95, y + tall * 0.040), (x - out * 0.5, y)]
    edge = points(*right, (x + wide * 0.08, foot), (x - wide * 0.08, foot), *left[::-1])
    lit, body, deep = tones(tone, light)
    side = 1.0 if light.x > 0 else -1.0
    fill = ramp(
        (x + side * wide, foot - tall * 0.5),
        (x - side * wide, foot - tall * 0.5),
        blend(body, lit, 0.7),
        body,
        deep,
    )
    return (Shape(edge, fill, flat(0.12 + 0.12 * row), corners=True),)


def _broad(
    x: float, foot: float, tall: float, tone: Colour, light: Light, throw: float, row: int
) -> Shapes:
    """A slender trunk below a crown of three cushions."""
    lit, body, deep = tones(tone, light)
    bark = blend(deep, SOOT, 0.25)
    stem = ribbon(
        points((x, foot), (x + 0.01, foot - tall * 0.4), (x, foot - tall * 0.8)),
        (tall * 0.045, tall * 0.03, tall * 0.012),
    )
    shapes: list[Shape] = [Shape(stem, flat(bark), flat(0.1 + 0.1 * row))]
    for dx, dy, r in (
        (-0.10, 0.52, 0.15),
        (0.11, 0.56, 0.15),
        (0.0, 0.74, 0.19),
        (0.0, 0.48, 0.13),
    ):
        cx, cy, size = x + dx * tall * (0.8 + 0.4 * throw), foot - dy * tall, r * tall
        edge = rough(oval(cx, cy, size, size * 0.95, many=30), size * 0.08, 9.0, cx * 20)
        fill = ramp(
            (cx + light.x * size, cy + light.y * size),
            (cx - light.x * size, cy - light.y * size),
            blend(body, lit, 0.8),
            body,
            deep,
        )
        shapes.append(Shape(edge, fill, flat(0.14 + 0.12 * row)))
        for k in range(4 if row > 2 else 0):
            angle, reach = k * 2.4 + throw * 6, size * (0.35 + 0.10 * k)
            px, py = cx + math.cos(angle) * reach, cy + math.sin(angle) * reach
            up = 0.5 + 0.5 * light.on(math.cos(angle), math.sin(angle))
            dab = moved(blade(size * 0.26, size * 0.13, 1.0, 0.8, many=7), px, py, angle * 1.7)
            shapes.append(Shape(dab, flat(blend(deep, lit, up)), flat(0.14 + 0.12 * row)))
    return tuple(shapes)


def _floor(
    traits: Mapping[str, int], tint: Colour, air: Colour, paints: Paints, light: Light, dice: Dice
) -> Shapes:
    """Moss that darkens towards us, a path that winds to the light, grass and stray flowers."""
    top = GROUND + 0.14
    moss = ramp((0.0, top), (0.0, 1.05), blend(tint, air, 0.45), tint, deepen(tint, 1.9))
    edge = joined(
        curve(
            (-1.1, top + 0.03), (-0.4, top), (0.1, top + 0.02), (0.6, top - 0.01), (1.1, top + 0.03)
        ),
        points((1.4, 1.4), (-1.4, 1.4)),
    )
    shapes: Shapes = (Shape(edge, moss, ramp((0.0, top), (0.0, 1.0), 0.2, 0.5)),)
    wide, bow = amount(traits["path"], 0.16, 0.42), amount(traits["path"], -0.30, 0.30)
    left = bezier(
        (-0.03, top),
        (-0.10 + bow, top + 0.16),
        (-wide - bow, top + 0.30),
        (-wide - bow * 0.5, 1.25),
    )
    right = bezier(
        (0.03, top),
        (0.10 + bow, top + 0.16),
        (wide - bow, top + 0.30),
        (wide * 1.5 - bow * 0.5, 1.25),
    )
    sand = blend(blend(paints.earth, paints.light, 0.45), tint, 0.15)
    way = ramp((0.0, top), (0.0, 1.05), blend(sand, paints.light, 0.6), sand, deepen(sand, 1.4))
    shapes += (Shape(joined(left, right[::-1]), way, flat(0.3)),)
    return shapes + _growth(traits, tint, paints, light, (left, right), dice.stage("grass"))


def _growth(
    traits: Mapping[str, int],
    tint: Colour,
    paints: Paints,
    light: Light,
    banks: tuple[Points, Points],
    dice: Dice,
) -> Shapes:
    """Grass and stray flowers on both sides of the path."""
    top, wide = GROUND + 0.14, amount(traits["path"], 0.16, 0.42)
    shapes: Shapes = ()
    bloom = paints.bloom((traits["colour"] + 400) % 1000)
    lit, _, deep = tones(tint, light)
    for a, b, c, d in sorted(dice.uniform((130, 4)).tolist(), key=lambda throw: throw[1]):
        near = b**1.3
        x, y = a * 2.2 - 1.1, top + 0.05 + (1.0 - top) * near
        middle = (banks[0][int(15 * near)] + banks[1][int(15 * near)])[0] / 2
        if abs(x - middle) < wide * (0.25 + near):
            continue
        if c > 0.88:
            shapes += (
                Shape(
                    oval(x, y - 0.03, 0.008 + 0.014 * near, many=8),
                    flat(blend(bloom, WHITE, 0.3 * d)),
                    flat(0.5),
                ),
            )
            continue
        tuft = blade(
            0.05 + 0.13 * near, 0.010 + 0.014 * near, 0.7, 1.0, 0.5 * (d - 0.5), 0.010, many=7
        )
        shapes += (
            Shape(
                moved(tuft, x, y, -math.pi / 2 + 0.6 * (d - 0.5)),
                flat(blend(deep, lit, c * 0.9)),
                flat(0.45),
            ),
        )
    return shapes


def _beams(traits: Mapping[str, int], paints: Paints, light: Light) -> Shapes:
    """Shafts of light between the trees."""
    shapes: Shapes = ()
    strength = amount(traits["mist"], 0.06, 0.26)
    for k in range(5):
        x = light.x * 0.5 + 0.16 * (k - 2)
        foot = x - light.x * 1.1 + 0.30 * (k - 2)
        beam = points(
            (x - 0.02, -1.05), (x + 0.05, -1.05), (foot + 0.14, 0.75), (foot - 0.06, 0.75)
        )
        fill = ramp((x, -1.05), (foot, 0.75), (*paints.light, strength), (*paints.light, 0.0))
        shapes += (Shape(beam, fill, corners=True, soft=0.02, glow=True),)
    return shapes


def _front(
    traits: Mapping[str, int], tint: Colour, paints: Paints, light: Light, dice: Dice
) -> Shapes:
    """Great trunks at both sides, with a branch and leaves over the picture's upper edge."""
    bark = blend(blend(paints.earth, SOOT, 0.55), paints.ink, 0.25)
    if traits["kind"] > 600:
        bark = blend(bark, blend(paints.light, WHITE, 0.3), 0.72)  # birches
    lit, _, deep = tones(bark, light)
    shapes: Shapes = ()
    trunks = ((-0.86, 0.20), (0.90, 0.17), (-0.58, 0.11), (0.66, 0.09))
    for k, (x, wide) in list(enumerate(trunks[: count(traits["fullness"], 2, 4)]))[::-1]:
        lean = 0.05 * (1 if x < 0 else -1)
        foot = 1.25 if wide > 0.12 else 0.80
        path = bezier(
            (x, foot), (x - lean, 0.3), (x + lean, -0.4), (x + lean * 1.6, -1.15), many=24
        )
        edge = rough(
            ribbon(path, (wide * 1.9, wide * 1.15, wide, wide * 0.92, wide * 0.85)),
            wide * 0.05,
            17.0,
            k,
        )
        inside = [
            crescent(edge, -light.x * wide * 0.22, 0.0, lit, 0.8, wide * 0.07),
            crescent(edge, light.x * wide * 0.35, 0.0, blend(deep, SOOT, 0.5), 0.85, wide * 0.12),
        ]
        dark = blend(deepen(bark, 2.0), SOOT, 0.4)
        for a, b, c in dice.stage("bark", k).uniform((26, 3)).tolist():
            cx, cy = x + (a - 0.5) * wide, -1.0 + 1.9 * b
            if traits["kind"] > 600:
                mark = points(
                    (cx - wide * 0.16 * c, cy), (cx, cy + 0.006), (cx + wide * 0.2 * c, cy)
                )
            else:
                mark = points((cx, cy - 0.07), (cx + 0.008, cy), (cx - 0.004, cy + 0.08 * c))
            inside.append(Shape(mark, flat(dark, 0.7), line=0.010, closed=False))
        shapes += (
            Shape(
                edge,
                flat(bark),
                ramp((x - wide, 0.0), (x + wide, 0.0), 0.5, 0.9, 0.5),
                shadow=0.03,
                inside=tuple(inside),
            ),
        )
        if foot < 1.0:
            shapes += _tufts(x, foot, wide, tint, light, dice.stage("tufts", k))
    return shapes + _canopy(tint, light, dice)


def _tufts(x: float, foot: float, wide: float, tint: Colour, light: Light, dice: Dice) -> Shapes:
    """Grass that hides where a trunk meets the ground."""
    lit, _, deep = tones(tint, light)
    shapes: Shapes = ()
    for a, b, c in dice.uniform((26, 3)).tolist():
        edge = blade(0.09 + 0.08 * b, 0.022, 0.7, 1.0, 0.4 * (c - 0.5), 0.014, many=7)
        spot = (x + (a - 0.5) * wide * 2.6, foot + 0.03 + 0.02 * c)
        turn = -math.pi / 2 + 1.1 * (a - 0.5)
        shapes += (
            Shape(
                moved(edge, *spot, turn), flat(blend(deepen(deep, 1.2), lit, 0.7 * c)), flat(0.6)
            ),
        )
    return shapes


def _canopy(tint: Colour, light: Light, dice: Dice) -> Shapes:
    lit, body, deep = tones(tint, light)
    shapes: Shapes = ()
    for a, b, c, d in dice.stage("canopy").uniform((120, 4)).tolist():
        x = a * 2.2 - 1.1
        y = -1.04 + 0.36 * b * b * (0.25 + abs(x) ** 1.5)
        tone = blend(blend(deep, SOOT, 0.25), blend(body, lit, 0.6), c * (0.3 + 0.7 * b))
        leaf = blade(0.10 + 0.04 * d, 0.05, 1.0, 0.9, 0.1, many=9)
        shapes += (Shape(moved(leaf, x, y, 1.57 + 2.0 * (d - 0.5)), flat(tone), flat(0.75)),)
    return shapes


CONCEPTS = (
    Concept(
        "forest",
        (
            Trait("kind", "Trees", "firs", "broad-leaved"),
            Trait("fullness", "Trees", "open", "dense"),
            Trait("path", "Path", "narrow, to the left", "wide, to the right"),
            Trait("mist", "Mist", "clear", "misty"),
            Trait("season", "Season", "summer", "autumn", 350),
            Trait("colour", "Autumn", "first bloom", "last bloom"),
        ),
        forest,
    ),
)
