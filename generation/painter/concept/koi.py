"""Draw a koi from above, bending as it swims."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import (
    Coat,
    coat,
    contour,
    fitted,
    modelled,
    stroke,
)
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
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
    along,
    arc,
    bezier,
    curve,
    joined,
    moved,
    oval,
    points,
    ribbon,
)
from generation.painter.concept.part import ball
from generation.painter.light import Light
from generation.painter.paints import Paints

SOOT: Colour = (0.10, 0.10, 0.13)
SCARLET: Colour = (0.90, 0.26, 0.12)


def koi(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """From above, head up: fins, a body that bends, patches of colour, scales, barbels."""
    white = blend(blend(paints.light, WHITE, 0.5), (1.0, 0.95, 0.88), 0.4)
    red = blend(SCARLET, paints.bloom(traits["colour"]), amount(traits["dye"], 0.1, 0.9))
    red = paints.worn(red)
    base, patch = (white, red) if traits["kind"] < 620 else (red, blend(red, white, 0.6))
    turn = amount(traits["lean"], -0.9, 0.9)
    sun = light.seen(turn)
    spine = _spine(amount(traits["bend"], -0.34, 0.34))
    wide = amount(traits["fullness"], 0.28, 0.36)
    body = ribbon(
        spine, tuple(wide * w for w in (0.26, 0.66, 0.86, 1.0, 1.0, 0.92, 0.76, 0.56, 0.36, 0.12))
    )
    wear = coat(base, sun, 0.6)
    web = blend(white, base, 0.35)
    shapes = _fan_tail(spine, traits, web, sun) + _side_fins(spine, traits, wide, web, sun)
    shapes += contour((body,), wear, 0.016)
    marks = _patches(traits, spine, wide, patch, dice) + _net(spine, wide, wear)
    shapes += (modelled(body, wear, (0.45, 0.9), 0.06, marks),)
    shapes += _dorsal(spine, wide, traits, web, sun) + _koi_head(spine, wide, wear, sun)
    return Figure(fitted(placed(shapes, frame(turn=turn))))


def _spine(bend: float) -> Points:
    """From the snout to the root of the tail; swings out more and more towards the tail."""
    t = np.linspace(0.0, 1.0, 40)
    x = bend * (0.35 + 0.65 * t) * np.sin(math.pi * (1.35 * t - 0.15))
    return np.stack([x, -0.74 + 1.18 * t], -1)


def _at(spine: Points, share: float, aside: float) -> tuple[float, float, float]:
    """A spot beside the spine, and the direction in which the body runs there, to the tail."""
    x, y, way = along(spine, share)
    return x - math.sin(way) * aside, y + math.cos(way) * aside, way


def _fan_tail(spine: Points, traits: Mapping[str, int], web: Colour, light: Light) -> Shapes:
    x, y, way = along(spine, 1.0)
    long_, swing = amount(traits["fins"], 0.34, 0.62), amount(traits["bend"], 0.5, -0.5)
    found: Shapes = ()
    for side in (-1.0, 1.0):
        outer = curve(
            *(
                (long_ * 0.30, side * 0.10),
                (long_ * 0.75, side * 0.24),
                (long_ * 1.12, side * 0.27),
            ),
            *((long_ * 1.0, side * 0.13), (long_ * 0.72, side * 0.02)),
        )
        lobe = fin((-0.06, side * 0.035), (-0.02, 0.0), outer, web, light.seen(way + swing), 9)
        found += (lobe.placed(frame(x, y, 1.0, way + swing)),)
    return found


def _side_fins(
    spine: Points, traits: Mapping[str, int], wide: float, web: Colour, light: Light
) -> Shapes:
    found: Shapes = ()
    long_, open_ = amount(traits["fins"], 0.26, 0.40), amount(traits["stroke"], 0.45, 1.25)
    for share, size, spread in ((0.56, 0.62, 0.55), (0.245, 1.0, 1.0)):
        for side in (-1.0, 1.0):
            x, y, way = _at(spine, share, side * wide * 0.42)
            angle = way + side * open_ * spread
            reach = long_ * size
            outer = curve(
                *(
                    (reach * 0.25, -0.10 * size),
                    (reach * 0.70, -0.17 * size),
                    (reach * 1.05, -0.10 * size),
                ),
                *(
                    (reach * 1.02, 0.04 * size),
                    (reach * 0.62, 0.12 * size),
                    (reach * 0.25, 0.08 * size),
                ),
            )
            if side > 0:
                outer = (outer * points((1.0, -1.0)))[::-1]
            web_ = fin((0.0, -0.05 * size), (0.0, 0.05 * size), outer, web, light.seen(angle), 9)
            found += (web_.placed(frame(x, y, 1.0, angle)),)
    return found


def _patches(
    traits: Mapping[str, int], spine: Points, wide: float, patch: Colour, dice: Dice
) -> Shapes:
    """A cap on the head, blots down the back, some of soot on some of them."""
    found: list[Shape] = []
    many = count(traits["patches"], 2, 6)
    for k, throws in enumerate(dice.stage("patches").uniform((6, 8)).tolist()[:many]):
        share = 0.10 if k == 0 else 0.22 + 0.68 * (k - 0.5 + 0.5 * throws[0]) / many
        x, y, way = _at(spine, share, wide * 0.5 * (throws[1] - 0.5) * (0.3 if k == 0 else 1.1))
        r = wide * (0.26 if k == 0 else 0.34 + 0.22 * throws[2])
        angles = [2 * math.pi * j / 5 for j in range(5)]
        blot = curve(
            *(
                (
                    math.cos(a) * r * (0.8 + 0.6 * throws[3 + j]),
                    math.sin(a) * r * (0.7 + 0.5 * throws[3 + j]),
                )
                for j, a in enumerate(angles)
            ),
            closed=True,
        )
        found.append(Shape(moved(blot, x, y, way), flat(patch, 0.96), soft=0.006))
    if 300 < traits["kind"] < 620:
        for a, b, c in dice.stage("soot").uniform((6, 3)).tolist():
            x, y, way = _at(spine, 0.2 + 0.7 * a, wide * 0.8 * (b - 0.5))
            found.append(
                Shape(
                    oval(x, y, 0.035 + 0.05 * c, 0.03 + 0.03 * c, way), flat(SOOT, 0.92), soft=0.006
                )
            )
    return tuple(found)


def _net(spine: Points, wide: float, wear: Coat) -> Shapes:
    """Scales: rows of arcs that open towards the head."""
    found = []
    for k in range(17):
        share = 0.26 + 0.042 * k
        for j in range(-3, 4):
            aside = (j + 0.5 * (k % 2)) * wide * 0.15
            x, y, way = _at(spine, share, aside)
            bow = moved(arc(0.0, 0.0, wide * 0.085, -1.3, 1.3, 7), x, y, way)
            found.append(
                Shape(bow, flat(blend(wear.deep, wear.body, 0.3), 0.34), line=0.007, closed=False)
            )
    return tuple(found)


def _dorsal(
    spine: Points, wide: float, traits: Mapping[str, int], web: Colour, light: Light
) -> Shapes:
    lean = wide * amount(traits["stroke"], -0.30, 0.30)
    root = [_at(spine, 0.36 + 0.03 * k, 0.0)[:2] for k in range(11)]
    crest = [
        _at(spine, 0.40 + 0.032 * k, lean * math.sin(math.pi * (k + 1) / 12))[:2] for k in range(11)
    ]
    edge = joined(curve(*root), curve(*crest)[::-1])
    rays = tuple(
        Shape(points(a, b), flat(deepen(web, 1.3), 0.5), line=0.008, closed=False)
        for a, b in zip(root, crest, strict=True)
    )
    ridge = stroke(curve(*root), 0.022, blend(web, WHITE, 0.5), 0.9)
    return (Shape(edge, flat(web, 0.9), flat(0.9), shadow=0.03, inside=rays), ridge)


def _koi_head(spine: Points, wide: float, wear: Coat, light: Light) -> Shapes:
    found: Shapes = ()
    for side in (-1.0, 1.0):
        x, y, _ = _at(spine, 0.105, side * wide * 0.29)
        found += ball(x, y, 0.0155, SOOT, light, 0.95)
        gill = [
            _at(spine, share, side * wide * aside)[:2]
            for share, aside in ((0.12, 0.48), (0.20, 0.36), (0.235, 0.16))
        ]
        found += (stroke(curve(*gill), 0.014, wear.deep, 0.6),)
        x, y, _ = _at(spine, 0.025, side * wide * 0.16)
        found += (Shape(oval(x, y, 0.008), flat(wear.deep, 0.8)),)
        whisker = bezier(
            (x + side * 0.02, y),
            (x + side * 0.05, y - 0.01),
            (x + side * 0.06, y - 0.05),
            (x + side * 0.09, y - 0.06),
        )
        found += (stroke(whisker, 0.012, wear.deep, 0.9),)
    return found


CONCEPTS = (
    Concept(
        "koi",
        (
            Trait("kind", "Kind", "white and red", "golden"),
            Trait("bend", "Bend", "to the left", "to the right"),
            Trait("patches", "Patches", "few", "many"),
            COLOUR,
            Trait("dye", "Red", "scarlet", "of the palette", 350),
            Trait("fins", "Fins", "short", "flowing"),
            Trait("stroke", "Stroke", "fins folded", "fins spread"),
            Trait("fullness", "Build", "slender", "stout"),
            Trait("lean", "Course", "to the left", "to the right"),
        ),
        koi,
    ),
)
