"""See a picture through the dual encoder's eye with plain arrays, where no torch is loaded.

The same weights, the same float64, the same rounding as `generation.network.eye`; a test holds the
two to each other. What comes out has no names: it is what people cannot point at.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generation import weights
from generation.exact import UNIT, fixed
from generation.network.place import load
from generation.network.shipped import FOLDER

NETWORK: Final = "dual"
WIDTH: Final = 128
KERNELS: Final = (5, 3, 3, 3)
STEP: Final = 2  # each layer halves the picture

Planes = NDArray[np.float64]  # (C, H, W)


def digest() -> str:
    """The SHA-256 of the weights; reads a list alone."""
    return weights.listed(FOLDER)[NETWORK]


def seen(look: NDArray[np.uint8]) -> NDArray[np.float64]:
    """What the eye sees in a picture (64, 64, 3): (WIDTH,), of length 1, rounded."""
    arrays = _arrays()
    at = np.moveaxis(look.astype(np.float64) / 255, 2, 0) * 2 - 1  # (3, 64, 64)
    for number, kernel in enumerate(KERNELS):
        weight, bias = arrays[f"eye.{number}.weight"], arrays[f"eye.{number}.bias"]
        at = np.maximum(0.0, _convolved(at, weight, kernel) + bias[:, None, None])
    side = round((arrays["eye.out.weight"].shape[1] / len(at)) ** 0.5)
    cell = at.shape[1] // side
    pooled = at.reshape(len(at), side, cell, side, cell).mean((2, 4)).ravel()
    found = fixed(arrays["eye.out.weight"] @ pooled + arrays["eye.out.bias"]) / UNIT
    length = np.sqrt((found * found).sum())
    return np.asarray(fixed(found / max(float(length), 1e-9)) / UNIT)


def _convolved(planes: Planes, weight: NDArray[np.float64], kernel: int) -> Planes:
    """Every second place of a convolution with an even border of zeros."""
    edge = kernel // 2
    padded = np.pad(planes, ((0, 0), (edge, edge), (edge, edge)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel, kernel), (1, 2))
    windows = windows[:, ::STEP, ::STEP]  # (C, H, W, kernel, kernel)
    rows = np.moveaxis(windows, 0, 2).reshape(*windows.shape[1:3], -1)  # (H, W, C * kernel^2)
    return np.asarray(np.moveaxis(rows @ weight.reshape(len(weight), -1).T, 2, 0))


@cache
def _arrays() -> dict[str, NDArray[Any]]:
    found = load(NETWORK).arrays
    return {name: np.asarray(found[name], np.float64) for name in found if name.startswith("eye.")}
