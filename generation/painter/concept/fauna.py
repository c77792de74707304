"""Draw what flies and runs: butterflies, alone and in swarms."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount
from generation.painter.concept.figure import (
    Affine,
    Figure,
    Point,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    mirrored,
    placed,
    radial,
    ramp,
)
from generation.painter.concept.form import bezier, curve, joined, oval, points, ribbon
from generation.painter.concept.part import ball, line, solid
from generation.painter.light import Light
from generation.painter.paints import Paints

IVORY: Colour = (1.0, 0.96, 0.86)
SOOT: Colour = (0.07, 0.04, 0.10)


def butterfly(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Hind wings, then fore wings over them, then the body; the far pair is folded a little."""
    colour, second = paints.bloom(traits["colour"]), paints.bloom((traits["colour"] + 500) % 1000)
    near, far = amount(traits["fold"], 1.0, 0.55), amount(traits["fold"], 0.98, 0.42)
    shapes: Shapes = ()
    for side, fold in ((-1.0, far), (1.0, near)):
        sun = light if side > 0 else Light(-light.x, light.y, light.sun, light.dark)
        wing = _wings(traits, (colour, second), sun)
        half = placed(wing, frame(0.03, 0.0, 1.0).then(_folded(fold)))
        shapes += half if side > 0 else mirrored(half)
    return Figure(placed(shapes + _body(second, light), frame(0.0, 0.08, 0.72)))


def _folded(fold: float) -> Affine:
    """Wings that are raised show less of their breadth and rise a little."""
    return Affine(a=fold, b=-(1.0 - fold) * 0.35)


def _wings(traits: Mapping[str, int], colours: tuple[Colour, Colour], light: Light) -> Shapes:
    """The right pair, roots at the origin."""
    long_, tail = amount(traits["span"], 0.92, 1.08), amount(traits["tails"], 0.0, 0.32)
    fore = joined(
        bezier((0.0, -0.02), (0.12, -0.44), (0.52, -0.92), (1.0 * long_, -0.86)),
        bezier((1.0 * long_, -0.86), (1.08 * long_, -0.62), (0.84, -0.20), (0.50, 0.04))[1:],
        bezier((0.50, 0.04), (0.28, 0.10), (0.10, 0.06), (0.0, 0.02))[1:],
    )
    low = 0.70 + tail
    hind = joined(
        bezier((0.0, 0.0), (0.26, -0.04), (0.66, -0.02), (0.72, 0.26)),
        bezier((0.72, 0.26), (0.72, 0.46), (0.60, 0.56), (0.48, 0.64))[1:],
        bezier((0.48, 0.64), (0.44, low), (0.36, low + 0.06), (0.32, 0.66))[1:],
        bezier((0.32, 0.66), (0.22, 0.58), (0.06, 0.30), (0.0, 0.06))[1:],
    )
    return (
        _wing(hind, (0.58, 0.42), (-0.05, 1.45), colours, traits, light, 0.30),
        _wing(fore, (0.86, -0.52), (-1.40, 0.12), colours, traits, light, 0.42),
    )


def _wing(
    edge: Points,
    tip: Point,
    fan: tuple[float, float],
    colours: tuple[Colour, Colour],
    traits: Mapping[str, int],
    light: Light,
    height: float,
) -> Shape:
    """One wing: warm root, strong middle, dark border, veins from the root, pale spots."""
    body, second = colours
    root, dark = blend(second, IVORY, 0.45), blend(deepen(body, 2.4), SOOT, 0.72)
    reach = math.hypot(*tip)
    border = amount(traits["border"], 0.90, 0.66)
    inks = (root, blend(root, body, 0.75), body, blend(body, dark, 0.55), dark)
    fill = radial((0.0, 0.0), reach * 1.14, *inks, at=(0.0, 0.26, border * 0.82, border, 0.97))
    marks = [*_bands(reach, fan, body, root, border), *_nerves(reach, fan, dark)]
    marks += _spots(reach, fan, traits, IVORY)
    bright, deep = (*light.sun, 0.34), (*light.dark, 0.36)
    ends = (light.x * 0.8 + tip[0] / 2, light.y * 0.8 + tip[1] / 2)
    away = (tip[0] - ends[0], tip[1] - ends[1])
    marks.append(Shape(edge, ramp(ends, away, bright, (*light.sun, 0.0), deep)))
    marks.append(Shape(edge, flat(dark), line=0.05))
    rise = radial((0.0, 0.0), reach, height, height + 0.22, height)
    return Shape(edge, fill, rise, shadow=0.05, inside=tuple(marks))


