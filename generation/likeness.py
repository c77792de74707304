"""Measure how far apart two pictures are, by pixel, by structure and as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dctn
from scipy.ndimage import uniform_filter

from generation.engine import Raster

Grey = NDArray[np.float64]
# A frequency sums 4 x the thumbnail's 1024 cells: so much comes of 1/255 in one cell of sixteen.
UNDECIDED = 4 * 1024 / 16 / 255


@dataclass(frozen=True, slots=True)
class Likeness:
    """Mean absolute error (0 to 1), differing bits of 63, structural similarity (1 is the same)."""

    mean_error: float
    hash_distance: int
    similarity: float


SAME = Likeness(0.0, 0, 1.0)


def compare(one: Raster, other: Raster) -> Likeness:
    """How alike two pictures of the same size are."""
    a, b = _pixels(one), _pixels(other)
    error = float(np.abs(a - b).mean())
    grey_a, grey_b = a.mean(-1), b.mean(-1)
    bits = hash_distance(grey_a, grey_b)
    return Likeness(error, bits, structural_similarity(grey_a, grey_b))


def hash_distance(a: Grey, b: Grey) -> int:
    """How many of 63 low cosine frequencies lie above their median in one picture alone.

    A frequency that is nearly the same in both does not count, though the median fall between: in
    a flat or finely striped picture the last bit of a pixel would decide.
    """
    one, other = _frequencies(a), _frequencies(b)
    return int((((one > 0) != (other > 0)) & (np.abs(one - other) > UNDECIDED)).sum())


def _frequencies(grey: Grey) -> Grey:
    """Low cosine frequencies of a 32 x 32 thumbnail, from their median, (63,) without the mean."""
    side = min(grey.shape) // 32 * 32
    cell = side // 32
    small = grey[:side, :side].reshape(32, cell, 32, cell).mean((1, 3))  # (32, 32)
    low = dctn(small)[:8, :8].ravel()[1:]
    return np.asarray(low - np.median(low))


def structural_similarity(a: Grey, b: Grey, window: int = 7) -> float:
    """Mean SSIM after Wang et al. 2004, uniform window, dynamic range 1."""
    c1, c2 = 0.01**2, 0.03**2
    mean_a, mean_b = uniform_filter(a, window), uniform_filter(b, window)
    var_a = uniform_filter(a * a, window) - mean_a**2
    var_b = uniform_filter(b * b, window) - mean_b**2
    cov = uniform_filter(a * b, window) - mean_a * mean_b
    top = (2 * mean_a * mean_b + c1) * (2 * cov + c2)
    return float((top / ((mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2))).mean())


def _pixels(raster: Raster) -> NDArray[np.float64]:
    flat = np.frombuffer(raster.rgb, np.uint8).astype(np.float64) / 255.0
    return flat.reshape(raster.height, raster.width, 3)
