"""Draw what is bowed and plucked: violin and lute."""

from __future__ import annotations

from collections.abc import Mapping

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import COLOUR, Concept, Trait, amount, count
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
    bezier,
    both_sides,
    curve,
    joined,
    moved,
    oval,
    points,
    ribbon,
    spiral,
)
from generation.painter.concept.part import ball, line, solid, tones, tube
from generation.painter.light import Light
from generation.painter.paints import Paints

MAPLE: Colour = (0.78, 0.40, 0.14)
SPRUCE: Colour = (0.90, 0.68, 0.36)
EBONY: Colour = (0.10, 0.07, 0.08)
IVORY: Colour = (0.98, 0.95, 0.86)


def violin(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Body, neck, scroll and strings, and the bow laid across."""
    varnish = blend(MAPLE, paints.bloom(traits["colour"]), amount(traits["stain"], 0.0, 0.5))
    lean, waist = amount(traits["lean"], -0.5, 0.5), amount(traits["waist"], 0.145, 0.185)
    sun = light.seen(lean)
    edge = _hourglass(waist, amount(traits["belly"], 0.30, 0.36))
    shapes: Shapes = (_belly(edge, varnish, sun, dice),)
    shapes += _sound_holes() + _neck(varnish, sun) + _strings(sun)
    whole = placed(shapes, frame(turn=lean))
    if traits["bow"] > 350:
        across = amount(traits["bow"], -0.9, -0.35) * (1.0 if lean > 0 else -1.0)
        own = light.seen(across)
        whole += placed(_bow(varnish, own), frame(0.0, 0.34, turn=across))
    return Figure(placed(whole, frame(0.0, 0.02, 0.95)))


def _hourglass(waist: float, broad: float) -> Points:
    """Upper bout, corners at the waist, lower bout."""
    right = joined(
        bezier((0.0, -0.16), (0.12, -0.175), (0.255, -0.12), (0.265, 0.04)),
        bezier((0.265, 0.04), (0.27, 0.13), (0.245, 0.17), (0.250, 0.205))[1:],
        bezier((0.250, 0.205), (waist - 0.02, 0.26), (waist - 0.03, 0.40), (0.285, 0.475))[1:],
        bezier((0.285, 0.475), (0.27, 0.52), (broad, 0.58), (broad, 0.70))[1:],
        bezier((broad, 0.70), (broad, 0.88), (0.16, 0.945), (0.0, 0.95))[1:],
    )
    return both_sides(right)


def _belly(edge: Points, varnish: Colour, light: Light, dice: Dice) -> Shape:
    """The arched top: grain, a purfled edge, a sheen on the light's side."""
    lit, body, deep = tones(varnish, light)
    gold = blend(SPRUCE, varnish, 0.45)
    centre = (light.x * 0.16, 0.40 + light.y * 0.22)
    fill = radial(centre, 0.72, blend(gold, lit, 0.5), blend(gold, body, 0.5), body, deep)
    rise = radial((0.0, 0.40), 0.62, 0.75, 0.62, 0.35, at=(0.0, 0.5, 1.0))
    marks: list[Shape] = []
    for k, throw in enumerate(dice.stage("grain").uniform(34).tolist()):
        x = -0.34 + 0.68 * (k + throw) / 34
        grain = points((x * 0.9, -0.2), (x + 0.01 * throw, 0.4), (x * 0.95, 1.0))
        marks.append(line(grain, 0.0035 + 0.003 * throw, deep, 0.30))
    side = 1.0 if light.x > 0 else -1.0
    sheen = curve(
        (side * 0.17, 0.03), (side * 0.13, 0.30), (side * 0.24, 0.58), (side * 0.20, 0.80)
    )
    marks.append(Shape(ribbon(sheen, (0.01, 0.06, 0.02)), flat(IVORY, 0.50), soft=0.018))
    marks.append(Shape(edge, flat(deepen(deep)), line=0.030))
    inner = (edge - (0.0, 0.40)) * 0.93 + (0.0, 0.40)
    marks.append(Shape(inner, flat(EBONY, 0.7), line=0.007))
    return Shape(edge, fill, rise, inside=tuple(marks))


def _sound_holes() -> Shapes:
    """The two f-holes, one the mirror of the other."""
    path = curve(
        (0.105, 0.275), (0.085, 0.29), (0.10, 0.33), (0.15, 0.44), (0.165, 0.49), (0.145, 0.505)
    )
    hole: Shapes = (
        Shape(ribbon(path, (0.006, 0.012, 0.022, 0.022, 0.012, 0.006)), flat(EBONY)),
        Shape(oval(0.108, 0.292, 0.016), flat(EBONY)),
        Shape(oval(0.145, 0.486, 0.020), flat(EBONY)),
    )
    return hole + mirrored(hole)


def _neck(varnish: Colour, light: Light) -> Shapes:
    """Fingerboard, tailpiece, pegs and the scroll."""
    board = points((-0.027, -0.76), (0.027, -0.76), (0.046, 0.20), (-0.046, 0.20))
    tail = both_sides(points((0.0, 0.60), (0.05, 0.62), (0.034, 0.84), (0.0, 0.87)))
    box = both_sides(points((0.0, -0.90), (0.034, -0.88), (0.030, -0.76), (0.0, -0.75)))
    found: list[Shape] = []
    for side, y in ((-1.0, -0.865), (1.0, -0.845), (-1.0, -0.805), (1.0, -0.785)):
        peg = points((0.0, y), (side * 0.085, y))
        found.append(line(peg, 0.014, EBONY))
        found.append(solid(oval(side * 0.105, y, 0.028, 0.018), EBONY, light, (0.5, 0.7)))
    found.append(solid(box, varnish, light, (0.5, 0.75)))
    volute = moved(spiral(1.75, 0.006, 0.052, 0.4), 0.0, -0.915)
    found.append(solid(oval(0.0, -0.915, 0.062), varnish, light, (0.6, 0.85)))
    found.append(line(volute, 0.011, deepen(varnish, 2.4), 0.9))
    found.append(solid(board, EBONY, light, (0.6, 0.8), corners=True))
    found.append(line(board[[0, 3]] + (0.012, 0.0), 0.007, IVORY, 0.35))
    found.append(solid(tail, EBONY, light, (0.6, 0.85)))
    return tuple(found)


def _strings(light: Light) -> Shapes:
    """The bridge and four strings over it."""
    bridge = points((-0.085, 0.415), (-0.07, 0.375), (0.0, 0.362), (0.07, 0.375), (0.085, 0.415))
    found: list[Shape] = [solid(ribbon(bridge, 0.022), SPRUCE, light, (0.7, 0.9), shadow=0.02)]
    for k in range(4):
        side = (k - 1.5) / 1.5
        string = points((side * 0.019, -0.77), (side * 0.050, 0.37), (side * 0.034, 0.64))
        found.append(Shape(string, flat(IVORY, 0.95), line=0.0065, closed=False, corners=True))
    return tuple(found)


def _bow(varnish: Colour, light: Light) -> Shapes:
    """A stick that bends towards its hair."""
    stick = curve((-0.92, 0.0), (-0.5, 0.016), (0.0, 0.026), (0.5, 0.016), (0.90, -0.012))
    hair = points((-0.88, 0.060), (0.84, 0.060))
    frog = points((0.78, 0.01), (0.90, 0.005), (0.90, 0.075), (0.79, 0.075))
    tip = points((-0.94, -0.005), (-0.89, -0.01), (-0.86, 0.068), (-0.90, 0.068))
    return (
        Shape(ribbon(hair, 0.018), flat(IVORY), flat(0.8), shadow=0.03),
        *tube(stick, 0.026, blend(varnish, EBONY, 0.4), light, relief=0.9),
        solid(frog, EBONY, light, (0.8, 0.95), corners=True),
        solid(tip, IVORY, light, (0.8, 0.9), corners=True),
        *ball(0.845, 0.040, 0.017, IVORY, light, 0.9),
    )


def lute(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A pipa: a pear of pale wood on a dark shell, frets of ivory, four pegs, a carved head."""
    wood = blend(SPRUCE, paints.bloom(traits["colour"]), amount(traits["stain"], 0.0, 0.4))
    dark = blend((0.30, 0.12, 0.10), paints.ink, 0.3)
    lean, broad = amount(traits["lean"], -0.55, 0.55), amount(traits["breadth"], 0.30, 0.40)
    sun = light.seen(lean)
    shell, top = _pear(broad, 1.0), (_pear(broad, 1.0) - (0.0, 0.44)) * 0.945 + (0.0, 0.44)
    shapes: list[Shape] = [solid(shell, dark, sun, (0.3, 0.55))]
    shapes.append(_table(top, wood, sun, dice))
    shapes += _frets(count(traits["frets"], 6, 12), sun)
    shapes += _head(dark, sun)
    shapes.append(
        solid(points((-0.13, 0.715), (0.13, 0.715), (0.10, 0.765), (-0.10, 0.765)), dark, sun)
    )
    for k in range(4):
        side = (k - 1.5) / 1.5
        string = points((side * 0.030, -0.70), (side * 0.062, 0.73))
        shapes.append(Shape(string, flat(IVORY, 0.9), line=0.007, closed=False, corners=True))
    if traits["tassel"] > 500:
        shapes += _tassel(paints.bloom((traits["colour"] + 400) % 1000), sun)
    return Figure(placed(shapes, frame(turn=lean, scale=0.97)))


def _pear(broad: float, scale: float) -> Points:
    right = joined(
        bezier((0.0, -0.62), (0.045, -0.62), (0.050, -0.50), (0.062, -0.36)),
        bezier((0.062, -0.36), (0.10, -0.02), (broad, 0.14), (broad, 0.52))[1:],
        bezier((broad, 0.52), (broad, 0.80), (0.18, 0.94), (0.0, 0.95))[1:],
    )
    return both_sides(right) * scale


def _table(edge: Points, wood: Colour, light: Light, dice: Dice) -> Shape:
    """The top: flowing grain, two crescent holes, a sheen."""
    lit, body, deep = tones(wood, light)
    fill = radial((light.x * 0.2, 0.42 + light.y * 0.25), 0.8, lit, body, body, deep)
    rise = radial((0.0, 0.45), 0.6, 0.7, 0.6, 0.4, at=(0.0, 0.6, 1.0))
    marks: list[Shape] = []
    for k, throw in enumerate(dice.stage("grain").uniform(24).tolist()):
        x = -0.40 + 0.80 * (k + throw) / 24
        grain = curve((x * 0.15, -0.6), (x * 0.7, 0.1), (x, 0.5), (x * 0.75, 1.0))
        marks.append(line(grain, 0.004 + 0.004 * throw, deep, 0.28))
    for side in (-1.0, 1.0):
        moon_ = curve((side * 0.19, 0.30), (side * 0.225, 0.36), (side * 0.19, 0.42))
        marks.append(Shape(ribbon(moon_, (0.006, 0.030, 0.006)), flat(EBONY)))
    side = 1.0 if light.x > 0 else -1.0
    sheen = curve((side * 0.07, -0.1), (side * 0.20, 0.25), (side * 0.24, 0.62))
    marks.append(Shape(ribbon(sheen, (0.01, 0.06, 0.02)), flat(IVORY, 0.45), soft=0.02))
    marks.append(Shape(edge, flat(deep, 0.8), line=0.018))
    return Shape(edge, fill, rise, shadow=0.02, inside=tuple(marks))


def _frets(many: int, light: Light) -> list[Shape]:
    """Wedges on the neck, then bars on the body, closer as they go down."""
    found: list[Shape] = []
    for k in range(4):
        y = -0.56 + 0.085 * k
        wedge = both_sides(
            points((0.0, y), (0.044, y + 0.004), (0.040, y + 0.048), (0.0, y + 0.054))
        )
        found.append(solid(wedge, blend(IVORY, SPRUCE, 0.35), light, (0.6, 0.85), shadow=0.015))
    for k in range(many):
        u = k / max(1, many - 1)
        y, half = -0.19 + 0.66 * (1 - (1 - u) ** 1.3), 0.072 + 0.045 * u
        bar = points((-half, y), (half, y))
        found.append(Shape(ribbon(bar, 0.017), flat(IVORY), flat(0.8), shadow=0.012))
    return found


def _head(dark: Colour, light: Light) -> list[Shape]:
    """Peg box, four long pegs, and the head curling back."""
    found: list[Shape] = []
    for side, y in ((-1.0, -0.80), (1.0, -0.775), (-1.0, -0.715), (1.0, -0.69)):
        peg = points((0.0, y), (side * 0.20, y - 0.012))
        found += tube(peg, (0.022, 0.018, 0.036), dark, light, relief=0.6)
        found += ball(side * 0.205, y - 0.012, 0.022, IVORY, light)
    box = both_sides(points((0.0, -0.90), (0.042, -0.88), (0.052, -0.60), (0.0, -0.59)))
    found.append(solid(box, dark, light, (0.5, 0.8)))
    fan = curve(
        (0.0, -0.99),
        (0.075, -0.955),
        (0.05, -0.885),
        (-0.05, -0.885),
        (-0.075, -0.955),
        closed=True,
    )
    found.append(solid(fan, blend(IVORY, dark, 0.25), light, (0.6, 0.9)))
    found.append(line(moved(spiral(1.4, 0.005, 0.036), 0.0, -0.94), 0.009, dark, 0.8))
    return found


def _tassel(colour: Colour, light: Light) -> list[Shape]:
    """A silk cord with a bead and threads, hanging from the head."""
    cord = curve((0.05, -0.86), (0.16, -0.62), (0.20, -0.36))
    found = [*tube(cord, 0.016, colour, light, relief=0.5), *ball(0.20, -0.34, 0.030, IVORY, light)]
    for k in range(9):
        aside = (k - 4) * 0.009
        thread = curve((0.20, -0.31), (0.20 + aside * 0.7, -0.20), (0.205 + aside * 1.4, -0.06))
        found.append(line(thread, 0.009, colour if k % 2 else deepen(colour), 0.95))
    return found


LOOK = (
    COLOUR,
    Trait("stain", "Wood", "natural", "stained", 300),
    Trait("lean", "Lean", "left", "right"),
)
CONCEPTS = (
    Concept(
        "violin",
        (
            *LOOK,
            Trait("waist", "Waist", "narrow", "wide"),
            Trait("belly", "Belly", "slender", "full"),
            Trait("bow", "Bow", "none", "steep", 600),
        ),
        violin,
    ),
    Concept(
        "lute",
        (
            *LOOK,
            Trait("breadth", "Body", "slender", "broad"),
            Trait("frets", "Frets", "few", "many"),
            Trait("tassel", "Tassel", "none", "silk"),
        ),
        lute,
    ),
)
