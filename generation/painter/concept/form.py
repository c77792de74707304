"""Make outlines: rows of points for circles, blades, curves, spirals, ribbons, scatters."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from generation.painter.concept.figure import Point, Points

GOLDEN = math.pi * (3.0 - math.sqrt(5.0))  # the angle that never repeats itself


def points(*spots: Point) -> Points:
    """An outline given spot by spot."""
    return np.array(spots, np.float64)


def box(left: float, top: float, right: float, low: float) -> Points:
    """A rectangle's corners; draw it with `corners=True`."""
    return points((left, top), (right, top), (right, low), (left, low))


def oval(
    x: float, y: float, rx: float, ry: float | None = None, turn: float = 0.0, many: int = 28
) -> Points:
    """An ellipse around (x, y), a circle without `ry`; its long axis turned by radians."""
    angle = np.arange(many) * (2 * math.pi / many)
    grow = 1.0 / math.cos(math.pi / many) ** 0.5  # the smooth outline runs inside its points
    across, down = np.cos(angle) * rx * grow, np.sin(angle) * (rx if ry is None else ry) * grow
    c, s = math.cos(turn), math.sin(turn)
    return np.stack([x + across * c - down * s, y + across * s + down * c], -1)


def arc(x: float, y: float, r: float, start: float, end: float, many: int = 24) -> Points:
    """Part of a circle from one angle to another (radians, clockwise from the right)."""
    angle = np.linspace(start, end, many)
    return np.stack([x + np.cos(angle) * r, y + np.sin(angle) * r], -1)


def curve(*spots: Point, closed: bool = False, many: int = 8) -> Points:
    """A smooth curve through every spot (Catmull and Rom 1974), `many` points between two."""
    knots = np.array(spots, np.float64)
    count = len(knots)
    if closed:
        around = [knots[(np.arange(count) + step) % count] for step in (-1, 0, 1, 2)]
    else:
        first, last = 2 * knots[0] - knots[1], 2 * knots[-1] - knots[-2]
        knots = np.concatenate([[first], knots, [last]])
        around = [knots[step : step + count - 1] for step in range(4)]
    a, b, c, d = (part[:, None, :] for part in around)
    t = (np.arange(many) / many)[None, :, None]
    found = b + 0.5 * t * ((c - a) + t * ((2 * a - 5 * b + 4 * c - d) + t * (3 * (b - c) + d - a)))
    rows = found.reshape(-1, 2)
    return rows if closed else np.concatenate([rows, knots[-2:-1]])


def bezier(a: Point, b: Point, c: Point, d: Point, many: int = 16) -> Points:
    """A cubic curve from a to d that leaves towards b and arrives from c."""
    t = np.linspace(0.0, 1.0, many)[:, None]
    p, q, r, s = (np.array(spot, np.float64) for spot in (a, b, c, d))
    u = 1.0 - t
    return np.asarray(u**3 * p + 3 * u**2 * t * q + 3 * u * t**2 * r + t**3 * s)


def joined(*parts: Points) -> Points:
    """Pieces one after the other as one outline."""
    return np.concatenate(parts)


def spiral(turns: float, inner: float, outer: float, start: float = 0.0, many: int = 96) -> Points:
    """A spiral from the inside out around the origin."""
    t = np.linspace(0.0, 1.0, many)
    angle, reach = start + t * turns * 2 * math.pi, inner + (outer - inner) * t
    return np.stack([np.cos(angle) * reach, np.sin(angle) * reach], -1)


def star(x: float, y: float, outer: float, inner: float, rays: int, turn: float = 0.0) -> Points:
    """A star's corners; draw it with `corners=True`."""
    angle = turn - math.pi / 2 + np.arange(2 * rays) * (math.pi / rays)
    reach = np.where(np.arange(2 * rays) % 2, inner, outer)
    return np.stack([x + np.cos(angle) * reach, y + np.sin(angle) * reach], -1)


