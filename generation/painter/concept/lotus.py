"""Draw a lotus above its leaf, and tulips on their stems."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import crescent, fitted
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
from generation.painter.concept.cup import Cup, cupped
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    radial,
    ramp,
)
from generation.painter.concept.form import arc, bezier, blade, curve, moved, oval, points, ribbon
from generation.painter.concept.part import line, solid, tones, tube
from generation.painter.light import Light
from generation.painter.paints import Paints

POINTED = Cup(1.02, 0.86, 0.30, 0.0, 0.018, 9)


def lotus(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Seen from the side: leaf and stalk, petals behind, the pod, petals in front."""
    tint = blend(paints.bloom(traits["colour"]), WHITE, amount(traits["pale"], 0.05, 0.55))
    green = blend(paints.leaf, (0.18, 0.46, 0.34), 0.35)
    sway = amount(traits["sway"], -0.22, 0.22)
    shapes = _pads(traits, green, paints, light)
    stalk = bezier((-sway * 0.6, 0.98), (-sway, 0.75), (sway * 0.5, 0.55), (0.0, 0.30), many=20)
    shapes += tube(stalk, (0.045, 0.05, 0.055), green, light)
    if traits["bud"] > 450:
        shapes += _bud(traits, tint, green, light)
    blossom = _blossom(traits, tint, paints, light, dice)
    return Figure(fitted(shapes + placed(blossom, frame(0.0, 0.27, 1.0, sway * 0.6))))


