"""Draw a fish from the side, with flowing fins."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend
from generation.painter.concept.body import (
    Coat,
    coat,
    contour,
    crescent,
    eye,
    fitted,
    modelled,
    stroke,
)
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, choice, count
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
)
from generation.painter.concept.fin import fin
from generation.painter.concept.form import (
    arc,
    bezier,
    curve,
    joined,
    oval,
    points,
)
from generation.painter.concept.part import line
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.10, 0.10, 0.13)


def fish(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Facing right: tail, back and belly fins behind, the body with scales and bars, near fin."""
    body, second = paints.bloom(traits["colour"]), paints.bloom((traits["colour"] + 420) % 1000)
    web = blend(second, body, amount(traits["fins"], 0.85, 0.15))
    deep, flow = amount(traits["fullness"], 0.26, 0.42), amount(traits["flow"], 0.55, 1.15)
    wear = coat(body, light, 0.5)
    upper = curve(
        (0.62, 0.04),
        (0.50, -deep * 0.52),
        (0.24, -deep * 0.96),
        (-0.06, -deep * 0.88),
        (-0.34, -deep * 0.42),
        (-0.52, -0.085),
        (-0.545, 0.0),
    )
    lower = curve(
        (-0.535, 0.06),
        (-0.34, deep * 0.46),
        (-0.04, deep * 0.92),
        (0.24, deep * 0.92),
        (0.48, deep * 0.55),
        (0.60, 0.10),
    )
    edge = joined(upper, lower)
    shapes = _tail(traits, web, light, flow) + _fins(web, light, deep, flow)
    shapes += contour((edge,), wear, 0.018)
    marks = (*_bars(traits, second, deep, dice), *_scales(wear, deep), *_belly(edge, wear))
    shapes += (modelled(edge, wear, (0.45, 0.9), 0.07, marks),)
    shapes += _face(wear, second, deep)
    near = curve(
        (0.20, 0.06),
        (0.05, 0.02),
        (-0.12, 0.10 * flow),
        (-0.16, 0.30 * flow),
        (0.0, 0.30 * flow),
        (0.14, 0.20),
    )
    shapes += (fin((0.24, 0.08), (0.20, 0.17), near, web, light, 8, 0.6),)
    shapes += _bubbles(traits, paints, light, dice)
    return Figure(fitted(placed(shapes, frame(turn=amount(traits["lean"], -0.4, 0.3)))))


def _tail(traits: Mapping[str, int], web: Colour, light: Light, flow: float) -> Shapes:
    """Forked, round or a long veil."""
    kinds = (
        (
            (-0.66, -0.30),
            (-0.98, -0.46),
            (-0.80, -0.14),
            (-0.72, 0.0),
            (-0.80, 0.14),
            (-0.98, 0.46),
            (-0.66, 0.30),
        ),
        (
            (-0.66, -0.26),
            (-0.86, -0.32),
            (-0.97, -0.16),
            (-1.0, 0.0),
            (-0.97, 0.16),
            (-0.86, 0.32),
            (-0.66, 0.26),
        ),
        (
            (-0.70, -0.26),
            (-1.06, -0.34),
            (-1.30, 0.02),
            (-1.16, 0.20),
            (-1.28, 0.52),
            (-0.98, 0.62),
            (-0.66, 0.26),
        ),
    )
    spots = [
        (-0.5 + (x + 0.5) * flow, y * (0.75 + 0.35 * flow))
        for x, y in choice(traits["tail"], kinds)
    ]
    return (fin((-0.49, -0.085), (-0.49, 0.085), curve(*spots), web, light, 15),)


def _fins(web: Colour, light: Light, deep: float, flow: float) -> Shapes:
    rise = 0.20 + 0.26 * flow
    back = curve(
        (0.28, -deep * 0.92),
        (0.16, -deep - rise * 0.7),
        (-0.04, -deep - rise * 0.85),
        (-0.30, -deep * 0.75 - rise * 0.7),
        (-0.52 - 0.1 * flow, -deep * 0.3 - rise * 0.42),
        (-0.42, -deep * 0.26),
    )
    low = curve(
        (-0.02, deep * 0.9),
        (-0.12, deep + rise * 0.55),
        (-0.34, deep + rise * 0.75),
        (-0.44, deep * 0.7 + rise * 0.3),
        (-0.42, deep * 0.3),
    )
    pelvic = curve(
        (0.24, deep * 0.9),
        (0.20, deep + rise * 0.5),
        (0.06, deep + rise * 0.85),
        (0.04, deep + rise * 0.2),
        (0.10, deep * 0.92),
    )
    return (
        fin((0.26, -deep * 0.86), (-0.40, -deep * 0.30), back, web, light, 17),
        fin((-0.04, deep * 0.82), (-0.40, deep * 0.30), low, web, light, 11),
        fin((0.24, deep * 0.84), (0.10, deep * 0.88), pelvic, web, light, 6),
    )


