"""Measure a picture in whole numbers: how it looks, its tone, and how much goes on in it.

Looks are coarse maps of lightness, colour and edges, for distances between pictures; tone and
business are the two measured axes of the muse's archive. Whole numbers, for branches read them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generation.engine import Raster
from generation.exact import fixed
from generation.painter.style.oklab import oklab

SIDE = 32  # cells across in which it is measured
LIGHT, COLOUR = 8, 4  # cells across of the maps in a look
LOOK = LIGHT * LIGHT + 3 * COLOUR * COLOUR
Look = NDArray[np.int16]  # (LOOK,) or (N, LOOK), thousandths

TONES = ("ember", "deep", "gold", "clear", "silver")
GREY = 32  # thousandths of chroma, below which a picture has no colour
DARK = 560  # thousandths of lightness
BUSINESS = ("quiet", "rich", "busy")
QUIET, BUSY = 17, 24  # thousandths of change from one cell to the next


@dataclass(frozen=True, slots=True)
class Measure:
    """A picture in thousandths: mean lightness, spread of it, chroma, warmth, change, and its look.

    Warmth is positive towards red and yellow; change is the mean step of lightness between cells.
    """

    lightness: int
    contrast: int
    chroma: int
    warmth: int
    change: int
    look: Look

    @property
    def tone(self) -> str:
        """The family of its colours."""
        if self.chroma < GREY:
            return "silver"
        if self.lightness < DARK:
            return "ember" if self.warmth > 0 else "deep"
        return "gold" if self.warmth > 0 else "clear"

    @property
    def business(self) -> str:
        """How much goes on in it."""
        if self.change < QUIET:
            return "quiet"
        return "busy" if self.change >= BUSY else "rich"


def measure(picture: Raster) -> Measure:
    """The measures of a square picture of at least SIDE pixels."""
    lab = oklab(_cells(picture, SIDE))  # (SIDE, SIDE, 3)
    light, green_red, blue_yellow = (lab[..., at] for at in range(3))
    chroma = np.sqrt(green_red * green_red + blue_yellow * blue_yellow)
    across, down = np.abs(np.diff(light, axis=1)), np.abs(np.diff(light, axis=0))
    edges = np.zeros((SIDE, SIDE))
    edges[:, :-1] += across
    edges[:-1] += down
    maps = (
        _pooled(light, LIGHT),
        3.0 * _pooled(green_red, COLOUR),
        3.0 * _pooled(blue_yellow, COLOUR),
        4.0 * _pooled(edges, COLOUR),
    )
    look = np.concatenate([part.ravel() for part in maps])
    spread = np.sqrt(max(0.0, float(((light - light.mean()) ** 2).mean())))
    return Measure(
        lightness=_thousandths(light.mean()),
        contrast=_thousandths(spread),
        chroma=_thousandths(chroma.mean()),
        warmth=_thousandths((green_red + blue_yellow).mean()),
        change=_thousandths((across.mean() + down.mean()) / 2),
        look=np.clip(fixed(look, 1000), -4000, 4000).astype(np.int16),
    )


def apart(look: Look, looks: Look) -> NDArray[np.int64]:
    """How far a look is from each of several, (N,): the mean difference in thousandths."""
    if not len(looks):
        return np.zeros(0, np.int64)
    steps = np.abs(looks.astype(np.int64) - look.astype(np.int64))
    return np.asarray(steps.sum(1) // look.shape[-1])


def _cells(picture: Raster, side: int) -> NDArray[np.float64]:
    """Means of whole cells, (side, side, 3), from 0 to 1; what is left at the edges is cut off."""
    flat = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    step = min(picture.width, picture.height) // side
    cut = flat[: step * side, : step * side].astype(np.float64)
    cells = cut.reshape(side, step, side, step, 3).sum((1, 3))
    return np.asarray(cells / (step * step * 255.0))


def _pooled(field: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    step = SIDE // side
    return np.asarray(field.reshape(side, step, side, step).mean((1, 3)))


def _thousandths(value: float | np.floating) -> int:
    return int(fixed(np.array(float(value)), 1000))
