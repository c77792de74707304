"""Say in 128 numbers how a picture looks: alike pictures lie close together.

`layout` is a rule: where which colours are and where edges run, as MPEG-7's colour layout and edge
histogram say it. `see` asks the dual encoder, which has learnt what pictures are of.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.engine import Raster
from generation.imprint.decode import Pixels
from generation.network import shipped

WIDTH: Final = 128
CELLS: Final = 4  # by as many
DIRECTIONS: Final = 5
NETWORK: Final = "dual"

Vector = NDArray[np.float64]


def model() -> str | None:
    """The digest of the dual encoder's weights; None where it has not been trained; light."""
    return shipped.digest(NETWORK)


def see(pixels: Pixels) -> Vector:
    """How a picture (H, W, 3) looks to the dual encoder: (128,), of length 1."""
    from generation.network import dual

    height, width = pixels.shape[:2]
    return dual.embed(Raster(width, height, pixels.tobytes()))


def layout(pixels: Pixels) -> Vector:
    """Of a picture (H, W, 3): 16 cells' colours (48) and how much edge goes which way (80)."""
    side = 16 * CELLS
    small = np.asarray(Image.fromarray(pixels).resize((side, side), Image.Resampling.BOX))
    plane = small.astype(np.float64) / 255
    colours = plane.reshape(CELLS, 16, CELLS, 16, 3).mean((1, 3)) - 0.5
    down, across = np.gradient(plane.mean(2))
    strength = np.sqrt(down * down + across * across)
    angle = np.arctan2(down, across) % np.pi
    which = np.minimum((angle / np.pi * DIRECTIONS).astype(int), DIRECTIONS - 1)
    directed = np.where(which[..., None] == np.arange(DIRECTIONS), strength[..., None], 0.0)
    edges = directed.reshape(CELLS, 16, CELLS, 16, DIRECTIONS).mean((1, 3))
    edges = edges / (edges.max() + 1e-6) - 0.25
    vector = np.concatenate([colours.ravel(), edges.ravel()])
    return np.asarray(vector / (np.sqrt((vector * vector).sum()) + 1e-9))