def _blossom(
    traits: Mapping[str, int], tint: Colour, paints: Paints, light: Light, dice: Dice
) -> Shapes:
    """Rows from back to front: the further in front, the shorter and the more upright."""
    open_ = amount(traits["openness"], 0.66, 1.0)
    many = count(traits["petals"], 0, 3)
    rows = (
        (7 + many, 0.92, 92.0 * open_, 0.30, 0.24),
        (6 + many, 0.82, 66.0 * open_, 0.33, 0.36),
        (4 + many, 0.56, 66.0 * open_, 0.36, 0.52),
        (3 + many // 2, 0.36, 48.0 * open_, 0.34, 0.66),
    )
    low = blend(tint, WHITE, 0.86)
    rim = blend(tint, deepen(tint, 1.4), 0.6)
    shapes: Shapes = ()
    for row, (petals, long_, fan, wide, floor) in enumerate(rows):
        if row == 2:
            shapes += _pod(traits, paints, light, open_)
        throws = dice.stage("row", row).uniform((petals, 3)).tolist()
        order = sorted(range(petals), key=lambda k: -abs(k - (petals - 1) / 2))
        for k in order:
            a, b, c = throws[k]
            side = (k - (petals - 1) / 2) / ((petals - 1) / 2)
            angle = math.radians(-90.0 + side * fan + 5.0 * (a - 0.5))
            length = long_ * (0.95 + 0.10 * b) * (1.0 - 0.10 * side * side)
            width = wide * (0.95 + 0.15 * c) * (1.0 + 0.12 * abs(side))
            bend = side * (0.16 if row < 2 else -0.10)
            own = blend(tint, deepen(tint, 1.4), 0.34 - 0.12 * row)
            shapes += (
                cupped(
                    *(side * 0.10, 0.0, angle, length, width, own, light, POINTED),
                    bend=bend,
                    floor=floor,
                    foot=low,
                    tip=rim,
                ),
            )
    shapes += _sides(traits, tint, low, rim, light)
    return (*shapes, solid(oval(0.0, 0.03, 0.085, 0.05), blend(paints.leaf, tint, 0.25), light))


def _sides(
    traits: Mapping[str, int], tint: Colour, low: Colour, rim: Colour, light: Light
) -> Shapes:
    """The lowest petals, which lie down to the left and to the right."""
    drop = amount(traits["openness"], -26.0, 14.0)
    shapes: Shapes = ()
    for side in (-1.0, 1.0):
        for long_, more in ((0.74, 0.0), (0.52, 20.0)):
            degrees = drop + more if side > 0 else 180.0 - drop - more
            shapes += (
                cupped(
                    *(side * 0.05, -0.01, math.radians(degrees), long_, 0.24, tint, light, POINTED),
                    bend=-0.24 * side,
                    floor=0.4,
                    foot=low,
                    tip=rim,
                ),
            )
    return shapes


def _pod(traits: Mapping[str, int], paints: Paints, light: Light, open_: float) -> Shapes:
    """The seed pod in its ring of stamens; deep in the cup of a closed blossom."""
    gold = blend((0.95, 0.78, 0.25), paints.metal, 0.4)
    lime = blend((0.80, 0.82, 0.35), paints.leaf, 0.2)
    y = -0.30 - 0.16 * open_
    shapes: Shapes = ()
    for k in range(22):
        side = (k - 10.5) / 10.5
        tip = (side * 0.26, y - 0.03 - 0.09 * math.cos(side * 1.4))
        shapes += (
            line(
                bezier(
                    (side * 0.08, y + 0.2), (side * 0.16, y + 0.1), (side * 0.24, y + 0.05), tip, 8
                ),
                0.012,
                gold,
            ),
        )
        shapes += (
            Shape(oval(*tip, 0.016, 0.011, many=8), flat(blend(gold, WHITE, 0.35)), flat(0.5)),
        )
    cup = curve(
        (-0.17, y), (-0.12, y + 0.2), (0.0, y + 0.26), (0.12, y + 0.2), (0.17, y), closed=True
    )
    shapes += (solid(cup, lime, light, (0.4, 0.5)),)
    seeds = tuple(
        Shape(
            oval(math.cos(k * 1.05) * r, y + math.sin(k * 1.05) * r * 0.4, 0.020, 0.013, many=10),
            flat(deepen(lime, 2.0)),
        )
        for k, r in ((0, 0.0), *((k, 0.10) for k in range(6)))
    )
    return (
        *shapes,
        Shape(
            oval(0.0, y, 0.175, 0.068), flat(blend(lime, light.sun, 0.3)), flat(0.55), inside=seeds
        ),
    )


def _pads(traits: Mapping[str, int], green: Colour, paints: Paints, light: Light) -> Shapes:
    """Round leaves that lie on the water, seen from the side, and rings around the stalk."""
    pale = blend(paints.water, paints.light, 0.45)
    shapes: Shapes = ()
    for r in (0.16, 0.30):
        shapes += (
            line(
                moved(arc(0.0, 0.0, r, 0.2, 6.0, 36) * points((1.0, 0.2)), 0.0, 0.96),
                0.010,
                pale,
                0.7,
            ),
        )
    spots = ((-0.46, 0.80, 0.50), (0.50, 0.86, 0.44), (0.02, 0.99, 0.34))
    for k, (x, y, r) in enumerate(spots[: count(traits["leaves"], 1, 3)]):
        tone = blend(green, blend(green, light.sun, 0.3), 0.4 * k)
        lit, body, deep = tones(tone, light)
        edge = _pad(x, y, r)
        fill = radial((x + light.x * r * 0.5, y - r * 0.1), r * 1.6, lit, body, deep)
        veins = tuple(
            Shape(
                ribbon(
                    bezier(
                        (x, y - 0.01),
                        (x + math.cos(a) * r * 0.4, y + math.sin(a) * r * 0.10),
                        (x + math.cos(a) * r * 0.7, y + math.sin(a) * r * 0.19),
                        (x + math.cos(a) * r, y + math.sin(a) * r * 0.3),
                        6,
                    ),
                    (0.014, 0.009, 0.004),
                ),
                flat(blend(lit, WHITE, 0.25), 0.7),
            )
            for a in (0.2 + 0.483 * i for i in range(13))
        )
        rim = crescent(edge, 0.0, 0.018, blend(lit, light.sun, 0.4), 0.8, 0.006)
        shapes += (Shape(edge, fill, flat(0.28 + 0.06 * k), shadow=0.03, inside=(*veins, rim)),)
    return shapes


def _pad(x: float, y: float, r: float) -> Points:
    """A flat disc whose rim waves."""
    angle = np.linspace(0.0, 2 * math.pi, 40, endpoint=False)
    wave = 1.0 + 0.04 * np.sin(angle * 5.0 + x * 9.0) + 0.025 * np.sin(angle * 9.0)
    return np.stack([x + np.cos(angle) * r * wave, y + np.sin(angle) * r * wave * 0.30], -1)


def _bud(traits: Mapping[str, int], tint: Colour, green: Colour, light: Light) -> Shapes:
    """A closed one on a stalk of its own."""
    side = 1.0 if traits["sway"] < 500 else -1.0
    x, y = side * 0.80, amount(traits["bud"], 0.46, 0.16)
    stalk = bezier((side * 0.18, 0.97), (side * 0.30, 0.7), (side * 0.60, 0.5), (x, y), many=20)
    shapes = tube(stalk, (0.032, 0.034, 0.034), green, light)
    low = blend(tint, WHITE, 0.6)
    for way, wide in ((-0.30, 0.16), (0.30, 0.16), (0.0, 0.20)):
        petal = cupped(
            x, y, -math.pi / 2 + way, 0.34, wide, tint, light, POINTED, -way * 0.5, 0.4, foot=low
        )
        shapes += (petal,)
    return shapes


def tulip(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """One to five on bending stems, with long leaves at their feet."""
    many = count(traits["many"], 1, 5)
    tint, green = paints.bloom(traits["colour"]), blend(paints.leaf, (0.25, 0.50, 0.25), 0.3)
    second = paints.bloom((traits["colour"] + 300) % 1000)
    places = ((0.0, -0.30), (-0.40, -0.12), (0.42, -0.16), (-0.22, 0.10), (0.26, 0.14))[:many]
    if many == 2:
        places = ((-0.24, -0.32), (0.30, -0.12))
    size = 0.62 if many == 1 else 0.46
    shapes: Shapes = ()
    heads: Shapes = ()
    for k, (x, y) in enumerate(places):
        a, b, c = dice.stage("tulip", k).uniform(3).tolist()
        bend = amount(traits["sway"], -0.30, 0.30) + 0.1 * (a - 0.5)
        x, lean = x + bend * 0.5, bend * 0.8 + x * 0.4
        stem = bezier(
            (x * 0.18, 0.96),
            (x * 0.2 - bend * 0.3, 0.55),
            (x - lean * 0.35, y + 0.42),
            (x, y),
            many=24,
        )
        shapes += tube(stem, (0.055, 0.05, 0.045), green, light)
        own = blend(tint, second, 0.25 * k * (b if many > 1 else 0.0))
        head = _cup(traits, own, light.seen(lean), c)
        heads += placed(head, frame(x, y, size, lean))
    return Figure(fitted(_blades(traits, green, light, dice) + shapes + heads))


def _cup(traits: Mapping[str, int], tint: Colour, light: Light, grain: float) -> Shapes:
    """Three petals behind, three in front; they lean apart as it opens."""
    open_, point = amount(traits["openness"], 0.0, 1.0), amount(traits["point"], 0.50, 1.05)
    cup = Cup(0.78, point, 0.62, 0.004 + 0.012 * traits["point"] / 1000, 0.020, 9)
    flame = blend(tint, blend(WHITE, light.sun, 0.5), amount(traits["flame"], 0.0, 0.55))
    rows = (
        (((-0.30, 0.92, 0.60), (0.30, 0.92, 0.60), (0.0, 0.98, 0.66)), 0.30, 0.35),
        (((-0.46, 0.86, 0.56), (0.46, 0.86, 0.56), (0.0, 0.84, 0.74)), 0.48, 0.0),
    )
    shapes: Shapes = ()
    for petals, floor, dark in rows:
        for way, long_, wide in petals:
            angle = -math.pi / 2 + way * (0.35 + 0.9 * open_)
            own = blend(tint, deepen(tint), dark)
            shapes += (
                cupped(
                    *(way * 0.30, 0.02, angle, long_, wide, own, light, cup),
                    bend=-way * (0.5 - 0.45 * open_),
                    floor=floor,
                    grain=grain * 20 + way,
                    foot=blend(flame, deepen(tint), 0.15),
                    tip=blend(tint, flame, 0.35),
                ),
            )
    return shapes


def _blades(traits: Mapping[str, int], green: Colour, light: Light, dice: Dice) -> Shapes:
    """Long leaves that rise from the foot and bend outwards."""
    shapes: Shapes = ()
    long_ = amount(traits["leaves"], 0.75, 1.25)
    for side, angle, wide, bend in (
        (-1.0, -108.0, 0.21, -0.30),
        (1.0, -70.0, 0.19, 0.32),
        (-1.0, -128.0, 0.15, -0.16),
        (1.0, -50.0, 0.14, 0.14),
    ):
        way = math.radians(angle)
        sun = light.seen(way)
        edge = blade(long_ * (1.0 if wide > 0.16 else 0.72), wide, 0.8, 0.95, bend, wide * 0.5)
        lit, body, deep = tones(green, light)
        length = float(edge[:, 0].max())
        rib = bezier(
            (0.0, 0.0),
            (length * 0.4, 0.0),
            (length * 0.7, bend * length * 0.5),
            (length, bend * length),
        )
        fill = ramp((0.0, 0.0), (length, 0.0), deep, body, blend(body, lit, 0.7))
        marks = (
            crescent(edge, sun.x * 0.03, sun.y * 0.03, deep, 0.6, 0.015),
            crescent(edge, -sun.x * 0.02, -sun.y * 0.02, lit, 0.8, 0.008),
            line(rib, 0.012, blend(lit, light.sun, 0.3), 0.8),
        )
        rise = ramp((0.0, 0.0), (length, 0.0), 0.3, 0.45, 0.3)
        shapes += (
            Shape(
                edge,
                fill,
                rise,
                shadow=0.03,
                inside=marks,
                frame=frame(side * 0.02, 0.96, 1.0, way),
            ),
        )
    return shapes


CONCEPTS = (
    Concept(
        "lotus",
        (
            COLOUR,
            Trait("pale", "Petals", "strong", "pale"),
            Trait("openness", "Bloom", "half open", "full", 650),
            Trait("petals", "Petals", "few", "many"),
            Trait("leaves", "Leaves", "one", "three"),
            Trait("bud", "Bud", "none", "tall"),
            Trait("sway", "Sway", "to the left", "to the right"),
        ),
        lotus,
    ),
    Concept(
        "tulip",
        (
            COLOUR,
            Trait("many", "Number", "one", "five", 350),
            Trait("openness", "Bloom", "closed", "open", 350),
            Trait("point", "Petals", "round", "pointed"),
            Trait("flame", "Foot", "plain", "flamed"),
            Trait("leaves", "Leaves", "short", "long"),
            Trait("sway", "Sway", "to the left", "to the right"),
        ),
        tulip,
    ),
)
