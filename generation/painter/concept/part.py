"""Draw what many things are made of: balls, petals, leaves, feathers, tubes, all of them lit.

Each part gives shapes in the frame of its caller. Three values make form: a lit tone towards the
light, the body's own, a deep tone away from it; then a rim, a shadow on what lies below, an accent.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.figure import (
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    radial,
    ramp,
)
from generation.painter.concept.form import along, blade, curve, oval, points, ribbon
from generation.painter.light import Light


def tones(colour: Colour, light: Light) -> tuple[Colour, Colour, Colour]:
    """The colour in the light, as it is, and in the shade."""
    return blend(colour, light.sun, 0.42), colour, blend(deepen(colour), light.dark, 0.12)


def solid(
    edge: Points,
    colour: Colour,
    light: Light,
    relief: tuple[float, float] = (0.35, 0.6),
    shadow: float = 0.03,
    corners: bool = False,
    inside: Shapes = (),
) -> Shape:
    """Any outline as a body: light falls across it, and it rises towards the light's side."""
    low, high = edge.min(0), edge.max(0)
    x, y = ((low + high) / 2).tolist()
    reach = float((high - low).max()) / 2
    near = (x + light.x * reach, y + light.y * reach)
    far = (x - light.x * reach, y - light.y * reach)
    lit, body, deep = tones(colour, light)
    fill = ramp(near, far, lit, body, body, deep, at=(0.0, 0.35, 0.6, 1.0))
    rise = radial(
        (x + light.x * reach * 0.2, y + light.y * reach * 0.2), reach * 1.2, *relief[::-1]
    )
    return Shape(edge, fill, rise, shadow=shadow, corners=corners, inside=inside)


def ball(x: float, y: float, r: float, colour: Colour, light: Light, gloss: float = 0.5) -> Shapes:
    """A sphere: light, half tone, core shadow, light thrown back at its rim, a highlight."""
    lit, body, deep = tones(colour, light)
    back = blend(body, light.sun, 0.15)
    centre = (x + light.x * r * 0.45, y + light.y * r * 0.45)
    fill = radial(centre, r * 1.5, lit, body, deep, back, at=(0.0, 0.38, 0.82, 1.0))
    rise = radial((x, y), r, 0.85, 0.8, 0.45, at=(0.0, 0.6, 1.0))
    shine = oval(x + light.x * r * 0.48, y + light.y * r * 0.48, r * 0.20)
    spot = Shape(shine, flat(blend(light.sun, (1.0, 1.0, 1.0), 0.5), gloss), soft=r * 0.05)
    return (Shape(oval(x, y, r), fill, rise, shadow=r * 0.25, inside=(spot,)),)


def petal(
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    colours: tuple[Colour, Colour, Colour],
    light: Light,
    edge: Points | None = None,
    floor: float = 0.3,
    shadow: float = 0.045,
    veins: int = 9,
    bend: float = 0.0,
) -> Shapes:
    """One petal from its foot at (x, y): colours of foot, body and tip; light across, veins along.

    `edge` replaces the plain outline (in the petal's frame, along x); `floor` is how high it lies;
    `shadow` is in lengths.
    """
    sun = light.seen(angle)
    foot, body, tip = colours
    outline = blade(length, width, 1.3, 0.7, bend, width * 0.14) if edge is None else edge
    fill = ramp((0.0, 0.0), (length, 0.0), foot, body, body, tip, at=(0.0, 0.34, 0.66, 1.0))
    greys = (floor * 0.5, floor + 0.16, floor + 0.20, floor)
    rise = ramp((0.0, 0.0), (length, 0.0), *greys, at=(0.0, 0.34, 0.66, 1.0))
    side, middle = (1.0 if sun.y > 0 else -1.0), bend * length * 0.44
    bright = (*blend(tip, light.sun, 0.5), 0.40 * abs(sun.y) + 0.10)
    dark = (*deepen(body), 0.46 * abs(sun.y) + 0.14)
    across = ramp(
        (0.0, middle + side * width / 2),
        (0.0, middle - side * width / 2),
        bright,
        (*tip, 0.0),
        dark,
    )
    box = points((0.0, -width + middle), (length * 1.1, -width + middle))
    box = points(*box.tolist(), (length * 1.1, width + middle), (0.0, width + middle))
    lights = (
        Shape(box, across, corners=True),
        *_veins(length, width, bend, foot, tip, light, veins),
    )
    place = frame(x, y, 1.0, angle)
    return (Shape(outline, fill, rise, shadow=shadow * length, inside=lights, frame=place),)


def _veins(
    length: float, width: float, bend: float, foot: Colour, tip: Colour, light: Light, many: int
) -> Shapes:
    found, half = [], width / 2
    for i in range(many):
        share = (i - (many - 1) / 2) / max(1.0, (many - 1) / 2)
        line = points(
            (length * 0.02, share * half * 0.1),
            (length * 0.5, share * half * 0.95 + bend * length * 0.22),
            (length * 0.97, bend * length + share * half * 0.8),
        )
        colour = blend(tip, light.sun, 0.4) if i % 2 else foot
        found.append(Shape(line, flat(colour, 0.26), line=length * 0.009, closed=False))
    return tuple(found)


