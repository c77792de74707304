"""Set small stones side by side, in rows that follow the forms."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from generation.dice import Dice
from generation.painter.field import settle
from generation.painter.style.brush import lively
from generation.painter.style.sight import Sight
from generation.painter.style.stroke import Grid, Strokes, Whole, at, dot, jittered
from generation.painter.style.style import Pass
from generation.painter.style.tip import PRINTS

ROUNDS = 12
FINE = 5  # pixels of the map on which stones find their room, per stone
RIVALS = 5


def tessera(sight: Sight, one: Pass, dice: Dice) -> Strokes:
    """Square stones that fill the picture, turned along the forms, equally far from each other.

    Lloyd's method with each stone's own square distance (Hausner 2001, "Simulating decorative
    mosaics"): a stone moves to the middle of what is nearest to it in its own axes.
    """
    step = one.width / 1024 * one.spacing
    grid = jittered(step, sight.manner.scatter, dice)
    places, way = grid.places, at(sight.along, grid.places)
    for _ in range(ROUNDS):
        places, way = _settled(places, way, step, sight)
    grid = Grid(places, grid.cells, grid.count)
    colour, rank = lively(at(sight.colour, places), one, grid, dice.stage("colour"))
    side = step * one.layer.bold
    half = way * (side / 2)
    size = 0.90 + 0.14 * grid.uniform(dice.stage("side"))
    path = np.stack([places - half, places, places + half], 1)
    return Strokes(
        cell=grid.cells,
        path=settle(path, 1 << 20),
        width=np.repeat((side * size)[:, None], 3, 1),
        colour=colour,
        opacity=np.full(len(places), one.opacity),
        rank=rank,
        print=np.floor(grid.uniform(dice.stage("print")) * PRINTS).astype(np.int64),
    )


def _settled(
    places: np.ndarray, way: np.ndarray, step: float, sight: Sight
) -> tuple[np.ndarray, np.ndarray]:
    """Each stone in the middle of its room, turned as the picture wants it there."""
    side = int(FINE / step)
    middles = (np.arange(side) + 0.5) / side
    pixels = np.stack(np.meshgrid(middles, middles), -1).reshape(-1, 2)
    owner = _owner(pixels, places, way)
    count = np.bincount(owner, minlength=len(places))
    total = [np.bincount(owner, pixels[:, k], len(places)) for k in (0, 1)]
    middle = np.stack(total, -1) / np.maximum(count, 1)[:, None]
    moved = settle(np.where(count[:, None] > 0, middle, places), 1 << 20)
    return moved, at(sight.along, np.clip(moved, 0.0, 1.0 - 1e-9))


def _owner(pixels: np.ndarray, places: np.ndarray, way: np.ndarray) -> Whole:
    """Which stone each pixel is nearest to, by the larger of the two distances in its axes."""
    _, rivals = cKDTree(places).query(pixels, RIVALS)
    away = pixels[:, None] - places[rivals]
    along = np.abs(dot(away, way[rivals]))
    across = np.abs(away[..., 0] * way[rivals][..., 1] - away[..., 1] * way[rivals][..., 0])
    best = settle(np.maximum(along, across), 1 << 24).argmin(1)
    return np.asarray(rivals[np.arange(len(pixels)), best].astype(np.int64))
