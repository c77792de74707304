"""Draw the fins of fish: webs between rays that grow from a root."""

from __future__ import annotations

import numpy as np

from generation.painter.colour import WHITE, Colour, blend, deepen
from generation.painter.concept.figure import (
    Point,
    Points,
    Shape,
    flat,
    radial,
)
from generation.painter.concept.form import (
    along,
    curve,
    joined,
    points,
    ribbon,
)
from generation.painter.light import Light


def fin(
    a: Point,
    b: Point,
    outer: Points,
    tint: Colour,
    light: Light,
    rays: int = 11,
    floor: float = 0.3,
) -> Shape:
    """A web between a root from a to b and an outer edge that runs from a's side to b's."""
    edge = joined(points(a), outer, points(b))
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    reach = float(np.sqrt(((outer - points((x, y))) ** 2).sum(-1)).max())
    lit, deep = blend(tint, light.sun, 0.45), deepen(tint, 1.5)
    web = radial(
        (x, y),
        reach,
        (*deep, 1.0),
        (*tint, 0.95),
        (*lit, 0.80),
        (*lit, 0.45),
        at=(0.0, 0.3, 0.75, 1.0),
    )
    marks = []
    for k in range(rays):
        share = (k + 0.5) / rays
        c, d, _ = along(outer, share)
        root = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        middle = (
            (root[0] + c) / 2 + (c - root[0]) * 0.04,
            (root[1] + d) / 2 - abs(c - root[0]) * 0.05,
        )
        ray = curve(root, middle, (c, d), many=5)
        marks.append(Shape(ribbon(ray, (0.014, 0.010, 0.004)), flat(deep if k % 2 else lit, 0.55)))
    marks.append(Shape(edge, flat(blend(lit, WHITE, 0.3), 0.8), line=0.012))
    return Shape(edge, web, radial((x, y), reach, floor + 0.15, floor - 0.1), inside=tuple(marks))
