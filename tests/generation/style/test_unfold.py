"""being painted
the first frame   -> the bare ground
the last          -> the finished painting, to the last bit
frame by frame    -> nearer and nearer to it
one frame         -> refused
"""

from __future__ import annotations

import numpy as np
import pytest

from generation.painter.style.unfold import unfold
from tests.generation.style.sitter import SIZE, sat


def test_it_ends_with_the_painting() -> None:
    painting = sat("impasto")
    frames = list(unfold(painting, 7, SIZE))
    assert len(frames) == 7
    assert frames[-1].sha256 == painting.raster(SIZE).sha256


@pytest.mark.parametrize("style", ["impasto", "watercolour", "engraving"])
def test_it_comes_nearer(style: str) -> None:
    frames = [
        np.frombuffer(frame.rgb, np.uint8).astype(np.float64)
        for frame in unfold(sat(style), 6, SIZE)
    ]
    left = [np.abs(frame - frames[-1]).mean() for frame in frames]
    assert left[0] > 10
    assert left == sorted(left, reverse=True)


def test_one_frame_is_refused() -> None:
    with pytest.raises(ValueError, match="ask for 2"):
        next(unfold(sat("impasto"), 1, SIZE))