def _bars(traits: Mapping[str, int], second: Colour, deep: float, dice: Dice) -> Shapes:
    """Bars with pale borders, or dots."""
    found: list[Shape] = []
    pale = blend(second, WHITE, 0.75)
    if traits["marks"] < 550:
        many = count(traits["marks"] * 1000 // 550, 1, 4)
        for k in range(many):
            x = 0.30 - 0.62 * k / max(1, many - 1) if many > 1 else 0.1
            bow = curve((x + 0.03, -deep * 1.2), (x - 0.05, 0.0), (x + 0.03, deep * 1.2))
            wide = 0.10 - 0.008 * many
            found += [line(bow, wide + 0.035, pale, 0.95), line(bow, wide, second, 0.95)]
        return tuple(found)
    for k, (a, b, c) in enumerate(dice.stage("dots").uniform((34, 3)).tolist()):
        x, y = 0.34 - 0.82 * ((k * 0.618 + 0.1 * a) % 1.0), (b * 1.5 - 0.95) * deep
        found.append(Shape(oval(x, y, 0.016 + 0.024 * c), flat(second, 0.9)))
    return tuple(found)


def _scales(wear: Coat, deep: float) -> Shapes:
    found, lit = [], blend(wear.lit, WHITE, 0.35)
    for row in range(9):
        y = (row - 4) * deep * 0.24
        for k in range(13):
            x = 0.26 - 0.066 * k - 0.033 * (row % 2)
            scale = curve((x, y - deep * 0.12), (x + 0.030, y), (x, y + deep * 0.12), many=4)
            found.append(
                Shape(
                    scale - points((0.03, 0.0)),
                    flat(lit if row < 5 else wear.deep, 0.38),
                    line=0.007,
                    closed=False,
                )
            )
    return tuple(found)


def _belly(edge: Points, wear: Coat) -> Shapes:
    pale = blend(wear.lit, WHITE, 0.5)
    return (
        crescent(edge, 0.0, -0.14, pale, 0.45, 0.05),
        crescent(edge, 0.0, 0.07, blend(wear.deep, SOOT, 0.3), 0.45, 0.03),
    )


def _face(wear: Coat, second: Colour, deep: float) -> Shapes:
    gill = bezier(
        (0.34, -deep * 0.66), (0.22, -deep * 0.30), (0.22, deep * 0.34), (0.34, deep * 0.62)
    )
    lips = bezier((0.612, 0.055), (0.585, 0.088), (0.555, 0.092), (0.525, 0.074))
    ring = Shape(oval(0.445, -deep * 0.20, 0.062), flat(blend(second, WHITE, 0.6)), flat(0.8))
    return (
        stroke(gill, 0.030, wear.deep, 0.75, 0.006),
        stroke(gill + points((0.014, 0.0)), 0.014, blend(wear.lit, WHITE, 0.4), 0.8),
        stroke(lips, 0.016, wear.rim, 0.9),
        ring,
        *eye(points((0.448, -deep * 0.20))[0], 0.040, wear.light, second),
    )


def _bubbles(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Shapes:
    found: list[Shape] = []
    pale = blend(paints.light, WHITE, 0.5)
    many = count(traits["bubbles"], 0, 5)
    for k, (a, b) in enumerate(dice.stage("bubbles").uniform((5, 2)).tolist()[:many]):
        x, y, r = 0.70 + 0.05 * a + 0.02 * k, -0.04 - 0.12 * k, 0.018 + 0.022 * b
        found.append(Shape(oval(x, y, r), flat(pale, 0.25), flat(0.3)))
        found.append(line(arc(x, y, r, 0.0, 2 * math.pi), 0.007, pale, 0.9))
        found.append(
            Shape(
                oval(x + light.x * r * 0.4, y + light.y * r * 0.4, r * 0.25, many=8),
                flat(WHITE, 0.95),
            )
        )
    return tuple(found)


CONCEPTS = (
    Concept(
        "fish",
        (
            COLOUR,
            Trait("fins", "Fins", "like the body", "of another colour"),
            Trait("fullness", "Body", "slender", "deep"),
            Trait("flow", "Fins", "short", "flowing"),
            Trait("tail", "Tail", "forked", "veil"),
            Trait("marks", "Marks", "bars", "dots", 400),
            Trait("lean", "Course", "rising", "diving"),
            Trait("bubbles", "Bubbles", "none", "many"),
        ),
        fish,
    ),
)
