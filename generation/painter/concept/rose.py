"""Draw roses: a full one with its leaves, or a cluster of single musk roses."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import crescent, fitted
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
from generation.painter.concept.cup import Cup, cupped, spray
from generation.painter.concept.figure import Figure, Shape, Shapes, frame, placed, radial
from generation.painter.concept.flora import stamens
from generation.painter.concept.form import GOLDEN, bezier, blade, oval
from generation.painter.concept.part import leaf, petal, tube
from generation.painter.light import Light
from generation.painter.paints import Paints

LAYERS = ((0.86, 6, 1.06), (0.74, 5, 1.10), (0.61, 5, 1.12), (0.48, 4, 1.2), (0.365, 4, 1.15))
BUD = ((0.26, 0.0), (0.205, 2.1), (0.155, 4.0), (0.11, 5.8), (0.07, 7.5), (0.035, 9.0))


def rose(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Of the garden or of the hedge, as the trait `musk` has it."""
    tint = paints.bloom(traits["colour"])
    green = blend(paints.leaf, (0.16, 0.40, 0.20), 0.25)
    if traits["musk"] > 620:
        return Figure(fitted(_cluster(traits, tint, green, paints, light, dice)))
    shapes = _leaves(traits, green, light, dice)
    return Figure(fitted(shapes + _full(traits, tint, light, dice)))


def _leaves(traits: Mapping[str, int], green: Colour, light: Light, dice: Dice) -> Shapes:
    shapes: Shapes = ()
    first = amount(traits["turn"], 0.3, 2.8)
    for k, (a, b) in enumerate(
        dice.stage("leaves").uniform((5, 2)).tolist()[: count(traits["leaves"], 0, 5)]
    ):
        angle = first + k * 2 * math.pi / 5 * (1 if k % 2 else -1) * 1.1 + 0.3 * a
        tone = blend(green, blend(green, light.sun, 0.3), b)
        shapes += spray(math.cos(angle) * 0.44, math.sin(angle) * 0.44, angle, 0.74, tone, light)
    return shapes


def _full(traits: Mapping[str, int], tint: Colour, light: Light, dice: Dice) -> Shapes:
    """Layers of cupped petals, each turned by the golden angle, around a wound bud."""
    open_, facing = amount(traits["openness"], 0.82, 1.0), amount(traits["facing"], 0.10, 0.0)
    heart = blend(tint, deepen(tint, 1.5), amount(traits["heart"], -0.25, 0.75))
    cup = Cup(2.1, amount(traits["rim"], 0.40, 0.62), 0.4, 0.012, 0.045, 5)
    shapes: Shapes = ()
    for layer, (reach, many, wide) in enumerate(LAYERS):
        inward = layer / (len(LAYERS) - 1)
        lift = -facing * inward * 1.2
        own = blend(tint, heart, inward)
        throws = dice.stage("petals", layer).uniform((many, 4)).tolist()
        for k, (a, b, c, d) in enumerate(throws):
            angle = GOLDEN * layer * 1.7 + 2 * math.pi * (k + 0.35 * (a - 0.5)) / many
            length = reach * (0.93 + 0.12 * b) * (open_ if layer < 3 else 1.0)
            width = length * wide * (0.95 + 0.15 * c)
            foot = blend(own, deepen(own, 2.0), 0.85)
            shapes += (
                cupped(
                    *(0.0, lift, angle, length, width, own, light, cup),
                    bend=(d - 0.5) * 0.22,
                    floor=0.22 + 0.10 * layer,
                    grain=a * 40,
                    foot=foot,
                ),
            )
    return shapes + placed(_bud(heart, light), frame(0.0, -facing * 1.35))


def _bud(heart: Colour, light: Light) -> Shapes:
    """Petals still wound around each other: discs that shrink along a spiral."""
    shapes: Shapes = ()
    deep = deepen(heart, 2.1)
    for k, (r, turn) in enumerate(BUD):
        x, y = math.cos(turn) * r * 0.22, math.sin(turn) * r * 0.22
        edge = oval(x, y, r, r * 0.93, turn)
        tone = blend(heart, deepen(heart, 1.4), 0.10 * k)
        pale = blend(tone, light.sun, 0.50)
        way, step = turn + 0.6, r * 0.22
        rim = crescent(edge, math.cos(way) * step, math.sin(way) * step, pale, 0.9, r * 0.03)
        gap = crescent(
            edge, -math.cos(way) * step * 1.3, -math.sin(way) * step * 1.3, deep, 0.85, r * 0.12
        )
        fill = radial((x, y), r, blend(tone, deep, 0.75), tone, blend(tone, pale, 0.35))
        rise = radial((x, y), r, 0.72, 0.80 + 0.02 * k)
        shapes += (Shape(edge, fill, rise, shadow=r * 0.10, inside=(gap, rim)),)
    return shapes


