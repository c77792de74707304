"""Paint small pictures in random manners: what the style encoder learns from.

A manner is a style's own, moved some way towards another style's and shaken a little: the manners
that people paint in, and those between them. Painting is dear, so each scene is painted several
times, and what was painted is kept in a folder and taken up again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.painter.arrange import arrange
from generation.painter.scene import Scene, compose
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.heed import canonical, own_of
from generation.painter.style.manner import FULL, SCALES
from generation.painter.style.paint import paint, painted
from generation.painter.style.style import Style
from generation.recipe import compose as recipe

SIDE = 256
EACH = 4  # paintings of one scene
CHUNK = 32
FARTHEST = 600  # per mille: how far a manner goes on the way to another style
SHAKE = 80  # per mille: how far numbers lie beside the way between two styles
COUNTED = [at for at, scale in enumerate(SCALES) if scale.name in ("fine", "spacing", "broad")]


@dataclass(frozen=True)
class Paintings:
    """Pictures (N, SIDE, SIDE, 3) of 0 to 255, their manners (N, 24) and styles' names (N,)."""

    pictures: NDArray[np.uint8]
    vectors: NDArray[np.int64]
    styles: NDArray[np.str_]


def manner_of(dice: Dice) -> tuple[Style, tuple[int, ...]]:
    """A style and a random manner near it, 24 whole numbers, canonical for the style."""
    styles = list(BY_NAME.values())
    style, other = dice.pick(styles), dice.pick(styles)
    own, towards = np.array(own_of(style)), np.array(own_of(other))
    share = dice.whole(0, FARTHEST) / 1000
    shaken = dice.bell(len(own)) * SHAKE
    vector = np.rint(own + (towards - own) * share + shaken)
    if any(layer.hand != "brush" for layer in style.layers):  # else they lay marks without end
        vector[COUNTED] = np.maximum(vector[COUNTED], own[COUNTED])
    return style, canonical(style, tuple(int(x) for x in np.clip(vector, 0, FULL)))


def painting(index: int) -> tuple[NDArray[np.uint8], tuple[int, ...], str]:
    """The painting of that number: picture (SIDE, SIDE, 3), its manner, its style's name."""
    dice = Dice("paintings", "manner", index)
    style, vector = manner_of(dice)
    work = painted(paint(_scene(index // EACH), style.by(vector), dice.stage("hand", index)))
    picture = np.frombuffer(work.raster(SIDE).rgb, np.uint8).reshape(SIDE, SIDE, 3)
    return picture, vector, style.name


def gather(folder: Path, first: int, count: int) -> Iterator[Paintings]:
    """Chunks of paintings from a number on, painted where the folder does not hold them yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(first, first + count, CHUNK):
        path = _path(folder, start)
        if not path.exists():
            _keep(path, [painting(index) for index in range(start, start + CHUNK)])
        with np.load(path) as kept:
            yield Paintings(kept["pictures"], kept["vectors"], kept["styles"])


@lru_cache(maxsize=2)
def _scene(number: int) -> Scene:
    plan = arrange(recipe("painter", {"size": 512}, seed=number))
    return compose(replace(plan, size=SIDE))


def _keep(path: Path, found: list[tuple[NDArray[np.uint8], tuple[int, ...], str]]) -> None:
    part = path.with_suffix(".part.npz")
    pictures, vectors, styles = zip(*found, strict=True)
    np.savez(part, pictures=np.stack(pictures), vectors=np.array(vectors), styles=np.array(styles))
    part.replace(path)


def is_painted(folder: Path, start: int) -> bool:
    """Whether the folder holds the chunk that begins with a number."""
    return _path(folder, start).exists()


def _path(folder: Path, start: int) -> Path:
    return folder / f"{start:06d}.npz"
