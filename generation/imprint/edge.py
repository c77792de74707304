"""Draw where a picture changes and how much, whatever its colours are."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter, uniform_filter

from generation.imprint.decode import Pixels

SIDE: Final = 112  # the longer edge of what is kept
GRAIN: Final = 4.0  # pixels (of twice SIDE) that are smoothed away: papers share their grain
FAINT: Final = 2.5  # contrast, of 255 a pixel, that is not evened out
AROUND: Final = 15  # pixels over which contrast is evened out

Edges = NDArray[np.uint8]  # (H, W), the longer edge SIDE


def edges(pixels: Pixels, side: int = SIDE) -> Edges:
    """Local contrast of all three colours together, evened out over the picture, 0 to 255."""
    height, width = pixels.shape[:2]
    scale = 2 * side / max(height, width)
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    image = Image.fromarray(pixels).resize(size, Image.Resampling.BOX)
    smooth = gaussian_filter(np.asarray(image, np.float64), (GRAIN, GRAIN, 0))
    down, across = np.gradient(smooth, axis=(0, 1))
    change = np.sqrt((down * down + across * across).sum(2))
    around = np.sqrt(np.maximum(uniform_filter(change * change, AROUND), 0.0))
    evened = change / (around + FAINT)
    half = Image.fromarray(np.asarray(evened * 64, np.float32)).resize(
        (max(4, size[0] // 2), max(4, size[1] // 2)), Image.Resampling.BOX
    )
    return np.asarray(np.clip(np.rint(np.asarray(half)), 0, 255), np.uint8)
