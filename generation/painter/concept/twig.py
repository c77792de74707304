"""Draw what trees let go: a branch in blossom, petals on the wind, a single leaf."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import crescent, fitted, stroke
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice, count
from generation.painter.concept.cup import Cup, cupped
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
    along,
    arc,
    bezier,
    blade,
    both_sides,
    curve,
    joined,
    oval,
    points,
    ribbon,
    rough,
)
from generation.painter.concept.part import ball, leaf, line, petal, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.13, 0.09, 0.09)
GOLD: Colour = (0.97, 0.80, 0.34)


def branch(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A gnarled bough that rises from a corner, twigs that fork from it, blossoms and buds."""
    tint = blend(paints.bloom(traits["colour"]), WHITE, amount(traits["pale"], 0.1, 0.75))
    bark = blend(blend(paints.earth, SOOT, 0.55), paints.ink, 0.2)
    arch = amount(traits["arch"], -0.30, 0.34)
    bough = curve(
        *((-0.95, 0.62), (-0.62, 0.42 - arch * 0.3), (-0.34, 0.36 - arch), (-0.02, 0.10 - arch)),
        *((0.30, 0.02 - arch * 0.8), (0.58, -0.22 - arch * 0.3), (0.92, -0.38)),
    )
    twigs: list[tuple[Points, tuple[float, ...]]] = [
        (bough, (0.15, 0.12, 0.125, 0.09, 0.075, 0.05, 0.016))
    ]
    for k, (a, b, c) in enumerate(
        dice.stage("twigs").uniform((7, 3)).tolist()[: count(traits["twigs"], 3, 7)]
    ):
        x, y, way = along(bough, 0.18 + 0.11 * k + 0.06 * a)
        side = -1.0 if k % 2 else 1.0
        angle, long_ = way + side * (0.55 + 0.5 * b), 0.34 + 0.34 * c
        end = (x + math.cos(angle) * long_, y + math.sin(angle) * long_)
        knee = (
            x + math.cos(angle + side * 0.35) * long_ * 0.55,
            y + math.sin(angle + side * 0.35) * long_ * 0.55,
        )
        twigs.append((curve((x, y), knee, end, many=10), (0.055, 0.036, 0.010)))
    shapes: Shapes = ()
    for path, widths in twigs[::-1]:
        shapes += _bark(path, widths, bark, light, dice)
    spots = [(path, 0.35 + 0.62 * u) for path, _ in twigs[1:] for u in (0.15, 0.6, 1.0)]
    spots += [(bough, u) for u in (0.30, 0.48, 0.66, 0.80, 0.92, 1.0)]
    many = count(traits["openness"], 9, 20)
    throws = dice.stage("blossoms").uniform((len(spots), 5)).tolist()
    order = sorted(range(len(spots)), key=lambda k: throws[k][0])
    for rank, k in enumerate(order):
        (path, share), (_, b, c, d, e) = spots[k], throws[k]
        x, y, way = along(path, share)
        x, y = x + 0.05 * (b - 0.5), y + 0.05 * (c - 0.5)
        if rank >= many:
            shapes += _bud(x, y, way + (0.9 if b > 0.5 else -0.9), tint, bark, light)
            continue
        size = 0.140 + 0.055 * d
        tilt = (
            frame(turn=-e * 3.1)
            .then(frame(stretch=0.66 + 0.34 * b))
            .then(frame(turn=e * 3.1, scale=size))
        )
        shapes += placed(blossom(tint, light, c * 6.28, traits["petal"]), tilt.then(frame(x, y)))
    return Figure(fitted(shapes))


def _bark(
    path: Points, widths: tuple[float, ...], bark: Colour, light: Light, dice: Dice
) -> Shapes:
    """A bough with an uneven edge, lit along one side, with cracks across."""
    edge = rough(ribbon(path, widths), max(widths) * 0.07, 19.0, len(path))
    lit, _, deep = tones(bark, light)
    wide = max(widths)
    marks = [
        crescent(
            edge,
            -light.x * wide * 0.22,
            -light.y * wide * 0.22,
            blend(lit, light.sun, 0.1),
            0.8,
            wide * 0.06,
        ),
        crescent(
            edge,
            light.x * wide * 0.25,
            light.y * wide * 0.25,
            blend(deep, SOOT, 0.5),
            0.8,
            wide * 0.08,
        ),
    ]
    for k in range(int(14 * wide / 0.15)):
        x, y, way = along(path, 0.05 + 0.065 * k)
        dash = arc(x, y, wide * 0.34, way + 0.9, way + 2.1, 6)
        marks.append(Shape(dash, flat(deep, 0.7), line=wide * 0.05, closed=False))
    return (Shape(edge, flat(bark), flat(0.45), shadow=0.02, inside=tuple(marks)),)