def _bands(
    reach: float, fan: tuple[float, float], body: Colour, root: Colour, border: float
) -> list[Shape]:
    """Cells of lighter colour between the veins."""
    found, steps = [], 6
    for i in range(steps):
        low = fan[0] + (fan[1] - fan[0]) * (i + 0.22) / steps
        high = fan[0] + (fan[1] - fan[0]) * (i + 0.78) / steps
        r, s = reach * 0.34, reach * border * 0.92
        cell = points(
            (math.cos((low + high) / 2) * r, math.sin((low + high) / 2) * r),
            (math.cos(low) * s * 0.9, math.sin(low) * s * 0.9),
            (math.cos((low + high) / 2) * s * 1.06, math.sin((low + high) / 2) * s * 1.06),
            (math.cos(high) * s * 0.9, math.sin(high) * s * 0.9),
        )
        pale = blend(blend(body, root, 0.5), IVORY, 0.35)
        far = (*blend(body, root, 0.5), 0.0)
        found.append(Shape(cell, radial((0.0, 0.0), s, far, (*pale, 0.75), at=(0.35, 1.0))))
    return found


def _nerves(reach: float, fan: tuple[float, float], dark: Colour) -> list[Shape]:
    found = []
    for i in range(7):
        angle = fan[0] + (fan[1] - fan[0]) * i / 6
        bent = angle - 0.07
        nerve = curve(
            (0.0, 0.0),
            (math.cos(angle) * reach * 0.5, math.sin(angle) * reach * 0.5 + 0.02),
            (math.cos(bent) * reach * 1.3, math.sin(bent) * reach * 1.3),
            many=4,
        )
        found.append(Shape(ribbon(nerve, (0.030, 0.016, 0.012)), flat(dark, 0.78)))
    return found


def _spots(
    reach: float, fan: tuple[float, float], traits: Mapping[str, int], pale: Colour
) -> list[Shape]:
    """Two rows of spots on the dark border, as monarchs wear."""
    found, size = [], amount(traits["spots"], 0.012, 0.040)
    for row, (share, many) in enumerate(((1.06, 8), (0.985, 7))):
        for i in range(many):
            angle = fan[0] + (fan[1] - fan[0]) * (i + 0.5) / many
            r = reach * share
            spot = oval(
                math.cos(angle) * r, math.sin(angle) * r, size * (1.0 - 0.35 * row), many=10
            )
            found.append(Shape(spot, flat(pale, 0.92)))
    return found


def _body(second: Colour, light: Light) -> Shapes:
    """Abdomen, thorax, head, and feelers that end in clubs."""
    fur, found = blend(SOOT, second, 0.28), []
    for side in (-1.0, 1.0):
        feeler = curve((0.02 * side, -0.25), (0.09 * side, -0.44), (0.24 * side, -0.58))
        found.append(line(feeler, 0.014, SOOT))
        found += ball(0.245 * side, -0.585, 0.018, SOOT, light)
    abdomen = solid(oval(0.0, 0.20, 0.052, 0.25), fur, light, (0.5, 0.75))
    rings = tuple(
        line(points((-0.06, y), (0.0, y + 0.015), (0.06, y)), 0.010, blend(fur, IVORY, 0.4), 0.7)
        for y in (0.08, 0.15, 0.22, 0.29, 0.36)
    )
    found.append(Shape(abdomen.edge, abdomen.fill, abdomen.relief, shadow=0.05, inside=rings))
    found.append(solid(oval(0.0, -0.07, 0.070, 0.115), fur, light, (0.55, 0.85)))
    found += ball(0.0, -0.215, 0.058, fur, light)
    return tuple(found)


WINGED = (
    COLOUR,
    Trait("fold", "Wings", "spread", "folded", 200),
    Trait("span", "Span", "broad", "long"),
    Trait("tails", "Tails", "none", "swallowtail", 300),
    Trait("border", "Border", "thin", "wide", 450),
    Trait("spots", "Spots", "fine", "bold"),
)
CONCEPTS = (Concept("butterfly", WINGED, butterfly), Concept("swarm", WINGED, butterfly))
