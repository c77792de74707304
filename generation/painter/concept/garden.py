"""Draw a peony among its leaves, and a sunflower."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import fitted
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
from generation.painter.concept.cup import Cup, cupped
from generation.painter.concept.figure import Figure, Shape, Shapes, flat, frame, placed, radial
from generation.painter.concept.flora import stamens
from generation.painter.concept.form import GOLDEN, bezier, oval, scatter
from generation.painter.concept.part import leaf, tube
from generation.painter.light import Light
from generation.painter.paints import Paints

GOLD: Colour = (0.99, 0.76, 0.13)
UMBER: Colour = (0.24, 0.12, 0.06)


def peony(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Broad guard petals, then more and more ruffled ones up to a heart of gold."""
    tint = paints.bloom(traits["colour"])
    inner = blend(tint, WHITE, amount(traits["heart"], 0.0, 0.55))
    green = blend(paints.leaf, (0.16, 0.40, 0.20), 0.3)
    shapes: Shapes = ()
    many = count(traits["leaves"], 0, 8)
    for k, (a, b) in enumerate(dice.stage("leaves").uniform((8, 2)).tolist()[:many]):
        angle = GOLDEN * k + 6.28 * traits["turn"] / 1000
        tone = blend(green, blend(green, light.sun, 0.35), b)
        x, y = math.cos(angle) * 0.56, math.sin(angle) * 0.56
        shapes += leaf(x, y, angle + 0.3 * (a - 0.5), 0.66, 0.29, tone, light, 0.2 * (a - 0.5))
    ruffle, squash = amount(traits["curl"], 0.016, 0.042), amount(traits["facing"], 0.80, 1.0)
    fullness = count(traits["petals"], 0, 3)
    rows = (
        (7, 0.92, 1.00), (8, 0.82, 0.80), (8 + fullness, 0.68, 0.72),
        (8 + fullness, 0.55, 0.66), (7 + fullness, 0.42, 0.66), (5 + fullness, 0.30, 0.68),
    )  # fmt: skip
    head: Shapes = ()
    for row, (petals, reach, wide) in enumerate(rows):
        inward = row / (len(rows) - 1)
        own = blend(tint, inner, inward)
        cup = Cup(1.9, 0.5, 0.3, ruffle * (0.5 + inward), 0.05, 3)
        lift = -(1.0 - squash) * 0.6 * inward
        for k, (a, b, c, d) in enumerate(dice.stage("row", row).uniform((petals, 4)).tolist()):
            angle = GOLDEN * row + 2 * math.pi * (k + 0.4 * (a - 0.5)) / petals
            length = reach * (0.86 + 0.20 * b)
            tone = blend(own, deepen(own, 1.35), 0.35 * (d - 0.3) if d > 0.3 else 0.0)
            head += (
                cupped(
                    *(0.0, lift, angle, length, length * wide * (0.9 + 0.25 * c), tone, light, cup),
                    bend=(d - 0.5) * 0.3,
                    floor=0.22 + 0.09 * row,
                    grain=a * 50,
                    foot=blend(own, deepen(own, 1.9), 0.8),
                    tip=blend(own, WHITE, 0.25),
                ),
            )
    gold = stamens(amount(traits["gold"], 0.05, 0.15), GOLD, 26, dice.stage("gold"))
    head += placed(gold, frame(0.0, -(1.0 - squash) * 0.6))
    return Figure(fitted(shapes + placed(head, frame(stretch=squash))))


