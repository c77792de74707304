"""Model the bodies of animals: skin on bones, one light over all parts, one contour around them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.figure import (
    Affine,
    Fill,
    Point,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    radial,
    ramp,
)
from generation.painter.concept.form import bezier, curve, moved, oval, points, ribbon
from generation.painter.light import Light

Bone = tuple[float, float]  # length, degrees: 0 hangs down, 90 points right, 180 up
Skin = Sequence[tuple[float, float]]  # place along the bones (1.3: in the second), distance


@dataclass(frozen=True, slots=True)
class Coat:
    """What a body wears: one fill for all its parts, so that they join without a seam."""

    fill: Fill
    lit: Colour
    body: Colour
    deep: Colour
    rim: Colour
    light: Light


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg's outline, its joints, and the direction of its foot in degrees."""

    skin: Points
    joints: Points
    degrees: float

    @property
    def root(self) -> tuple[Point, Point]:
        """From where to where it comes out of the trunk."""
        (a, b), (c, d) = self.joints[0].tolist(), self.joints[1].tolist()
        return (a, b), (c, d)


def coat(colour: Colour, light: Light, reach: float = 0.8, middle: Point = (0.0, 0.0)) -> Coat:
    """Light across a body of that reach around its middle."""
    lit = blend(colour, light.sun, 0.30)
    deep = blend(deepen(colour, 1.6), light.dark, 0.14)
    x, y = light.x * reach, light.y * reach
    start, end = (middle[0] + x, middle[1] + y), (middle[0] - x, middle[1] - y)
    fill = ramp(start, end, lit, colour, blend(colour, deep, 0.55), at=(0.0, 0.45, 1.0))
    return Coat(fill, lit, colour, deep, blend(deepen(colour, 2.2), light.dark, 0.5), light)


def chain(x: float, y: float, bones: Iterable[Bone]) -> Points:
    """Joints of a limb that starts at (x, y)."""
    spots = [(x, y)]
    for length, degrees in bones:
        angle = math.radians(degrees)
        x, y = x + math.sin(angle) * length, y + math.cos(angle) * length
        spots.append((x, y))
    return np.array(spots, np.float64)


def limb(joints: Points, front: Skin, back: Skin) -> Points:
    """The outline of skin around bones; `front` is to the right of a bone that hangs down."""
    ahead = [_skin(joints, place, away) for place, away in front]
    behind = [_skin(joints, place, -away) for place, away in back]
    return curve(*ahead, *behind[::-1], closed=True, many=6)


def _skin(joints: Points, place: float, away: float) -> Point:
    way = np.diff(joints, axis=0)
    way = way / np.sqrt((way * way).sum(-1, keepdims=True))
    bone = min(max(int(place), 0), len(way) - 1)
    share = place - bone
    other = min(max(bone + (1 if share > 0.5 else -1), 0), len(way) - 1)
    mean = way[bone] + (way[other] - way[bone]) * abs(share - 0.5)
    x, y = (joints[bone] + (joints[bone + 1] - joints[bone]) * share).tolist()
    length = math.hypot(*mean.tolist()) or 1.0
    return x + mean[1] / length * away, y - mean[0] / length * away


def modelled(
    edge: Points,
    coat: Coat,
    relief: tuple[float, float] = (0.35, 0.7),
    depth: float = 0.06,
    marks: Shapes = (),
    shadow: float = 0.0,
    root: tuple[Point, Point] | None = None,
) -> Shape:
    """A part of a body: its edge turns from the light on one side and into it on the other.

    Between the two spots of `root` its modelling fades in, where it grows out of another part.
    """
    low, high = edge.min(0), edge.max(0)
    x, y = ((low + high) / 2).tolist()
    rise = radial((x, y), float((high - low).max()) * 0.6, *relief[::-1])
    sun = coat.light
    dark = crescent(edge, sun.x * depth, sun.y * depth, coat.deep, 0.62, depth * 0.55, root)
    bright = crescent(edge, -sun.x * depth, -sun.y * depth, coat.lit, 0.60, depth * 0.40, root)
    return Shape(edge, coat.fill, rise, shadow=shadow, inside=(bright, dark, *marks))


