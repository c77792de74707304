"""Make smooth fields over the unit square that look the same at every resolution.

Only additions, products, quotients and roots act on pixels here: IEEE 754 fixes their results, so
processors agree where library exponentials and sines differ in the last bit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import correlate1d

from generation.dice import Dice

Field = NDArray[np.float64]  # (H, W) or (H, W, 3)


def axis(size: int) -> Field:
    """Pixel centres along one side of the unit square."""
    return (np.arange(size) + 0.5) / size


def settle(field: Field, steps: int = 1 << 20) -> Field:
    """Round to fixed point, so that a later branch cannot see differences in the last bits."""
    return np.asarray(np.round(field * steps) / steps)


def smooth(low: float, high: float, x: Field | float) -> Field:
    """Rise from 0 to 1 between two bounds with level ends: 3t^2 - 2t^3."""
    t = np.clip((np.asarray(x) - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t))


def mix(a: Field, b: Field, weight: Field | float) -> Field:
    return np.asarray(a + (b - a) * weight)


def fade(x: Field) -> Field:
    """Fall from 1 towards 0 like exp(-x), as (1 + x/16)^-16."""
    y = 1.0 / (1.0 + np.maximum(x, 0.0) / 16.0)
    for _ in range(4):
        y = y * y
    return np.asarray(y)


def spline_basis(size: int, cells: int) -> tuple[NDArray[np.int64], Field]:
    """For each pixel the first of its four knots, and the uniform cubic B-spline weights of all."""
    at = axis(size) * cells
    cell = at.astype(np.int64)  # (size,)
    t = at - cell
    parts = (
        (1 - t) ** 3 / 6,
        (3 * t**3 - 6 * t**2 + 4) / 6,
        (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6,
        t**3 / 6,
    )
    return cell, np.stack(parts, -1)  # (size, 4)


def spline(size: int, cells: int) -> Field:
    """The same weights as a matrix that spreads `cells + 3` knots over `size` pixels."""
    cell, basis = spline_basis(size, cells)
    weights = np.zeros((size, cells + 3))  # (size, cells + 3)
    for step in range(4):
        weights[np.arange(size), cell + step] = basis[:, step]
    return weights


def noise(dice: Dice, size: int, across: int, down: int | None = None) -> Field:
    """Smooth noise with so many waves across and down, about unit variance."""
    down = across if down is None else down
    knots = dice.bell((down + 3, across + 3))
    return settle(spline(size, down) @ knots @ spline(size, across).T * 1.9)  # (size, size)


def layered(
    dice: Dice, size: int, across: int, octaves: int, gain: float = 0.55, aspect: float = 1.0
) -> Field:
    """Noise on noise of double frequency each (fractal Brownian motion), about unit variance."""
    total, weight, power = np.zeros((size, size)), 1.0, 0.0
    for octave in range(octaves):
        waves = across << octave
        down = max(2, int(waves * aspect))
        total += weight * noise(dice, size, waves, down)
        power += weight * weight
        weight *= gain
    return np.asarray(total / power**0.5)


def blur(image: Field, sigma: float) -> Field:
    """Gaussian blur with tabulated weights; edges repeat."""
    if sigma < 0.3:
        return image
    radius = max(1, int(3.0 * sigma + 0.5))
    offsets = np.arange(-radius, radius + 1)
    weights = np.round(np.exp(-0.5 * (offsets / sigma) ** 2) * 65536.0)
    weights /= weights.sum()
    down = correlate1d(image, weights, axis=0, mode="nearest")
    return np.asarray(correlate1d(down, weights, axis=1, mode="nearest"))


def resize(image: Field, size: int) -> Field:
    """Bilinear resampling of a square picture at pixel centres, edges repeated."""
    if image.shape[0] == size:
        return image
    before = image.shape[0]
    at = np.clip(axis(size) * before - 0.5, 0.0, before - 1.0)
    low = np.minimum(at.astype(np.int64), before - 2)
    t = (at - low).reshape(-1, *(1,) * (image.ndim - 1))
    rows = image[low] * (1 - t) + image[low + 1] * t
    t = t.reshape(1, -1, *(1,) * (image.ndim - 2))
    return np.asarray(rows[:, low] * (1 - t) + rows[:, low + 1] * t)


def shrink(image: Field, size: int) -> Field:
    """Fewer pixels by averaging whole cells where the sizes divide, else bilinear."""
    before = image.shape[0]
    if before % size:
        return resize(image, size)
    cell = before // size
    tail = image.shape[2:]
    cells = image.reshape(size, cell, size, cell, *tail)
    return np.asarray(cells.mean((1, 3)))


def distance(a: Field, b: Field) -> Field:
    """How far apart two colours are: the sum of their channels' differences."""
    gap = np.abs(a - b)
    return np.asarray(gap[..., 0] + gap[..., 1] + gap[..., 2])


def luminance(image: Field) -> Field:
    """How bright a colour looks, by the weights of Rec. 601."""
    return np.asarray(image[..., 0] * 0.299 + image[..., 1] * 0.587 + image[..., 2] * 0.114)
