"""Draw love: a heart, and Cupid's wings that carry one."""

from __future__ import annotations

import math
from collections.abc import Mapping

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
    mirrored,
    placed,
    radial,
)
from generation.painter.concept.form import (
    along,
    arc,
    bezier,
    blade,
    both_sides,
    curve,
    joined,
    moved,
    oval,
)
from generation.painter.concept.part import feather, glow, petal, solid, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

WHITE: Colour = (1.0, 0.99, 0.96)
EMBER: Colour = (1.0, 0.56, 0.34)


def heart(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A heart of flesh, of glass or in rings of petals, with a light of its own."""
    colour, turn = paints.bloom(traits["colour"]), amount(traits["lean"], -0.28, 0.28)
    body = choice(traits["matter"], (_flesh, _facets, _petalled))
    sun = light.seen(turn)
    shapes: Shapes = (glow(0.0, 0.02, 1.15, blend(colour, EMBER, 0.5), _strength(traits)),)
    shapes += body(traits, colour, sun, dice)
    return Figure(placed(shapes, frame(turn=turn)))


def _strength(traits: Mapping[str, int]) -> float:
    return amount(traits["glow"], 0.10, 0.55)


def _outline(cleft: float, scale: float = 1.0) -> Points:
    """A heart as tall as broad; `cleft` is how deep its lobes part."""
    right = joined(
        bezier((0.0, -0.62 + cleft), (0.12, -0.96), (0.86, -1.02), (0.90, -0.36)),
        bezier((0.90, -0.36), (0.92, 0.12), (0.36, 0.44), (0.0, 0.88))[1:],
    )
    return both_sides(right) * scale


def _flesh(traits: Mapping[str, int], colour: Colour, light: Light, dice: Dice) -> Shapes:
    """Round and glossy, with a window of sky on each lobe and light from below."""
    edge = _outline(amount(traits["cleft"], 0.12, 0.34))
    lit, body, deep = tones(colour, light)
    centre = (light.x * 0.42, light.y * 0.42 - 0.08)
    inks = (blend(lit, light.sun, 0.35), lit, body, deep, deepen(deep))
    fill = radial(centre, 1.45, *inks, at=(0.0, 0.16, 0.46, 0.82, 1.0))
    rise = radial((0.0, -0.1), 1.0, 0.95, 0.85, 0.3, at=(0.0, 0.5, 1.0))
    side = 1.0 if light.x > 0 else -1.0
    rim = Shape(edge * 0.985, flat(blend(body, EMBER, 0.5), 0.55), line=0.045, soft=0.02)
    window = moved(oval(0.0, 0.0, 0.19, 0.105), side * 0.44, -0.52, -0.5 * side)
    far = moved(oval(0.0, 0.0, 0.10, 0.055), -side * 0.40, -0.60, 0.5 * side)
    bounce = arc(0.0, -0.16, 0.80, 0.25 * math.pi, 0.75 * math.pi)
    marks = (
        Shape(bounce, flat(blend(body, EMBER, 0.6), 0.5), line=0.10, closed=False, soft=0.05),
        rim,
        Shape(window, flat(WHITE, 0.82), soft=0.022),
        Shape(far, flat(WHITE, 0.40), soft=0.02),
    )
    return (Shape(edge, fill, rise, inside=marks),)


def _facets(traits: Mapping[str, int], colour: Colour, light: Light, dice: Dice) -> Shapes:
    """Cut like a jewel: each facet takes the light by the way it faces."""
    edge = _outline(amount(traits["cleft"], 0.12, 0.34))
    inner, many = edge * 0.52, count(traits["cuts"], 12, 24)
    lit, body, deep = tones(colour, light)
    marks: list[Shape] = []
    throws = dice.stage("facets").uniform(2 * many).tolist()
    for k in range(many):
        a, b = (along(edge, share)[:2] for share in (k / many, (k + 1) / many))
        c, d = (along(inner, share)[:2] for share in (k / many, (k + 1) / many))
        m = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        for number, facet in enumerate(((a, b, c), (b, d, c), (c, d, (0.0, -0.12)))):
            length = math.hypot(*m) or 1.0
            face = light.on(m[0] / length, m[1] / length) * (-0.45 if number == 2 else 1.0)
            shade = 0.5 + 0.42 * face + 0.22 * (throws[2 * k + number % 2] - 0.5)
            tint = blend(body, lit, 2 * shade - 1) if shade > 0.5 else blend(deep, body, 2 * shade)
            tint = blend(tint, WHITE, max(0.0, shade - 0.86) * 2.4)
            spots = curve(*facet, closed=True, many=1)
            marks.append(Shape(spots, flat(tint), corners=True))
            rim = blend(tint, WHITE, 0.35)
            marks.append(Shape(spots, flat(rim, 0.5), line=0.008, corners=True))
    rise = radial((0.0, -0.1), 1.0, 0.9, 0.8, 0.3, at=(0.0, 0.5, 1.0))
    return (Shape(edge, flat(body), rise, inside=tuple(marks)),)


def _petalled(traits: Mapping[str, int], colour: Colour, light: Light, dice: Dice) -> Shapes:
    """Petals laid like tiles from the rim inwards."""
    found: list[Shape] = [solid(_outline(0.2, 0.9), deepen(colour), light)]
    rings = count(traits["cuts"], 4, 6)
    for ring in range(rings):
        scale = 0.84 * (1.0 - ring / (rings + 0.35))
        edge, many = _outline(0.2, scale), max(7, round(30 * scale))
        for k, (wander, tone) in enumerate(dice.stage("ring", ring).uniform((many, 2)).tolist()):
            x, y, _ = along(edge, (k + 0.5 * (ring % 2) + 0.3 * wander) / many)
            away = math.atan2(y + 0.10, x)
            length = 0.27 - 0.018 * ring
            body = blend(colour, WHITE, 0.10 * ring + 0.22 * (tone - 0.3))
            three = (deepen(body), body, blend(body, WHITE, 0.4))
            foot = (x - math.cos(away) * length * 0.6, y - math.sin(away) * length * 0.6)
            found += petal(*foot, away, length, length * 0.82, three, light, veins=5, floor=0.4)
    return tuple(found)


def wings(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Two wings in three rows of feathers, the longest behind, and a heart between them."""
    plume = blend(blend(paints.light, WHITE, 0.4), paints.bloom(traits["colour"]), _dye(traits))
    lift = amount(traits["lift"], 0.20, -0.14)
    shapes: Shapes = ()
    for side in (-1.0, 1.0):
        sun = light if side > 0 else Light(-light.x, light.y, light.sun, light.dark)
        half = _wing(traits, plume, paints.shade, sun.seen(lift), dice.stage("feathers"))
        half = placed(half, frame(0.05, 0.02, turn=lift))
        shapes += half if side > 0 else mirrored(half)
    red = paints.bloom((traits["colour"] + 300) % 1000)
    size = amount(traits["heart"], 0.26, 0.40)
    own = {"cleft": 500, "glow": 700}
    middle: Shapes = (glow(0.0, 0.10, 0.95, blend(red, EMBER, 0.6), 0.42),)
    middle += _flesh(own, blend(red, (0.86, 0.10, 0.20), 0.55), light, dice)
    carried = placed(middle, frame(0.0, 0.12, size))
    return Figure(placed(shapes + carried, frame(0.0, 0.33, 0.71)))


def _dye(traits: Mapping[str, int]) -> float:
    return amount(traits["dye"], 0.0, 0.42)


def _wing(
    traits: Mapping[str, int], plume: Colour, shade: Colour, light: Light, dice: Dice
) -> Shapes:
    """The right wing: feathers hang from its arm, outwards at the tip, down at the root."""
    arm = bezier((0.0, 0.14), (0.06, -0.34), (0.18, -0.74), (0.52, -0.72), many=24)
    fan = amount(traits["fan"], 0.86, 1.10)
    found: list[Shape] = []
    for row, (longest, width, many) in enumerate(
        ((0.78, 0.18, 11), (0.50, 0.16, 11), (0.30, 0.13, 10))
    ):
        throws = dice.stage("row", row).uniform((many, 3)).tolist()
        for k, (wander, long_, tone) in enumerate(throws):
            share = 1.0 - k / (many - 1)  # from the tip to the root: inner ones lie on top
            x, y, _ = along(arm, 0.10 + 0.88 * share)
            angle = math.radians(96.0 - 138.0 * fan * share**1.1 + 5.0 * (wander - 0.5))
            length = longest * (0.50 + 0.50 * share**0.9) * (0.95 + 0.10 * long_)
            body = blend(plume, shade, 0.42 - 0.14 * row + 0.16 * (tone - 0.5))
            bend = 0.14 + 0.12 * (1.0 - share)
            if row == 0:
                found += feather(x, y, angle, length, width, body, light, bend, 0.34, 0.05)
            else:
                found += _covert(x, y, angle, length, width, body, light, row, bend)
    down = blend(plume, WHITE, 0.5)
    for k, throw in enumerate(dice.stage("down").uniform((14, 3)).tolist()):
        x, y, way = along(arm, 0.04 + 0.95 * k / 14)
        length = 0.15 + 0.05 * throw[1]
        angle = way + 1.0 + throw[2] * 0.5
        found += _covert(x - 0.03, y - 0.02, angle, length, length * 0.62, down, light, 3, 0.1)
    return tuple(found)


def _covert(
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    body: Colour,
    light: Light,
    row: int,
    bend: float,
) -> Shapes:
    """A short feather, round at its tip, that covers the quills of the row below."""
    edge = blade(length, width, 1.5, 0.5, bend, width * 0.4, many=16)
    three = (deepen(body), body, blend(body, WHITE, 0.45))
    floor = 0.34 + 0.12 * row
    return petal(x, y, angle, length, width, three, light, edge, floor, 0.06, 3, bend)


CONCEPTS = (
    Concept(
        "heart",
        (
            COLOUR,
            Trait("matter", "Made of", "flesh, jewel", "petals", 300),
            Trait("cleft", "Lobes", "joined", "parted"),
            Trait("cuts", "Parts", "few", "many"),
            Trait("glow", "Glow", "faint", "strong"),
            Trait("lean", "Lean", "left", "right"),
        ),
        heart,
    ),
    Concept(
        "wings",
        (
            COLOUR,
            Trait("dye", "Feathers", "white", "tinted", 250),
            Trait("lift", "Wings", "lowered", "raised", 600),
            Trait("fan", "Fan", "narrow", "wide"),
            Trait("heart", "Heart", "small", "large"),
        ),
        wings,
    ),
)