def _cluster(
    traits: Mapping[str, int],
    tint: Colour,
    green: Colour,
    paints: Paints,
    light: Light,
    dice: Dice,
) -> Shapes:
    """Five to nine single roses and their buds on a bending twig."""
    many = count(traits["leaves"], 5, 9)
    pale = blend(blend(tint, WHITE, 0.62), paints.light, 0.3)
    bark = blend(green, paints.earth, 0.4)
    shapes: Shapes = ()
    spots = []
    for k in range(many):
        reach = 0.66 * math.sqrt((k + 0.35) / many)
        angle = GOLDEN * k + amount(traits["turn"], 0.0, 6.2)
        spots.append((math.cos(angle) * reach, math.sin(angle) * reach * 0.86 - 0.05))
    for k, (x, y) in enumerate(spots):
        path = bezier((0.05, 0.95), (0.1, 0.5), (x * 0.6, y + 0.3), (x, y))
        shapes += tube(path, (0.040, 0.028, 0.018), bark, light)
        if k % 2 and k < 6:
            angle = math.atan2(y, x)
            shapes += spray(x * 0.75, y * 0.75 + 0.05, angle, 0.62, green, light, 3)
    for x, y, way in ((0.55, -0.62, -0.8), (-0.62, -0.52, -2.3), (0.16, -0.80, -1.4)):
        shapes += _hip(x, y, way, tint, green, bark, light)
    order = sorted(range(many), key=lambda k: -abs(spots[k][0]) - abs(spots[k][1]))
    for k in order:
        x, y = spots[k]
        shapes += placed(
            _single(traits, tint, pale, light, dice.stage("rose", k)), frame(x, y, 0.335)
        )
    return shapes


def _hip(
    x: float, y: float, way: float, tint: Colour, green: Colour, bark: Colour, light: Light
) -> Shapes:
    """A bud on its stalk, sepals around it."""
    stalk = bezier((x * 0.4, y * 0.4), (x * 0.6, y * 0.7), (x * 0.85, y * 0.9), (x, y))
    shapes = tube(stalk, (0.022, 0.018, 0.014), bark, light)
    shapes += (cupped(x, y, way, 0.17, 0.12, tint, light, Cup(0.9, 0.8, 0.5, 0.0, 0.03, 3)),)
    for side in (-0.45, 0.0, 0.45):
        shapes += leaf(x, y, way + side, 0.12, 0.04, green, light, 0.0, pairs=2)
    return shapes


def _single(
    traits: Mapping[str, int], tint: Colour, pale: Colour, light: Light, dice: Dice
) -> Shapes:
    """Five petals with a notch, darker at the rim, a crown of stamens."""
    shapes: Shapes = ()
    turn, squash, lean = dice.stage("pose").uniform(3).tolist()
    for k, (a, b, c) in enumerate(dice.uniform((5, 3)).tolist()):
        angle = turn * 6.28 + 2 * math.pi * k / 5 + 0.12 * (a - 0.5)
        length, width = 0.96 * (0.94 + 0.1 * b), 1.02 * (0.95 + 0.1 * c)
        edge = blade(length, width, 1.9, 0.55, 0.1 * (c - 0.5), width * 0.16, many=28)
        rim = np.clip(edge[:, 0] / length, 0.0, 1.0) ** 8
        middle = 1.0 - np.minimum(1.0, np.abs(edge[:, 1]) / (width * 0.22))
        edge = np.stack([edge[:, 0] - length * 0.10 * rim * middle, edge[:, 1]], -1)
        three = (
            blend(pale, WHITE, 0.6),
            pale,
            blend(pale, tint, amount(traits["rim"], 0.15, 0.75)),
        )
        shapes += petal(0.0, 0.0, angle, length, width, three, light, edge, 0.42, veins=4)
    shapes += stamens(0.26, (0.95, 0.72, 0.20), 15, dice.stage("stamens"))
    tilt = (
        frame(turn=-lean * 3.1)
        .then(frame(stretch=0.80 + 0.18 * squash))
        .then(frame(turn=lean * 3.1))
    )
    return placed(shapes, tilt)


CONCEPTS = (
    Concept(
        "rose",
        (
            COLOUR,
            Trait("musk", "Kind", "one full rose", "a cluster of musk roses", 420),
            Trait("openness", "Bloom", "half open", "full"),
            Trait("heart", "Heart", "paler", "deeper", 650),
            Trait("rim", "Rim", "round", "pointed"),
            Trait("facing", "Facing", "turned up", "turned to us", 600),
            Trait("leaves", "Leaves", "none", "many"),
            Trait("turn", "Turn", "to the left", "to the right"),
        ),
        rose,
    ),
)
