"""Hash views of a picture so that alike views differ in few of 64 bits (pHash: Zauner 2010).

A view is a part of the picture, squeezed into a square; its hash says which of the 63 lowest
cosine frequencies lie above their median. A copy that was cropped, as a whole, is alike to a view
of the original; one that was turned or mirrored has the original's frequencies in another order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dctn

SIDE: Final = 32  # a view's edge when its frequencies are taken
LOW: Final = 8
BITS: Final = LOW * LOW
TURNS: Final = 8  # ways to lay a picture: turned by quarters, mirrored or not

Plane = NDArray[np.float64]
Box = tuple[float, float, float, float]  # left, top, right, bottom, in parts of the picture


def boxes() -> tuple[Box, ...]:
    """The views that are hashed: all of the picture first, then parts of it on three grids."""

    def grid(part: float, steps: int) -> Iterator[Box]:
        for row in range(steps):
            for column in range(steps):
                left, top = ((1 - part) * at / (steps - 1) for at in (column, row))
                yield (left, top, left + part, top + part)

    return ((0.0, 0.0, 1.0, 1.0), *grid(0.9, 2), *grid(0.85, 3), *grid(0.76, 3))


BOXES: Final = boxes()


def hashes(plane: Plane, box: Box, turns: int = 1) -> list[int]:
    """Hashes of a view of a plane (H, W) of numbers, laid in so many ways; the first as it is."""
    low = dctn(_view(plane, box))[:LOW, :LOW]
    return [_bits(turned) for turned in _turned(low, turns)]


def distance(one: int, other: int) -> int:
    """In how many of 64 bits two hashes differ."""
    return (one ^ other).bit_count()


def _view(plane: Plane, box: Box) -> Plane:
    """Whole cells of a view averaged, (SIDE, SIDE)."""
    height, width = plane.shape
    left, top, right, bottom = box
    rows = _shares(height, top, bottom)
    columns = _shares(width, left, right)
    return np.asarray(rows @ plane @ columns.T)


def _shares(size: int, start: float, end: float) -> Plane:
    """How much of each of `size` pixels goes into each of `SIDE` cells, (SIDE, size)."""
    edges = np.linspace(start * size, end * size, SIDE + 1)
    pixels = np.arange(size)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.asarray(np.maximum(covered, 0) / (edges[1] - edges[0]))


def _turned(low: Plane, turns: int) -> Iterator[Plane]:
    """The frequencies of the view mirrored and turned: their signs and order, nothing else."""
    sign = (-1.0) ** np.arange(LOW)
    for number in range(turns):
        laid = low.T if number & 4 else low
        if number & 1:
            laid = laid * sign  # left and right change places
        if number & 2:
            laid = laid * sign[:, None]
        yield laid


def _bits(low: Plane) -> int:
    flat = low.ravel()
    above = flat > np.median(flat[1:])
    above[0] = False  # how bright the view is says nothing
    return int.from_bytes(np.packbits(above).tobytes())
