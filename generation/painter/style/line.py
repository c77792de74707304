"""Draw contours: pointed strokes where light and dark, or near and far, meet."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import sobel

from generation.dice import Dice
from generation.painter.field import Field, blur, luminance, settle
from generation.painter.style.brush import FAINT, lively, trace
from generation.painter.style.sight import Sight
from generation.painter.style.stroke import Strokes, at, jittered, soft, tapered
from generation.painter.style.style import SCENE, Pass
from generation.painter.style.tip import PRINTS, SOLID

STRONG = 0.16  # an edge of this much light per brush width is drawn in full


def line(sight: Sight, one: Pass, dice: Dice) -> Strokes:
    """Strokes along the edges of the scene, stronger and bolder where the edge is."""
    width = one.width / 1024
    grid = jittered(width * one.spacing, 0.30, dice)
    field = edge(sight, width)
    strength = at(field, grid.places)
    presence = soft(strength, STRONG * one.layer.care, 0.6) * _crest(field, grid.places, width)
    kept = presence > FAINT
    grid, presence, strength = grid.keep(kept), presence[kept], strength[kept]
    if one.layer.ink != SCENE:
        colour = sight.printed(one.layer.ink, len(grid.cells))
    else:
        colour = at(sight.colour, grid.places)
    path = trace(sight, one, grid, dice.stage("trace"), loyal=False)
    bold = 0.45 + 0.75 * np.clip(strength / (3.0 * STRONG), 0.0, 1.0)
    widths = width * one.layer.bold * bold * (0.8 + 0.4 * grid.uniform(dice.stage("width")))
    if one.layer.tip == SOLID:
        widths, presence = widths * presence, np.ones_like(presence)
    ink, rank = lively(colour, one, grid, dice.stage("colour"))
    return Strokes(
        cell=grid.cells,
        path=path,
        width=settle(widths[:, None] * tapered(path.shape[1], one.taper)[None], 1 << 20),
        colour=ink,
        opacity=settle(presence * one.opacity, 256),
        rank=rank,
        print=np.floor(grid.uniform(dice.stage("print")) * PRINTS).astype(np.int64),
    )


def edge(sight: Sight, width: float) -> Field:
    """How much light or subject changes across one brush width, (S, S)."""
    total = np.zeros((sight.size, sight.size))
    for field, weight in (
        (luminance(sight.colour), 1.0),
        (sight.subject, 0.45),
        (sight.height, 0.6),
    ):
        still = blur(field, max(0.6, width * 0.35 * sight.size))
        across, down = sobel(still, 1), sobel(still, 0)
        total = np.maximum(total, weight * np.sqrt(across * across + down * down) / 8.0)
    return settle(total * sight.size * width, 1 << 16)


def _crest(field: Field, places: Field, width: float) -> Field:
    """1 on the ridge of an edge, less beside it, so that one line is drawn and not three."""
    near = blur(field, max(1.0, width * 1.1 * len(field)))
    return np.asarray(np.clip(at(field, places) / np.maximum(at(near, places), 1e-6) - 0.75, 0, 1))
