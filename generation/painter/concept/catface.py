"""Draw the face of a cat from the front: ears, mask, eyes, whiskers."""

from __future__ import annotations

from collections.abc import Mapping

from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.body import Coat, contour, crescent, modelled, stroke
from generation.painter.concept.concept import amount, choice
from generation.painter.concept.figure import (
    Point,
    Shape,
    Shapes,
    flat,
    frame,
    mirrored,
    placed,
    radial,
)
from generation.painter.concept.form import bezier, both_sides, curve, joined, moved, oval, points
from generation.painter.light import Light
from generation.painter.paints import Paints

SKULL: tuple[Point, ...] = (
    *((0.0, -0.205), (0.09, -0.207), (0.18, -0.165), (0.245, -0.07), (0.268, 0.035)),
    *((0.262, 0.085), (0.225, 0.150), (0.145, 0.205), (0.06, 0.238), (0.0, 0.242)),
)


def is_bicolour(traits: Mapping[str, int]) -> bool:
    return traits["coat"] < 200


def head_of(
    traits: Mapping[str, int], fur: Coat, second: Colour, paints: Paints, light: Light
) -> Shapes:
    """The head around (0, 0), about half as wide as high; ears, mask, eyes, muzzle."""
    skull = both_sides(curve(*SKULL))
    right = joined(
        bezier((0.055, -0.185), (0.10, -0.27), (0.18, -0.36), (0.225, -0.395)),
        bezier((0.225, -0.395), (0.262, -0.31), (0.268, -0.18), (0.250, -0.06)),
    )
    left = right * points((-1.0, 1.0))
    shapes: Shapes = contour((right, left, skull), fur, 0.018)
    pink = blend((0.86, 0.55, 0.55), fur.body, 0.25)
    for ear, way in ((left, -1.0), (right, 1.0)):
        inner = moved(ear, 0.176 * way * 0.30, -0.215 * 0.28, scale=0.70)
        hollow = Shape(inner, flat(blend(pink, fur.deep, 0.15), 0.9), soft=0.008)
        shapes += (modelled(ear, fur, (0.4, 0.6), 0.02, (hollow,)),)
    shapes += (modelled(skull, fur, (0.5, 0.9), 0.045, _mask(traits, second, fur)),)
    iris = blend(
        choice(traits["eyes"], ((0.55, 0.78, 0.36), (0.95, 0.72, 0.22), (0.36, 0.66, 0.86))),
        paints.light,
        0.12,
    )
    one = _eye(iris, light, fur)
    shapes += placed(one, frame(0.112, 0.002)) + placed(mirrored(one), frame(-0.112, 0.002))
    return shapes + _muzzle(fur, pink)


def _muzzle(fur: Coat, pink: Colour) -> Shapes:
    """Nose, smile and whiskers."""
    nose = curve(
        (-0.030, 0.078),
        (0.0, 0.070),
        (0.030, 0.078),
        (0.016, 0.100),
        (0.0, 0.110),
        (-0.016, 0.100),
        closed=True,
    )
    shapes: Shapes = (Shape(nose, flat(blend(pink, (0.75, 0.38, 0.40), 0.5)), flat(0.95)),)
    ink = blend(fur.rim, (0.25, 0.12, 0.14), 0.3)
    shapes += (
        stroke(points((0.0, 0.105), (0.001, 0.118), (0.0, 0.132), (0.0, 0.14)), 0.010, ink, 0.9),
    )
    pale = blend(WHITE, fur.lit, 0.15)
    for way in (-1.0, 1.0):
        smile = bezier(
            (0.0, 0.135), (0.012 * way, 0.165), (0.05 * way, 0.168), (0.075 * way, 0.142)
        )
        shapes += (stroke(smile, 0.011, ink, 0.9),)
        for k in range(3):
            tip = (0.40 * way, 0.055 + 0.062 * k)
            hair = bezier(
                (0.07 * way, 0.112 + 0.014 * k),
                (0.18 * way, 0.085 + 0.02 * k),
                (0.29 * way, 0.05 + 0.05 * k),
                tip,
            )
            shapes += (stroke(hair, 0.0075, pale, 0.9),)
    return shapes


def _mask(traits: Mapping[str, int], second: Colour, fur: Coat) -> Shapes:
    """The muzzle, pale; on a tabby the M above the eyes and lines on the cheeks."""
    two = is_bicolour(traits)
    white = second if two else blend(fur.lit, WHITE, 0.6)
    soft = 0.006 if two else 0.018
    found = [
        Shape(oval(x, 0.145, 0.085, 0.072), flat(white, 0.9), soft=soft) for x in (-0.055, 0.055)
    ]
    found.append(Shape(oval(0.0, 0.20, 0.10, 0.06), flat(white, 0.9), soft=soft))
    if two:
        blaze = curve(
            (0.0, -0.16), (0.028, 0.0), (0.07, 0.14), (-0.07, 0.14), (-0.028, 0.0), closed=True
        )
        return (*found, Shape(blaze, flat(white, 0.95), soft=0.005))
    dark = amount(traits["stripes"], 0.0, 0.85)
    for way in (-1.0, 1.0):
        for start, end in (
            ((0.03, -0.21), (0.022, -0.085)),
            ((0.095, -0.21), (0.075, -0.085)),
            ((0.28, 0.03), (0.175, 0.045)),
            ((0.28, 0.09), (0.175, 0.085)),
        ):
            a, b = (start[0] * way, start[1]), (end[0] * way, end[1])
            path = bezier(a, (a[0], (a[1] * 2 + b[1]) / 3), b, b, many=8)
            found.append(stroke(path, 0.026, second, dark, 0.004))
    return tuple(found)


def _eye(iris: Colour, light: Light, fur: Coat) -> Shapes:
    """The right eye: an almond that rises outwards, a slit, a glint."""
    almond = joined(
        bezier((-0.062, 0.022), (-0.035, -0.052), (0.035, -0.062), (0.066, -0.022)),
        bezier((0.066, -0.022), (0.045, 0.040), (-0.020, 0.048), (-0.062, 0.022)),
    )
    slit = joined(
        bezier((0.002, -0.046), (0.022, -0.02), (0.022, 0.018), (0.002, 0.038)),
        bezier((0.002, 0.038), (-0.018, 0.018), (-0.018, -0.02), (0.002, -0.046)),
    )
    black = blend(fur.rim, (0.02, 0.02, 0.03), 0.7)
    lid = crescent(almond, 0.0, 0.016, black, 0.55, 0.008)
    glint = Shape(oval(light.x * 0.022, light.y * 0.022, 0.010, many=10), flat(WHITE, 0.95))
    globe = radial((0.0, 0.01), 0.065, blend(iris, WHITE, 0.35), iris, deepen(iris))
    return (
        Shape(moved(almond, scale=1.20), flat(black), flat(0.9)),
        Shape(almond, globe, inside=(lid, Shape(slit, flat(black)), glint)),
    )
