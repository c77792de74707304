"""Draw a grand piano as one sees it from the balcony."""

from __future__ import annotations

from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import Concept, Trait, amount
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    flat,
    frame,
    placed,
    ramp,
)
from generation.painter.concept.form import (
    bezier,
    joined,
    moved,
    oval,
    points,
    ribbon,
)
from generation.painter.concept.part import line, solid, tones
from generation.painter.concept.strings import EBONY, IVORY, LOOK, SPRUCE
from generation.painter.light import Light
from generation.painter.paints import Paints


def piano(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A grand piano from above: lacquer rim, golden frame and strings, keys along the front."""
    lacquer = blend(EBONY, paints.bloom(traits["colour"]), amount(traits["stain"], 0.0, 0.75))
    lean = amount(traits["lean"], -0.35, 0.35)
    sun, tail = light.seen(lean), amount(traits["length"], -0.72, -0.94)
    edge = _harp(tail, 1.0)
    inner = (edge - (0.0, 0.05)) * 0.90 + (-0.006, 0.045)
    shapes: list[Shape] = [solid(edge, lacquer, sun, (0.4, 0.6))]
    side = line(edge * 0.985 + (0.002, 0.0), 0.016, blend(lacquer, sun.sun, 0.7), 0.6)
    shapes.append(side)
    shapes.append(_soundboard(inner, paints.metal, sun, traits))
    shapes += _keyboard(lacquer, sun)
    return Figure(placed(shapes, frame(turn=lean, scale=0.93)))


def _harp(tail: float, scale: float) -> Points:
    """Straight on the left, curved on the right like a harp lying down."""
    knee = tail * 0.42
    return scale * joined(
        points((-0.62, 0.40), (-0.62, tail * 0.75)),
        bezier(
            (-0.62, tail * 0.75), (-0.62, tail * 1.04), (-0.12, tail * 1.10), (-0.06, tail * 0.72)
        ),
        bezier((-0.06, tail * 0.72), (0.0, knee), (0.62, knee + 0.10), (0.62, 0.28))[1:],
        points((0.62, 0.40), (0.62, 0.82), (0.60, 0.86), (-0.60, 0.86), (-0.62, 0.82)),
    )


def _soundboard(edge: Points, metal: Colour, light: Light, traits: Mapping[str, int]) -> Shape:
    """Spruce under an iron frame painted gold, and strings that fan out in two choirs."""
    lit, body, deep = tones(SPRUCE, light)
    marks: list[Shape] = []
    gold = blend((0.86, 0.66, 0.28), metal, 0.4)
    rim = Shape(edge, flat(gold), flat(0.6), line=0.14)
    for k in range(40):
        u = k / 39
        string = points((-0.54 + 1.08 * u, 0.46), (-0.56 + 0.52 * u, -0.98 + 0.9 * u))
        marks.append(line(string, 0.005, blend(IVORY, gold, 0.3 + 0.3 * (k % 2)), 0.85))
    for u in (0.18, 0.42, 0.68):
        bar = points((-0.54 + 1.08 * u, 0.50), (-0.56 + 0.60 * u, -0.98 + 0.9 * u))
        marks.append(Shape(ribbon(bar, 0.034), flat(gold), flat(0.7), shadow=0.02))
        marks.append(line(moved(bar, light.x * 0.008), 0.008, blend(gold, IVORY, 0.7), 0.8))
    marks.append(rim)
    pins = points((-0.58, 0.475), (0.58, 0.475))
    marks.append(Shape(ribbon(pins, 0.07), flat(gold), flat(0.7), shadow=0.015))
    for k in range(26):
        x = -0.55 + 1.10 * k / 25
        marks.append(
            Shape(oval(x, 0.475 + 0.012 * (-1) ** k, 0.009, many=8), flat(deepen(gold, 2.2)))
        )
    fill = ramp((light.x * 0.6, light.y * 0.6), (-light.x * 0.6, -light.y * 0.6), lit, body, deep)
    return Shape(edge, fill, flat(0.25), inside=tuple(marks))


def _keyboard(lacquer: Colour, light: Light) -> list[Shape]:
    """Key slip, white keys, black keys in twos and threes, and the fall board behind them."""
    bed = points((-0.60, 0.555), (0.60, 0.555), (0.60, 0.84), (-0.60, 0.84))
    fall = points((-0.62, 0.53), (0.62, 0.53), (0.62, 0.60), (-0.62, 0.60))
    found: list[Shape] = [Shape(bed, flat(deepen(lacquer)), flat(0.5), corners=True)]
    whites, wide = 28, 1.12 / 28
    for k in range(whites):
        x = -0.56 + wide * k
        key = points((x, 0.60), (x + wide * 0.93, 0.60), (x + wide * 0.93, 0.80), (x, 0.80))
        shade = ramp((0.0, 0.60), (0.0, 0.80), blend(IVORY, lacquer, 0.25), IVORY, IVORY)
        found.append(Shape(key, shade, flat(0.75), corners=True))
    for k in range(whites - 1):
        if k % 7 in (2, 6):
            continue
        x = -0.56 + wide * (k + 1)
        key = points(
            (x - wide * 0.3, 0.60),
            (x + wide * 0.26, 0.60),
            (x + wide * 0.26, 0.72),
            (x - wide * 0.3, 0.72),
        )
        found.append(Shape(key, flat(EBONY), flat(0.95), corners=True, shadow=0.01))
    found.append(solid(fall, lacquer, light, (0.6, 0.75), corners=True))
    shine = points((-0.58, 0.545), (0.58, 0.545))
    found.append(line(shine, 0.008, blend(lacquer, light.sun, 0.75), 0.7))
    return found


CONCEPTS = (
    Concept("piano", (*LOOK, Trait("length", "Length", "baby grand", "concert grand")), piano),
)