def sunflower(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Two rings of rays around a disc of seeds; with stem and leaves, or the head alone."""
    gold = blend(GOLD, paints.bloom(traits["colour"]), amount(traits["dye"], 0.0, 0.6))
    gold = paints.worn(gold)
    green = blend(paints.leaf, (0.24, 0.44, 0.16), 0.3)
    turn = amount(traits["turn"], -0.35, 0.35)
    head = _rays(traits, gold, light, dice) + _seeds(traits, gold, light)
    if traits["stem"] < 450:
        return Figure(fitted(head))
    sway = turn * 0.5
    stem = bezier((sway * 0.3, 1.25), (-sway, 0.9), (-sway * 0.6, 0.5), (0.0, 0.1), many=24)
    shapes = tube(stem, (0.085, 0.075, 0.06), green, light)
    for side, y, way in ((-1.0, 1.02, -2.55), (1.0, 0.88, -0.62), (-1.0, 0.74, -2.75)):
        stalk = bezier(
            (0.0, y), (side * 0.06, y - 0.03), (side * 0.12, y - 0.05), (side * 0.16, y - 0.05)
        )
        shapes += tube(stalk, (0.04, 0.032), green, light)
        shapes += leaf(side * 0.13, y - 0.05, way, 0.62, 0.34, green, light, 0.22 * side)
    facing = frame(0.0, -0.05, 0.74, turn, amount(traits["facing"], 0.84, 1.0))
    return Figure(fitted(shapes + placed(head, facing)))


def _rays(traits: Mapping[str, int], gold: Colour, light: Light, dice: Dice) -> Shapes:
    many, disc = count(traits["petals"], 15, 22), amount(traits["disc"], 0.36, 0.48)
    shapes: Shapes = ()
    cup = Cup(0.95, 0.85, 0.45, 0.004, 0.02, 3)
    deep = blend(gold, (0.86, 0.42, 0.06), 0.6)
    for ring in range(2):
        for k, (a, b, c) in enumerate(dice.stage("rays", ring).uniform((many, 3)).tolist()):
            angle = 2 * math.pi * (k + 0.5 * ring + 0.45 * (a - 0.5)) / many
            long_ = (0.97 - 0.07 * ring - disc * 0.8) * (0.92 + 0.16 * b)
            width = 2 * math.pi * 0.68 / many * (0.82 + 0.25 * c)
            tone = blend(gold, deep, 0.35 * c + (0.25 if ring == 0 else 0.0))
            x, y = math.cos(angle) * disc * 0.8, math.sin(angle) * disc * 0.8
            shapes += (
                cupped(
                    *(x, y, angle, long_, width, tone, light, cup),
                    bend=(a - 0.5) * 0.3,
                    floor=0.3 + 0.12 * ring,
                    grain=c * 30,
                    foot=deep,
                ),
            )
    return shapes


def _seeds(traits: Mapping[str, int], gold: Colour, light: Light) -> Shapes:
    """The disc: seeds on Vogel's spiral (1979), dark in a ring, green in the middle."""
    disc = amount(traits["disc"], 0.36, 0.48)
    lit = (light.x * disc * 0.3, light.y * disc * 0.3)
    brown = blend(UMBER, gold, 0.10)
    fill = radial(
        lit, disc * 1.4, blend(brown, gold, 0.45), brown, blend(brown, (0.0, 0.0, 0.0), 0.5)
    )
    rise = radial((0.0, 0.0), disc, 0.65, 0.85, 0.5, at=(0.0, 0.6, 1.0))
    shapes: list[Shape] = [Shape(oval(0.0, 0.0, disc, many=40), fill, rise, shadow=0.04)]
    green = blend((0.55, 0.60, 0.20), gold, 0.35)
    for x, y in scatter(300, disc * 0.985).tolist():
        share = math.hypot(x, y) / disc
        ring = blend(green, brown, min(1.0, share / 0.42))
        tone = (
            ring
            if share < 0.72
            else blend(brown, blend(gold, (0.8, 0.4, 0.05), 0.45), (share - 0.72) / 0.28)
        )
        facing = 0.5 + 0.5 * light.on(x / disc, y / disc)
        tone = blend(deepen(tone, 1.3), blend(tone, light.sun, 0.28), facing)
        shapes.append(Shape(oval(x, y, 0.016 + 0.010 * share, many=6), flat(tone)))
    return tuple(shapes)


CONCEPTS = (
    Concept(
        "peony",
        (
            COLOUR,
            Trait("heart", "Heart", "as the rim", "paler"),
            Trait("petals", "Petals", "many", "crowded"),
            Trait("curl", "Rim", "smooth", "ruffled", 600),
            Trait("gold", "Stamens", "hidden", "golden"),
            Trait("facing", "Facing", "turned up", "turned to us", 600),
            Trait("leaves", "Leaves", "none", "many", 600),
            Trait("turn", "Turn", "to the left", "to the right"),
        ),
        peony,
    ),
    Concept(
        "sunflower",
        (
            Trait("stem", "Stem", "the head alone", "with stem and leaves"),
            Trait("petals", "Rays", "few", "many"),
            Trait("disc", "Disc", "small", "large"),
            Trait("turn", "Turn", "to the left", "to the right"),
            Trait("facing", "Facing", "turned away", "turned to us", 600),
            COLOUR,
            Trait("dye", "Rays", "golden", "tinted", 200),
        ),
        sunflower,
    ),
)
