"""Say what a drawing is: shapes with outline, fill, relief and shadow, each in a frame.

A figure's own frame is the disc of radius 1 around (0, 0); x points right and y down. Outlines are
plain points; how they become pixels is `draw`'s affair.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from generation.painter.colour import Colour

Points = NDArray[np.float64]  # (P, 2)
Point = tuple[float, float]
Ink = tuple[float, float, float, float]
UNCUT = 9.0  # below any ball
Tint = float | Sequence[float]  # a grey, a colour, or a colour with its opacity


@dataclass(frozen=True, slots=True)
class Affine:
    """A frame inside another one: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Affine) -> Affine:
        """This frame, seen through an outer one."""
        return Affine(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            outer.a * self.e + outer.c * self.f + outer.e,
            outer.b * self.e + outer.d * self.f + outer.f,
        )

    @property
    def scale(self) -> float:
        """By how much lengths grow, on average over all directions."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def way(self, x: float, y: float) -> Point:
        """The direction in this frame that looks like (x, y) from outside."""
        det = self.a * self.d - self.b * self.c or 1e-9
        return (self.d * x - self.c * y) / det, (self.a * y - self.b * x) / det


HERE = Affine()


def frame(
    x: float = 0.0,
    y: float = 0.0,
    scale: float = 1.0,
    turn: float = 0.0,
    stretch: float = 1.0,
    mirror: bool = False,
) -> Affine:
    """Put the origin at (x, y), turn clockwise by radians, scale; `stretch` scales y alone."""
    c, s = math.cos(turn) * scale, math.sin(turn) * scale
    flip = -1.0 if mirror else 1.0
    return Affine(c * flip, s * flip, -s * stretch, c * stretch, x, y)


@dataclass(frozen=True, slots=True)
class Fill:
    """One ink, or inks along a line from `start` to `end`, or around `start` up to `radius`."""

    inks: tuple[Ink, ...]
    at: tuple[float, ...] = ()  # where each ink lies, 0 to 1; even steps if empty
    start: Point = (0.0, 0.0)
    end: Point = (0.0, 0.0)
    radius: float = 0.0

    def changed(self, change: Callable[[Colour], Colour]) -> Fill:
        """The same fill in other colours; opacity stays."""
        inks = tuple((*change(ink[:3]), ink[3]) for ink in self.inks)
        return replace(self, inks=inks)

    @property
    def middle(self) -> Colour:
        """The mean of its colours."""
        count = len(self.inks)
        red, green, blue = (sum(ink[i] for ink in self.inks) / count for i in range(3))
        return red, green, blue


def flat(tint: Tint, alpha: float = 1.0) -> Fill:
    """One ink everywhere."""
    return Fill((_ink(tint, alpha),))


def ramp(start: Point, end: Point, *tints: Tint, at: Sequence[float] = ()) -> Fill:
    """Inks one after the other along a line."""
    return Fill(tuple(_ink(tint) for tint in tints), tuple(at), start, end)


def radial(centre: Point, radius: float, *tints: Tint, at: Sequence[float] = ()) -> Fill:
    """Inks from a centre outwards."""
    return Fill(tuple(_ink(tint) for tint in tints), tuple(at), centre, centre, radius)


def _ink(tint: Tint, alpha: float = 1.0) -> Ink:
    if isinstance(tint, int | float):
        return tint, tint, tint, alpha
    red, green, blue, *rest = tint
    return red, green, blue, rest[0] if rest else alpha


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One outline and what is done with it; what lies `inside` is cut off at the outline."""

    edge: Points  # (P, 2)
    fill: Fill | None = None
    relief: Fill | None = None  # greys: 0 is the picture's plane, 1 comes furthest forward
    line: float = 0.0  # 0 fills the outline; else draw along it, this wide
    closed: bool = True
    corners: bool = False  # straight edges from point to point instead of a smooth curve
    holes: tuple[Points, ...] = ()
    shadow: float = 0.0  # how far above the shapes below it floats; falls on the figure only
    soft: float = 0.0  # blur of its edge
    glow: bool = False  # light: brightens all below it and beyond the figure, covers nothing
    shines: bool = False  # by itself, with all that is inside: no hour dims its colours
    inside: tuple[Shape, ...] = ()
    frame: Affine = HERE

    def placed(self, outer: Affine) -> Shape:
        """The shape seen through a frame."""
        return replace(self, frame=self.frame.then(outer))

    def changed(self, change: Callable[[Colour], Colour], spares: bool = False) -> Shape:
        """The shape in other colours; light keeps its own, what shines too where it is spared."""
        if self.glow or (spares and self.shines):
            return self
        fill = self.fill.changed(change) if self.fill else None
        inside = tuple(part.changed(change, spares) for part in self.inside)
        return replace(self, fill=fill, inside=inside)


Shapes = tuple[Shape, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """Shapes from back to front; `balls` are cloud matter: rows of x, y, depth, radius, base.

    A ball is cut off level below its base (y); give four columns, or a large base, for whole balls.
    """

    shapes: Shapes = ()
    balls: Points | None = None  # (B, 5) or (B, 4)

    def placed(self, outer: Affine) -> Figure:
        """The figure seen through a frame."""
        balls = self.balls
        if balls is not None:
            x = outer.a * balls[:, 0] + outer.c * balls[:, 1] + outer.e
            y = outer.b * balls[:, 0] + outer.d * balls[:, 1] + outer.f
            base = balls[:, 4] if balls.shape[1] > 4 else balls[:, 1] + UNCUT
            below = y + (base - balls[:, 1]) * outer.scale
            z, r = balls[:, 2] * outer.scale, balls[:, 3] * outer.scale
            balls = np.stack([x, y, z, r, below], -1)
        return Figure(tuple(shape.placed(outer) for shape in self.shapes), balls)

    def changed(self, change: Callable[[Colour], Colour], spares: bool = False) -> Figure:
        """The figure in other colours; `spares` what shines by itself."""
        return Figure(tuple(shape.changed(change, spares) for shape in self.shapes), self.balls)

    def __add__(self, other: Figure) -> Figure:
        """This figure with another one in front of it."""
        both = [balls for balls in (self.balls, other.balls) if balls is not None]
        return Figure(self.shapes + other.shapes, np.concatenate(both) if both else None)

    @property
    def count(self) -> int:
        """How many shapes it takes to draw it."""
        return sum(_count(shape) for shape in self.shapes)


def placed(shapes: Iterable[Shape], outer: Affine) -> Shapes:
    """Shapes seen through a frame."""
    return tuple(shape.placed(outer) for shape in shapes)


def mirrored(shapes: Iterable[Shape]) -> Shapes:
    """Shapes as a mirror on the vertical axis shows them."""
    return placed(shapes, frame(mirror=True))


def _count(shape: Shape) -> int:
    return 1 + sum(_count(part) for part in shape.inside)
