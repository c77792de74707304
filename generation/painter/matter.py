"""Turn drawings into cloud matter: balls that fill a silhouette, and their ways to another one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, maximum_filter
from scipy.optimize import linear_sum_assignment

from generation.painter.concept.draw import Sheets
from generation.painter.concept.figure import UNCUT
from generation.painter.field import Field, blur, resize, settle
from generation.painter.volume import HALF_DEPTH, Body

BALLS = 420  # that fill a drawing
GRID = 160  # pixels across, on which they are placed
ORDER_BITS = 8
SMALLEST, LARGEST = 0.007, 0.060  # radii in picture widths
PLUMP = 0.012  # half the thickness below which a limb is no solid, in picture widths
NEAR = 0.024  # so far around a spot its limb's thickness is looked for
SWELL = 0.020  # least radius half way
WHOLE = 4_096  # parts of a picture's width, in which ways are measured


def filling(sheets: Sheets) -> Field:
    """Balls that fill what is drawn: rows of x, y, depth, radius, base, (BALLS, 5); none if empty.

    They are as large as the silhouette is wide where they lie; thin parts get more and smaller
    ones. They are spread evenly along a curve that visits the plane area by area (Morton order).
    """
    cover, height = resize(sheets.cover, GRID), resize(sheets.height, GRID)
    y, x = np.nonzero(cover > 0.5)
    if not len(x):
        return np.zeros((0, 5))
    inside = distance_transform_edt(np.pad(cover > 0.5, 1))[1:-1, 1:-1] / GRID
    order = np.argsort(_morton(x, y), kind="stable")
    x, y = x[order], y[order]
    wide = inside[y, x]
    need = np.round(WHOLE / np.maximum(wide, SMALLEST) ** 0.5).astype(np.int64)
    gone = np.cumsum(need)  # whole numbers, so that no rounding decides who is chosen
    steps = (2 * np.arange(BALLS) + 1) * gone[-1] // (2 * BALLS)
    chosen = np.minimum(np.searchsorted(gone, steps), len(x) - 1)
    x, y, wide = x[chosen], y[chosen], wide[chosen]
    radius = np.clip(wide * 0.85 + 0.003, SMALLEST, LARGEST)
    depth = 0.03 - 0.085 * settle(height[y, x], 4096)
    places = np.stack([(x + 0.5) / GRID, (y + 0.5) / GRID], -1)
    return np.concatenate([places, depth[:, None], radius[:, None], places[:, 1:] + UNCUT], 1)


def ways(start: Field, end: Field) -> tuple[Field, Field]:
    """Both rows of balls, as many and so ordered that each travels little: (P, 5) twice.

    The pairing is the cheapest one by squared way, in whole numbers (linear assignment). Where one
    row is longer, balls of the other one part or merge.
    """
    many = max(len(start), len(end))
    a, b = (balls[np.arange(many) * len(balls) // many] for balls in (start, end))
    at, to = (np.round(balls[:, :2] * WHOLE).astype(np.int64) for balls in (a, b))
    gap = at[:, None, :] - to[None, :, :]
    rows, columns = linear_sum_assignment((gap * gap).sum(-1))
    return a[rows], b[columns]


def body(sheets: Sheets, side: int, share: float, holds: bool = False) -> Body:
    """The drawing as a solid of matter; where it `holds`, thin limbs are plump enough to be one."""
    mask = resize(sheets.cover, side) > 0.5
    inside = np.asarray((distance_transform_edt(mask) - distance_transform_edt(~mask)) / side)
    front = -0.085 * blur(resize(sheets.height, side), 1.2) + 0.03
    if not holds:
        return Body(inside, front, share, np.zeros_like(inside))
    thick = blur(maximum_filter(np.maximum(inside, 0.0), 2 * round(NEAR * side) + 1), 2.0)
    return Body(inside + np.maximum(PLUMP - thick, 0.0), front, share, np.maximum(thick, PLUMP))


def swollen(balls: Field, way: float) -> Field:
    """Balls on their way so far, 0 to 1, none too small to be seen: matter swells as it travels."""
    found = balls.copy()
    found[:, 3] = np.maximum(balls[:, 3], SWELL * 4.0 * way * (1.0 - way))
    return found


def held(balls: Field) -> Field:
    """Balls moved into the depth that is rendered, whole."""
    most = np.maximum(HALF_DEPTH - balls[:, 3] - 0.02, 0.0)
    found = balls.copy()
    found[:, 2] = np.clip(balls[:, 2], -most, most)
    return found


def _morton(x: NDArray[np.int64], y: NDArray[np.int64]) -> NDArray[np.int64]:
    """Interleaved bits of both numbers."""
    code = np.zeros_like(x)
    for bit in range(ORDER_BITS):
        code |= ((x >> bit) & 1) << (2 * bit) | ((y >> bit) & 1) << (2 * bit + 1)
    return code
