"""Draw how loud a sound is over time: the picture of a work that brings none."""

from typing import Final

import numpy as np
from PIL import Image, ImageDraw

RATE: Final = 2000  # samples a second: enough for loudness
BARS: Final = 120
WIDTH, HEIGHT = 1600, 900
PAPER: Final = (243, 239, 232)
INK: Final = (29, 26, 22)
ACCENT: Final = (139, 58, 31)
FINER: Final = 2  # drawn so much larger, then made smaller: even edges
MARGIN: Final = 0.09


def picture(samples: bytes) -> Image.Image:
    """Bars, the loudest of them in the accent; `samples` are 16 bits, little-endian."""
    heights = levels(np.frombuffer(samples, "<i2"))
    width, height = WIDTH * FINER, HEIGHT * FINER
    drawn = Image.new("RGB", (width, height), PAPER)
    pen = ImageDraw.Draw(drawn)
    step = width * (1 - 2 * MARGIN) / BARS
    thick = step * 0.46
    for index, level in enumerate(heights):
        middle = width * MARGIN + (index + 0.5) * step
        reach = max(thick / 2, level * height * (0.5 - MARGIN) * 0.86)
        box = (middle - thick / 2, height / 2 - reach, middle + thick / 2, height / 2 + reach)
        colour = ACCENT if level == heights.max() and level > 0 else INK
        pen.rounded_rectangle(box, radius=thick / 2, fill=colour)
    return drawn.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def levels(
    samples: "np.ndarray[tuple[int], np.dtype[np.int16]]",
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The loudness of each bar's time, from 0 to 1, the loudest being 1 (all 0 in silence)."""
    parts = np.array_split(samples.astype(np.float64), BARS)
    loud = np.array([np.sqrt(np.mean(part * part)) if part.size else 0.0 for part in parts])
    most = float(loud.max())
    return np.sqrt(loud / most) if most > 0 else loud