def blossom(tint: Colour, light: Light, turn: float, petal_: int) -> Shapes:
    """Five petals of radius 1 around fine stamens; round as plum or notched as cherry."""
    deep, pale = blend(tint, deepen(tint), 0.5), blend(tint, WHITE, 0.45)
    length, width = 1.0, amount(petal_, 1.12, 0.86)
    edge = blade(length, width, 1.7, 0.52, 0.0, 0.12, many=22)
    if petal_ > 500:
        rim = np.clip(edge[:, 0], 0.0, 1.0) ** 8
        middle = 1.0 - np.minimum(1.0, np.abs(edge[:, 1]) / 0.20)
        edge = np.stack([edge[:, 0] - 0.16 * rim * middle, edge[:, 1]], -1)
    shapes: Shapes = ()
    for k in range(5):
        angle = turn + 2 * math.pi * k / 5
        shapes += petal(
            0.0, 0.0, angle, length, width, (deep, tint, pale), light, edge, 0.45, veins=3
        )
    for k in range(9):
        angle, reach = turn + 0.7 * k, 0.42 + 0.07 * (k % 3)
        x, y = math.cos(angle) * reach, math.sin(angle) * reach
        shapes += (line(points((0.0, 0.0), (x, y)), 0.022, blend(deep, WHITE, 0.25), 0.9),)
        shapes += (Shape(oval(x, y, 0.055, many=8), flat(GOLD), flat(0.8)),)
    return (*shapes, Shape(oval(0.0, 0.0, 0.10, many=10), flat(blend(deep, GOLD, 0.3)), flat(0.8)))


def _bud(x: float, y: float, way: float, tint: Colour, bark: Colour, light: Light) -> Shapes:
    tip = (x + math.cos(way) * 0.07, y + math.sin(way) * 0.07)
    stalk = line(points((x, y), tip), 0.014, bark)
    calyx = oval(x + math.cos(way) * 0.055, y + math.sin(way) * 0.055, 0.026, 0.022, way, many=10)
    body = blend(tint, deepen(tint), 0.35)
    red = blend(deepen(tint), SOOT, 0.35)
    return (stalk, *ball(*tip, 0.040, body, light), Shape(calyx, flat(red), flat(0.5)))


