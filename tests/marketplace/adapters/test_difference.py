"""where two pictures differ
the same            -> no pixel, no mark
one pixel, large    -> counted, its mark outlives the shrinking
edges that do not divide -> shown whole
"""

import io

import numpy as np
from PIL import Image

from marketplace.adapters.difference import AGAIN, DIFFERENCE, EDGE, between


def shown(content: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    """A picture's pixels."""
    with Image.open(io.BytesIO(content)) as picture:
        return np.asarray(picture.convert("RGB")).astype(np.int16)


def test_the_same_picture_has_no_mark() -> None:
    rgb = bytes(range(0, 240, 10)) * 32
    found = between(16, 16, rgb, rgb)
    assert (found.differing, found.largest) == (0, 0)
    pixels = shown(found.pictures[DIFFERENCE])
    assert (pixels.max(-1) - pixels.min(-1)).max() < 12  # grey, but for what WebP rounds


def test_one_pixel_of_millions_is_seen() -> None:
    width, height = 2 * EDGE + 3, EDGE + 1
    ours = np.full((height, width, 3), 128, np.uint8)
    theirs = ours.copy()
    theirs[301, 700, 1] += 9
    found = between(width, height, ours.tobytes(), theirs.tobytes())
    assert (found.differing, found.largest) == (1, 9)
    pixels = shown(found.pictures[DIFFERENCE])
    assert pixels.shape == (-(-height // 3), -(-width // 3), 3)
    reddest = np.unravel_index((pixels[..., 0] - pixels[..., 1]).argmax(), pixels.shape[:2])
    assert np.abs(np.array(reddest) - (301 // 3, 700 // 3)).max() <= 2
    assert max(shown(found.pictures[AGAIN]).shape) == EDGE
