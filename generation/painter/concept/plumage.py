"""Draw plumage: single plumes, and fans of them that grow from the arm of a wing."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.body import crescent
from generation.painter.concept.figure import Points, Shape, Shapes, flat, frame, ramp
from generation.painter.concept.form import along, blade, points
from generation.painter.light import Light


@dataclass(frozen=True, slots=True)
class Fan:
    """A row of plumes: pairs are what it is at the wing's root and at its tip."""

    many: int
    lengths: tuple[float, float]
    degrees: tuple[float, float]  # clockwise from the right
    width: float
    tint: Callable[[float], Colour]  # of the share of the way from root to tip
    floor: float = 0.4
    bend: float = 0.10
    start: float = 0.02  # where on the arm it begins
    point: float = 0.6  # below 1 the plumes end round, above it pointed


def plume(
    x: float,
    y: float,
    angle: float,
    length: float,
    width: float,
    tint: Colour,
    light: Light,
    bend: float = 0.1,
    floor: float = 0.4,
    point: float = 0.6,
) -> Shape:
    """One plume from its quill at (x, y): a lit edge, a dark one, a fine shaft."""
    sun = light.seen(angle)
    edge = blade(length, width, 1.25, point, bend, width * 0.5, many=18)
    lit, deep = blend(tint, light.sun, 0.45), blend(deepen(tint, 1.5), light.dark, 0.18)
    fill = ramp((0.0, 0.0), (length, 0.0), blend(tint, deep, 0.55), tint, blend(tint, lit, 0.5))
    rise = ramp((0.0, 0.0), (length, 0.0), floor, floor + 0.14, floor + 0.1)
    step = width * 0.16
    marks = (
        crescent(edge, -sun.x * step, -sun.y * step, lit, 0.75, step * 0.4),
        crescent(edge, sun.x * step, sun.y * step, deep, 0.70, step * 0.5),
        Shape(
            points((0.0, 0.0), (length * 0.5, bend * length * 0.25), (length, bend * length)),
            flat(blend(lit, light.sun, 0.3), 0.7),
            line=width * 0.05,
            closed=False,
        ),
    )
    place = frame(x, y, 1.0, angle)
    return Shape(edge, fill, rise, shadow=width * 0.22, inside=marks, frame=place)


def fan(arm: Points, row: Fan, light: Light, throws: list[float]) -> Shapes:
    """Plumes from the tip of the arm to its root, so that the inner ones lie on top.

    `throws` are numbers from 0 to 1, at least one for each plume, that make them unlike.
    """
    found = []
    for k in range(row.many):
        share = 1.0 - k / max(1, row.many - 1)
        x, y, _ = along(arm, row.start + (1.0 - row.start) * share)
        throw = throws[k] - 0.5
        a, b = row.degrees
        angle = math.radians(a + (b - a) * share**1.15 + 3.0 * throw)
        length = (row.lengths[0] + (row.lengths[1] - row.lengths[0]) * share) * (1 + 0.08 * throw)
        found.append(
            plume(
                *(x, y, angle, length, row.width, row.tint(share), light),
                *(row.bend, row.floor, row.point),
            )
        )
    return tuple(found)