def leaf(
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    colour: Colour,
    light: Light,
    bend: float = 0.15,
    shadow: float = 0.03,
    pairs: int = 6,
) -> Shapes:
    """A leaf from its stalk at (x, y): one half lit, one in shade, a midrib and pairs of veins."""
    sun = light.seen(angle)
    lit, body, deep = tones(colour, light)
    upper, lower = (lit, deep) if sun.y < 0 else (deep, lit)
    edge = blade(length, width, 0.85, 1.0, bend, many=26)
    rib = curve((0.0, 0.0), (length * 0.5, bend * length * 0.25), (length, bend * length))
    half = points(*rib.tolist(), (length, width * 2), (0.0, width * 2))
    fill = ramp((0.0, 0.0), (length, 0.0), blend(body, upper, 0.35), blend(body, upper, 0.75))
    other = ramp((0.0, 0.0), (length, 0.0), blend(body, lower, 0.5), blend(body, lower, 0.85))
    rise = ramp((0.0, -width / 2), (0.0, width / 2), 0.22, 0.42, 0.24)
    pale = blend(lit, light.sun, 0.35)
    marks = [Shape(half, other, corners=True)]
    for k in range(pairs):
        u = 0.12 + 0.75 * k / pairs
        for side in (-1.0, 1.0):
            start = (u * length, bend * length * u * u)
            end = (start[0] + length * 0.22, start[1] + side * width * 0.5)
            knee = (start[0] + length * 0.12, start[1] + side * width * 0.18)
            mark = points(start, knee, end)
            marks.append(Shape(mark, flat(pale, 0.45), line=length * 0.010, closed=False))
    marks.append(Shape(rib, flat(pale, 0.8), line=length * 0.018, closed=False))
    place = frame(x, y, 1.0, angle)
    return (Shape(edge, fill, rise, shadow=shadow * length, inside=tuple(marks), frame=place),)


def feather(
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    colour: Colour,
    light: Light,
    bend: float = 0.1,
    floor: float = 0.35,
    shadow: float = 0.05,
) -> Shapes:
    """A feather from its quill at (x, y): pale shaft, barbs, darker foot, round tip."""
    sun = light.seen(angle)
    lit, body, deep = tones(colour, light)
    edge = blade(length, width, 1.5, 0.5, bend, width * 0.4, many=20)
    fill = ramp((0.0, 0.0), (length, 0.0), deep, body, lit, blend(lit, light.sun, 0.4))
    rise = ramp((0.0, 0.0), (length, 0.0), floor, floor + 0.12, floor + 0.2)
    rib = curve((0.0, 0.0), (length * 0.5, bend * length * 0.25), (length, bend * length), many=5)
    half = points(*rib.tolist(), (length, width * 2), (0.0, width * 2))
    shade = flat(deep if sun.y < 0 else light.sun, 0.28)
    marks = [Shape(half, shade, corners=True)]
    for k in range(9):
        u = 0.1 + 0.1 * k
        for side in (-1.0, 1.0):
            start = (u * length, bend * length * u * u)
            end = (start[0] + length * 0.14, start[1] + side * width * 0.52)
            barb = points(start, end)
            marks.append(Shape(barb, flat(deep, 0.22), line=length * 0.008, closed=False))
    marks.append(Shape(rib, flat(blend(lit, light.sun, 0.7), 0.9), line=width * 0.07, closed=False))
    place = frame(x, y, 1.0, angle)
    return (Shape(edge, fill, rise, shadow=shadow * length, inside=tuple(marks), frame=place),)


def tube(
    path: Points,
    widths: float | Sequence[float],
    colour: Colour,
    light: Light,
    gloss: float = 0.7,
    relief: float = 0.6,
    shadow: float = 0.04,
) -> Shapes:
    """A round rod along a path: dark rim, body, a lit side and a highlight towards the light."""
    lit, body, deep = tones(colour, light)
    wide = [widths] if isinstance(widths, int | float) else list(widths)
    most = max(wide)
    shift = points((light.x, light.y))[0] * most

    def edge(share: float, aside: float) -> Points:
        return ribbon(path + shift * aside, [w * share for w in wide])

    shine = flat(blend(lit, light.sun, 0.7), gloss)
    half = flat(blend(body, lit, 0.75), 0.9)
    return (
        Shape(edge(1.0, 0.0), flat(deep), flat(relief * 0.6), shadow=shadow),
        Shape(edge(0.78, 0.06), flat(body), flat(relief * 0.9)),
        Shape(edge(0.46, 0.14), half, flat(relief), soft=most * 0.06),
        Shape(edge(0.13, 0.20), shine, soft=most * 0.02),
    )


def line(path: Points, width: float, colour: Colour, alpha: float = 1.0) -> Shape:
    """A drawn line of even width."""
    return Shape(path, flat(colour, alpha), line=width, closed=False)


def glow(x: float, y: float, r: float, colour: Colour, strength: float = 0.6) -> Shape:
    """Light around a spot; it brightens what lies below it, beyond the figure too."""
    inks = [(*colour, strength * share) for share in (1.0, 0.42, 0.12, 0.0)]
    return Shape(oval(x, y, r), radial((x, y), r, *inks, at=(0.0, 0.3, 0.62, 1.0)), glow=True)


def shining(*shapes: Shape) -> Shapes:
    """Shapes that give light themselves, so that no hour dims them."""
    return tuple(replace(shape, shines=True) for shape in shapes)


def beads(
    path: Points, many: int, r: float, colour: Colour, light: Light, gloss: float = 0.6
) -> Shapes:
    """Balls at even steps along a path."""
    found: list[Shape] = []
    for k in range(many):
        x, y, _ = along(path, k / max(1, many - 1))
        found += ball(x, y, r, colour, light, gloss)
    return tuple(found)


def sway(path: Points, phase: float, amount: float) -> Points:
    """A path that wavers more and more towards its end, as grass does in wind."""
    t = [k / (len(path) - 1) for k in range(len(path))]
    shift = [(amount * u * u * math.sin(phase + 3.0 * u), 0.0) for u in t]
    return np.asarray(path + points(*shift))
