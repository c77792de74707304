"""Show a painting being painted: its strokes appear in their order, broad ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from generation.engine import Raster
from generation.painter.field import Field
from generation.painter.style.canvas import Canvas
from generation.painter.style.paint import Painting
from generation.painter.style.stroke import Strokes


def unfold(painting: Painting, frames: int, size: int) -> Iterator[Raster]:
    """So many pictures at a size, from the bare ground to the finished painting.

    A stroke takes the hand as long as the root of its area; so the ground is laid quickly but can
    be followed, and ten thousand fine touches do not last for ever. Raises ValueError below 2.
    """
    if frames < 2:
        raise ValueError(f"{frames} frames show no painting being painted; ask for 2 at least")
    canvas = Canvas(size, painting.finish, painting.owner)
    effort = [_effort(coat.strokes) for coat in painting.coats]
    total = sum(float(part.sum()) for part in effort)
    yield canvas.finished()
    coat, done, spent = 0, 0, 0.0  # the coat in work, its strokes laid, effort of coats before it
    for frame in range(1, frames):
        until = total * frame / (frames - 1) if frame < frames - 1 else float("inf")
        while coat < len(effort):
            ends = spent + np.cumsum(effort[coat])
            upto = int(np.searchsorted(ends, until, side="right"))
            if upto > done:
                part = painting.coats[coat].strokes.take(slice(done, upto))
                canvas.add(replace(painting.coats[coat], strokes=part))
                done = upto
            if done < len(ends):
                break
            spent += float(effort[coat].sum())
            coat, done = coat + 1, 0
        yield canvas.finished()


def _effort(strokes: Strokes) -> Field:
    """How long the hand is at each stroke, (N,)."""
    step = strokes.path[:, 1:] - strokes.path[:, :-1]
    length = np.sqrt((step * step).sum(2)).sum(1)
    return np.asarray(np.round(np.sqrt(length * strokes.width.mean(1)) + 1e-4, 9))