def drift(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Petals along a gust: near ones large, far ones small, each at its own turn of its fall."""
    tint, second = paints.bloom(traits["colour"]), paints.bloom((traits["colour"] + 260) % 1000)
    bend = amount(traits["gust"], -0.75, 0.75)
    path = bezier(
        (-0.92, -0.30 - bend * 0.4),
        (-0.25, -0.75 * bend - 0.45),
        (0.15, 0.85 * bend + 0.3),
        (0.92, 0.20 + bend * 0.4),
        many=40,
    )
    shapes: Shapes = ()
    for k, (a, b) in enumerate(dice.stage("gust").uniform((5, 2)).tolist()):
        shift = points((0.0, 0.16 * (k - 2) + 0.05 * (a - 0.5)))
        start = int(12 * b)
        trail = (path + shift)[start : start + 26]
        shapes += (stroke(trail, 0.012, blend(paints.light, WHITE, 0.5), 0.30),)
    many = count(traits["many"], 16, 36)
    throws = dice.stage("petals").uniform((many, 7)).tolist()
    spread, round_ = amount(traits["spread"], 0.28, 0.62), amount(traits["petal"], 0.45, 0.85)
    for k in sorted(range(many), key=lambda k: throws[k][0]):
        near, b, c, d, e, f, g = throws[k]
        x, y, way = along(path, 0.03 + 0.94 * (k + b) / (many + 1))
        aside = (c - 0.5) * 2 * spread * (0.45 + 0.55 * math.sin(math.pi * (k + b) / (many + 1)))
        length = (0.15 + 0.21 * near) * (0.85 + 0.3 * d)
        tone = blend(blend(tint, second, 0.6 * g), WHITE, 0.35 * e)
        cup = Cup(1.5, round_, 0.25, 0.008, 0.05, 5)
        turn = way + (d - 0.5) * 4.0
        own = cupped(
            -length / 2,
            0.0,
            0.0,
            length,
            length * 0.78,
            tone,
            light.seen(turn),
            cup,
            (e - 0.5) * 0.6,
            0.3 + 0.5 * near,
            b * 30,
        )
        folded = frame(stretch=0.35 + 0.65 * f).then(frame(x, y + aside, 1.0, turn))
        shapes += (own.placed(folded),)
    return Figure(fitted(shapes))


def single_leaf(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Of a maple, a ginkgo, or a plain pointed one; green, or turned with autumn."""
    autumn = blend(paints.bloom(traits["colour"]), (0.90, 0.42, 0.12), 0.4)
    tint = blend(
        blend(paints.leaf, (0.24, 0.50, 0.20), 0.25), autumn, amount(traits["season"], 0.0, 1.0)
    )
    tint = paints.worn(tint)
    turn = amount(traits["turn"], -0.6, 0.6)
    draw = choice(traits["kind"], (_maple, _ginkgo, _plain))
    return Figure(fitted(placed(draw(traits, tint, light.seen(turn), dice), frame(turn=turn))))


def _stalk(tint: Colour, light: Light, y: float) -> Shapes:
    path = bezier((0.0, y), (0.01, y + 0.2), (0.05, y + 0.4), (0.16, y + 0.58), many=12)
    lit, body, deep = tones(blend(tint, (0.5, 0.2, 0.1), 0.3), light)
    edge = ribbon(path, (0.030, 0.026, 0.030, 0.045))
    return (
        Shape(
            edge,
            ramp((0.0, y), (0.1, y + 0.6), body, lit),
            flat(0.3),
            inside=(crescent(edge, light.x * 0.012, light.y * 0.012, deep, 0.8, 0.004),),
        ),
    )


def _flesh(edge: Points, tint: Colour, light: Light, veins: Shapes, corners: bool) -> Shape:
    """A blade of leaf: one half in the light, the other in shade, flecked."""
    lit, body, deep = tones(tint, light)
    dark = points((0.0, -1.2), (1.2, -1.2), (1.2, 1.2), (0.0, 1.2)) * points(
        (-1.0 if light.x > 0 else 1.0, 1.0)
    )
    fill = ramp((light.x, light.y), (-light.x, -light.y), lit, body, blend(body, deep, 0.6))
    marks = (
        Shape(dark, flat(deep, 0.38), corners=True),
        crescent(edge, light.x * 0.04, light.y * 0.04, deep, 0.6, 0.03),
        crescent(
            edge, -light.x * 0.022, -light.y * 0.022, blend(lit, light.sun, 0.35), 0.85, 0.008
        ),
        *veins,
    )
    rise = ramp((-0.7, 0.0), (0.7, 0.0), 0.3, 0.6, 0.3)
    return Shape(edge, fill, rise, corners=corners, shadow=0.02, inside=marks)


def _maple(traits: Mapping[str, int], tint: Colour, light: Light, dice: Dice) -> Shapes:
    wide = amount(traits["lobes"], 0.84, 1.08)
    half = (
        *(
            (0.0, -0.96),
            (0.085, -0.70),
            (0.21, -0.75),
            (0.165, -0.33),
            (0.38, -0.58),
            (0.44, -0.46),
        ),
        *((0.78, -0.56), (0.66, -0.34), (0.74, -0.27), (0.47, -0.05), (0.86, -0.09), (0.72, 0.05)),
        *((0.78, 0.13), (0.38, 0.20), (0.44, 0.33), (0.08, 0.27), (0.0, 0.31)),
    )
    edge = both_sides(points(*((x * wide, y) for x, y in half)))
    pale = blend(tones(tint, light)[0], light.sun, 0.4)
    ends = (
        (0.0, -0.92),
        (0.74, -0.53),
        (-0.74, -0.53),
        (0.80, -0.08),
        (-0.80, -0.08),
        (0.40, 0.28),
        (-0.40, 0.28),
    )
    veins: Shapes = ()
    for x, y in ends:
        tip = (x * wide, y)
        path = bezier(
            (0.0, 0.28),
            (tip[0] * 0.25, 0.25 + (y - 0.28) * 0.3),
            (tip[0] * 0.6, 0.25 + (y - 0.25) * 0.62),
            tip,
        )
        veins += (Shape(ribbon(path, (0.026, 0.016, 0.005)), flat(pale, 0.9)),)
        for share in (0.38, 0.52, 0.66, 0.80):
            a, b, way = along(path, share)
            for side in (-0.7, 0.7):
                reach = 0.17 * (1.15 - share)
                end = (a + math.cos(way + side) * reach, b + math.sin(way + side) * reach)
                veins += (line(points((a, b), end), 0.007, pale, 0.6),)
    return (*_stalk(tint, light, 0.28), _flesh(edge, tint, light, veins, True))


def _ginkgo(traits: Mapping[str, int], tint: Colour, light: Light, dice: Dice) -> Shapes:
    tint = blend(tint, (0.95, 0.78, 0.20), 0.45)
    open_, cleft = amount(traits["lobes"], 0.95, 1.35), 0.16
    rim = []
    for k in range(41):
        side = (k - 20) / 20
        angle = -math.pi / 2 + side * open_
        wave = 0.018 * math.sin(k * 2.1) + 0.012 * math.sin(k * 4.7 + 1.0)
        reach = 1.12 + wave - cleft * math.exp(-((side / 0.075) ** 2)) - 0.10 * abs(side) ** 3
        rim.append((math.cos(angle) * reach, 0.32 + math.sin(angle) * reach))
    foot = ((0.05, 0.26), (0.0, 0.34), (-0.05, 0.26))
    edge = joined(points(*rim), points(*foot))
    lit, _, deep = tones(tint, light)
    veins: Shapes = ()
    for k in range(44):
        side = (k - 21.5) / 21.5
        angle = -math.pi / 2 + side * open_ * 0.98
        end = (math.cos(angle) * 1.1, 0.32 + math.sin(angle) * 1.1)
        knee = (end[0] * 0.35, 0.32 + (end[1] - 0.32) * 0.5)
        veins += (
            line(curve((side * 0.03, 0.30), knee, end, many=4), 0.007, lit if k % 2 else deep, 0.5),
        )
    return (*_stalk(tint, light, 0.31), _flesh(edge, tint, light, veins, False))


def _plain(traits: Mapping[str, int], tint: Colour, light: Light, dice: Dice) -> Shapes:
    wide, bend = amount(traits["lobes"], 0.46, 0.80), amount(traits["turn"], -0.18, 0.18)
    body = leaf(0.0, 0.40, -math.pi / 2, 1.36, wide, tint, light.seen(0.0), bend, 0.02, 11)
    return _stalk(tint, light, 0.38) + body


CONCEPTS = (
    Concept(
        "blossom-branch",
        (
            COLOUR,
            Trait("pale", "Blossoms", "strong", "pale", 600),
            Trait("arch", "Bough", "hanging", "arched"),
            Trait("twigs", "Twigs", "few", "many"),
            Trait("openness", "Blossoms", "in bud", "in full bloom", 650),
            Trait("petal", "Petals", "round as plum", "notched as cherry"),
        ),
        branch,
    ),
    Concept(
        "petals",
        (
            COLOUR,
            Trait("many", "Petals", "few", "many"),
            Trait("gust", "Wind", "rising", "falling"),
            Trait("spread", "Spread", "in a stream", "scattered"),
            Trait("petal", "Petals", "round", "pointed", 400),
        ),
        drift,
    ),
    Concept(
        "leaf",
        (
            Trait("kind", "Kind", "maple", "pointed", 420),
            Trait("season", "Season", "green", "autumn", 550),
            Trait("colour", "Autumn", "first bloom", "last bloom"),
            Trait("lobes", "Form", "narrow", "wide"),
            Trait("turn", "Turn", "to the left", "to the right"),
        ),
        single_leaf,
    ),
)
