"""Hold strokes as numbers: where they run, how wide, in which colour; places in picture widths.

A stroke keeps its identity (its pass and its cell of that pass's grid) through every frame of a
film, so two paintings of neighbouring moments can be interpolated stroke by stroke.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.painter.field import Field, smooth

Whole = NDArray[np.int64]
SOFT = 0.3  # a threshold begins so much below itself and ends so much above


@dataclass(frozen=True, slots=True)
class Strokes:
    """Strokes of one pass, in painting order; all have the same number of points."""

    cell: Whole  # (N,) identity within the pass
    path: Field  # (N, K, 2) from start to end
    width: Field  # (N, K)
    colour: Field  # (N, 3) 0 to 1
    opacity: Field  # (N,) 0 to 1
    rank: Field  # (N,) what the order follows
    print: Whole  # (N,) which print of the tip

    def __len__(self) -> int:
        return len(self.cell)

    def take(self, which: Whole | NDArray[np.bool_] | slice) -> Strokes:
        """Some of them, in the order asked."""
        return Strokes(
            self.cell[which],
            self.path[which],
            self.width[which],
            self.colour[which],
            self.opacity[which],
            self.rank[which],
            self.print[which],
        )

    def ordered(self) -> Strokes:
        """By rank, equal ranks by cell."""
        return self.take(np.lexsort((self.cell, self.rank)))


@dataclass(frozen=True, slots=True)
class Coat:
    """What one pass lays: strokes of one tip, blended one way."""

    number: int  # of the pass
    tip: str
    glaze: bool  # multiplies what lies below instead of hiding it
    body: float  # 0 to 1, how much of the thickness below it its own replaces
    strokes: Strokes


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells that strokes belong to; the grid is the same at every size and in every frame.

    Dice are thrown for the whole grid, so a cell's stroke does not depend on which others are kept.
    """

    places: Field  # (N, 2) of the kept cells
    cells: Whole  # (N,) indices into the grid
    count: int  # of all its cells

    def uniform(self, dice: Dice) -> Field:
        return np.asarray(dice.uniform(self.count)[self.cells])

    def bell(self, dice: Dice, columns: int = 1) -> Field:
        return np.asarray(dice.bell((self.count, columns))[self.cells])

    def keep(self, which: NDArray[np.bool_]) -> Grid:
        return Grid(self.places[which], self.cells[which], self.count)


def jittered(step: float, scatter: float, dice: Dice) -> Grid:
    """A square grid over the picture, every place moved a little; `scatter` is in steps."""
    at = np.arange(step / 2, 1.0, step)
    grid = np.stack(np.meshgrid(at, at), -1).reshape(-1, 2)
    places = np.clip(grid + dice.bell(grid.shape) * (step * scatter), 0.0, 1.0 - 1e-9)
    return Grid(places, np.arange(len(grid)), len(grid))


def tapered(points: int, taper: float) -> Field:
    """Share of the full width at each point of a stroke whose ends are so pointed, (points,)."""
    t = np.linspace(-1.0, 1.0, points)
    return np.asarray(1.0 - taper * t * t)


def at(field: Field, places: Field) -> Field:
    """The field's values at places of the unit square, without interpolation."""
    size = field.shape[0]
    cell = np.clip((places * size).astype(np.int64), 0, size - 1)
    return np.asarray(field[cell[..., 1], cell[..., 0]])


def dot(a: Field, b: Field) -> Field:
    """Inner product of vectors in the plane."""
    return np.asarray(a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1])


def soft(value: Field, threshold: float, width: float = SOFT) -> Field:
    """Presence of what may be there: 0 below the threshold, 1 above, gradual between.

    A hard threshold would let strokes pop in and out between the frames of a film.
    """
    if threshold <= 0.0:
        return np.ones_like(value)
    return smooth(threshold * (1.0 - width), threshold * (1.0 + width), value)
