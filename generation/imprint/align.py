"""Lay one picture's edges over another's, in every size, place and turn, and say how they fit.

The fit is the normalised cross-correlation (Lewis 1995) where one picture lies wholly within the
other, as a cropped copy does in its original. It is taken twice: of coarse edges as a whole, and of
fine ones in sixteen parts, of which the middle one counts. So neither a subject that two pictures
share makes them alike, nor do words across a picture make it another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.fft import irfft2, next_fast_len, rfft2

from generation.imprint.edge import Edges
from generation.imprint.phash import TURNS

COARSE: Final = 64  # the longer edge when every size and turn is tried
LEAST_SIZE: Final = 0.5  # of an edge: a smaller part of a picture is not looked for
STEP: Final = 0.95
NEARBY: Final = (0.955, 0.97, 0.985, 1.0, 1.015, 1.03, 1.045)  # sizes about the coarse one
HOPELESS: Final = 0.35  # a coarse fit below which fine edges are not looked at
PARTS: Final = 4  # by as many
LEAST: Final = 8  # pixels of an edge
WORDS: Final = ("mirrored", "upside down", "turned by a quarter")

Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well two pictures lie over each other, 0 to 1000, and how the first had to be laid."""

    permille: int
    turn: int = 0
    size: float = 1.0  # of the smaller one's edge in the larger one; 1 is as a whole
    is_within: bool = True  # whether the first lies within the second

    @property
    def words(self) -> tuple[str, ...]:
        """What was done to the first picture, as far as the fit tells."""
        if self.turn & 3 == 3:
            turned = ["turned by a quarter and mirrored" if self.turn & 4 else "turned by half"]
        else:
            turned = [word for bit, word in enumerate(WORDS) if self.turn & (1 << bit)]
        if self.size < STEP:
            turned.append("cropped" if self.is_within else "with more around it")
        return tuple(turned)


class Layer:
    """A picture's edges, ready to be laid over others'."""

    def __init__(self, edges: Edges) -> None:
        self.fine: Plane = edges.astype(np.float32)

    @cached_property
    def coarse(self) -> Plane:
        """The edges as they are laid in every way."""
        return _sized(self.fine, COARSE / max(self.fine.shape))

    @cached_property
    def sizes(self) -> Sequence[tuple[float, Plane]]:
        """The coarse edges in falling sizes, from the whole to `LEAST_SIZE`."""
        count = int(np.floor(np.log(LEAST_SIZE) / np.log(STEP))) + 1
        return [(STEP**step, _sized(self.coarse, STEP**step)) for step in range(count)]

    @cached_property
    def ground(self) -> _Ground:
        """The coarse edges, for others to be laid on."""
        return _Ground(self.coarse)

    @cached_property
    def fine_ground(self) -> _Ground:
        """The fine edges, for others to be laid on."""
        return _Ground(self.fine)


def fit(one: Layer, other: Layer) -> Fit:
    """The best fit of one picture with another."""
    found = [
        (correlation, size, turn, is_within)
        for laid, ground, is_within in ((one, other, True), (other, one, False))
        for correlation, size, turn in _tried(laid, ground)
    ]
    coarse, size, turn, is_within = max(found, key=lambda at: at[0])
    fine = 0.0
    if coarse > HOPELESS:
        laid, ground = (one, other) if is_within else (other, one)
        fine = _looked_at(laid, ground, size, turn)
    return Fit(round(500 * (max(0.0, coarse) + fine)), turn, size, is_within)


def _tried(laid: Layer, ground: Layer) -> Iterator[tuple[float, float, int]]:
    for size, plane in laid.sizes:
        for turns in (range(TURNS // 2), range(TURNS // 2, TURNS)):
            stack = np.stack([_turned(plane, turn) for turn in turns])
            for turn, (correlation, _) in zip(turns, ground.ground.best(stack), strict=True):
                yield correlation, size, turn


def _looked_at(laid: Layer, ground: Layer, size: float, turn: int) -> float:
    """The middle one of the parts' correlations where fine edges fit best, 0 to 1."""
    best, parts = -1.0, 0.0
    for near in NEARBY:
        plane = _turned(_sized(laid.fine, min(1.0, size * near)), turn)
        ((correlation, (top, left)),) = ground.fine_ground.best(plane[None])
        if correlation > best:
            height, width = plane.shape
            best, parts = correlation, _middle(plane, ground.fine[top:, left:][:height, :width])
    return max(0.0, parts)


def _middle(one: Plane, other: Plane) -> float:
    """The median correlation over `PARTS` by `PARTS` parts of two planes (H, W)."""
    found = []
    for rows in np.array_split(np.arange(one.shape[0]), PARTS):
        for columns in np.array_split(np.arange(one.shape[1]), PARTS):
            a, b = one[np.ix_(rows, columns)], other[np.ix_(rows, columns)]
            a, b = a - a.mean(), b - b.mean()
            spread = np.sqrt(float((a * a).sum()) * float((b * b).sum()))
            found.append(float((a * b).sum()) / (spread + 1e-3))
    return float(np.median(found))


def _turned(plane: Plane, turn: int) -> Plane:
    """Laid in the order of `phash.hashes`: a quarter first, then mirrored."""
    laid = plane.T if turn & 4 else plane
    laid = laid[:, ::-1] if turn & 1 else laid
    return laid[::-1] if turn & 2 else laid


def _sized(plane: Plane, size: float) -> Plane:
    if size == 1.0:
        return plane
    image = Image.fromarray(plane)
    whole = (max(LEAST, round(image.width * size)), max(LEAST, round(image.height * size)))
    return np.asarray(image.resize(whole, Image.Resampling.BILINEAR))


class _Ground:
    """What others are laid on; its transform is taken once."""

    def __init__(self, plane: Plane) -> None:
        centred = plane - plane.mean()
        self._shape = plane.shape
        self._padded = [next_fast_len(side, real=True) for side in plane.shape]
        self._transform = rfft2(centred, self._padded)
        self._sum, self._squares = _summed(centred), _summed(centred**2)

    def best(self, stack: Plane) -> list[tuple[float, tuple[int, int]]]:
        """For each of a stack (N, h, w) the highest correlation, and its first row and column."""
        height, width = stack.shape[1:]
        rows, columns = self._shape[0] - height + 1, self._shape[1] - width + 1
        if rows < 1 or columns < 1:
            return [(-1.0, (0, 0))] * len(stack)
        centred = stack - stack.mean((1, 2), keepdims=True)
        own = max(float(np.sqrt((centred[0] ** 2).sum())), 1e-3)
        laid = np.conj(rfft2(centred, self._padded))
        crossed = irfft2(self._transform * laid, self._padded)[:, :rows, :columns]
        total = _windows(self._sum, height, width)
        squares = _windows(self._squares, height, width)
        fits = crossed / (own * np.sqrt(np.maximum(squares - total**2 / (height * width), 1e-3)))
        found = []
        for one in fits:
            row, column = divmod(int(one.argmax()), columns)
            found.append((min(1.0, float(one[row, column])), (row, column)))
        return found


def _summed(plane: Plane) -> NDArray[np.float64]:
    return np.pad(plane.astype(np.float64), ((1, 0), (1, 0))).cumsum(0).cumsum(1)


def _windows(sums: NDArray[np.float64], height: int, width: int) -> NDArray[np.float64]:
    """The sum over each window of that size."""
    upper, lower = sums[:-height], sums[height:]
    return np.asarray(lower[:, width:] - lower[:, :-width] - upper[:, width:] + upper[:, :-width])