def crescent(
    edge: Points,
    x: float,
    y: float,
    tint: Colour,
    alpha: float,
    soft: float,
    root: tuple[Point, Point] | None = None,
) -> Shape:
    """What a copy of the outline, moved by (x, y), leaves uncovered; to lie inside the outline."""
    (left, top), (right, low) = (edge.min(0) - 0.4).tolist(), (edge.max(0) + 0.4).tolist()
    box = points((left, top), (right, top), (right, low), (left, low))
    fill = ramp(*root, (*tint, 0.0), (*tint, alpha)) if root else flat(tint, alpha)
    return Shape(box, fill, corners=True, holes=(moved(edge, x, y),), soft=soft)


def contour(edges: Iterable[Points], coat: Coat, width: float = 0.016) -> Shapes:
    """A line around all parts together: drawn first, and covered where they join."""
    return tuple(Shape(edge, flat(coat.rim), flat(0.3), line=width) for edge in edges)


def lock(
    start: Point, first: Point, second: Point, end: Point, width: float, tint: Colour, grey: float
) -> Shape:
    """A lock of hair along a curve, thin at its end."""
    path = bezier(start, first, second, end, many=12)
    edge = ribbon(path, (width * 0.5, width, width * 0.85, width * 0.45, width * 0.04))
    return Shape(edge, flat(tint), flat(grey))


def stroke(
    path: Points, width: float, tint: Colour, alpha: float = 1.0, soft: float = 0.0
) -> Shape:
    """A line that swells in its middle, as a brush leaves it."""
    edge = ribbon(path, (width * 0.15, width * 0.8, width, width * 0.7, width * 0.08))
    return Shape(edge, flat(tint, alpha), soft=soft)


def eye(at: Points, r: float, light: Light, iris: Colour, turn: float = 0.0) -> Shapes:
    """A dark eye with a glint, its iris a little paler at the rim."""
    x, y = at.tolist()
    black = blend(light.dark, (0.0, 0.0, 0.0), 0.7)
    glint = blend(light.sun, (1.0, 1.0, 1.0), 0.6)
    spot = oval(x + light.x * r * 0.35, y + light.y * r * 0.35, r * 0.28, many=10)
    return (
        Shape(oval(x, y, r * 1.25, r * 0.95, turn, many=16), flat(black), flat(0.7)),
        Shape(oval(x, y, r * 0.85, many=14), radial((x, y), r, black, black, iris)),
        Shape(oval(x, y, r * 0.45, many=12), flat(black)),
        Shape(spot, flat(glint)),
    )


def fitted(shapes: Shapes, reach: float = 0.95, weight: float = 0.0) -> Shapes:
    """The shapes moved and scaled so that the furthest spot lies at `reach` from the middle."""
    spots = np.concatenate([_seen(shape.edge, shape.frame) for shape in shapes if not shape.glow])
    middle = (spots.min(0) + spots.max(0)) / 2 * (1 - weight) + spots.mean(0) * weight
    away = spots - middle
    scale = reach / float(np.sqrt((away * away).sum(-1).max()))
    x, y = (-middle * scale).tolist()
    return placed(shapes, frame(x, y, scale))


def _seen(edge: Points, by: Affine) -> Points:
    x = by.a * edge[:, 0] + by.c * edge[:, 1] + by.e
    y = by.b * edge[:, 0] + by.d * edge[:, 1] + by.f
    return np.stack([x, y], -1)


def between(low: Sequence[float], high: Sequence[float], share: float) -> tuple[float, ...]:
    """Numbers so far on the way from one row to the other."""
    return tuple(a + (b - a) * share for a, b in zip(low, high, strict=True))