def blade(
    length: float,
    width: float,
    belly: float = 1.0,
    roundness: float = 0.8,
    bend: float = 0.0,
    foot: float = 0.0,
    many: int = 24,
) -> Points:
    """Petal, leaf or feather along x from (0, 0): `belly` above 1 is widest near the tip.

    `roundness` below 1 gives a round tip, above 1 a pointed one; `bend` is how far the tip swings
    down, in lengths; `foot` keeps some width at the start.
    """
    u = (1 - np.cos(np.linspace(0.0, math.pi, many))) / 2
    half = width / 2 * np.sin(math.pi * u**belly) ** roundness + foot / 2 * (1 - u) ** 3
    along, aside = length * u, bend * length * u**2
    upper, lower = np.stack([along, aside - half], -1), np.stack([along, aside + half], -1)
    return np.concatenate([upper, lower[::-1]])


def ribbon(path: Points, widths: float | Sequence[float]) -> Points:
    """The outline of a line with changing width; widths are spread evenly along the path."""
    step = np.linspace(0.0, 1.0, len(path))
    wide = np.atleast_1d(np.asarray(widths, np.float64))
    half = np.interp(step, np.linspace(0.0, 1.0, len(wide)), wide) / 2
    side = normals(path) * half[:, None]
    return np.concatenate([path + side, (path - side)[::-1]])


def normals(path: Points) -> Points:
    """For each point of a line the unit vector to its right as one walks along it."""
    way = np.gradient(path, axis=0)
    length = np.maximum(np.sqrt((way * way).sum(-1, keepdims=True)), 1e-9)
    return np.asarray(np.stack([-way[:, 1], way[:, 0]], -1) / length)


def along(path: Points, share: float) -> tuple[float, float, float]:
    """Where one is after a share of the path's length, and the angle of the way there."""
    steps = np.sqrt((np.diff(path, axis=0) ** 2).sum(-1))
    gone = np.concatenate([[0.0], np.cumsum(steps)])
    at = min(max(share, 0.0), 1.0) * float(gone[-1])
    x, y = (float(np.interp(at, gone, path[:, i])) for i in (0, 1))
    k = int(np.clip(np.searchsorted(gone, at) - 1, 0, len(path) - 2))
    way = path[k + 1] - path[k]
    return x, y, math.atan2(float(way[1]), float(way[0]))


def scatter(many: int, radius: float = 1.0, turn: float = 0.0) -> Points:
    """Spots spread evenly over a disc like the seeds of a sunflower (Vogel 1979)."""
    n = np.arange(many)
    angle, reach = n * GOLDEN + turn, radius * np.sqrt((n + 0.5) / many)
    return np.stack([np.cos(angle) * reach, np.sin(angle) * reach], -1)


def moved(
    outline: Points, x: float = 0.0, y: float = 0.0, turn: float = 0.0, scale: float = 1.0
) -> Points:
    """The outline turned clockwise by radians, scaled, then moved."""
    c, s = math.cos(turn) * scale, math.sin(turn) * scale
    return np.stack(
        [
            x + outline[:, 0] * c - outline[:, 1] * s,
            y + outline[:, 0] * s + outline[:, 1] * c,
        ],
        -1,
    )


def flipped(outline: Points) -> Points:
    """The outline in a mirror on the vertical axis."""
    return np.asarray(outline * np.array([-1.0, 1.0]))


def both_sides(right: Points) -> Points:
    """A closed outline from its right half, given from top to bottom."""
    return np.concatenate([right, flipped(right)[::-1]])


def rough(outline: Points, amount: float, waves: float, phase: float = 0.0) -> Points:
    """The outline with an uneven edge, as nature leaves it."""
    t = np.linspace(0.0, 2 * math.pi, len(outline), endpoint=False)
    wave = np.sin(t * waves + phase) * 0.6 + np.sin(t * waves * 2.3 + phase * 1.7) * 0.4
    return np.asarray(outline + normals(outline) * (wave * amount)[:, None])
