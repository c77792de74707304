"""Say what the tests of generation ask for and get: small paintings, each rendered only once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

import generation
from generation.png import decode

Ask = Callable[..., generation.Recipe]
Painted = Callable[..., generation.Artefact]
Pixels = Callable[..., NDArray[np.float64]]
Watched = tuple[generation.Artefact, list[generation.Progress]]
Bytes = NDArray[np.uint8]


OPENING: dict[str, int | str] = {
    "concept": "cloud",
    "becoming": "flower",
    "position": 600,
    "palette": "dawn",
    "light": "dawn",
    "layout": "centred",
    "style": "impasto",
    "size": 512,
}


def small(seed: int = 5, prompt: str = "", **parameters: int | str) -> generation.Recipe:
    """The recipe of a small painting, a cloud that opens; keywords replace its parameters."""
    return generation.compose("painter", {**OPENING, **parameters}, seed=seed, prompt=prompt)


@cache
def paint(seed: int, chosen: tuple[tuple[str, int | str], ...]) -> generation.Artefact:
    """The artefact of that recipe."""
    return generation.render(small(seed, **dict(chosen)))


def levels(artefact: generation.Artefact) -> NDArray[np.float64]:
    """An artefact's pixels from 0 to 1, (H, W, 3)."""
    raster, _ = decode(artefact.png, artefact.width, artefact.height)
    flat = np.frombuffer(raster.rgb, np.uint8).astype(np.float64) / 255
    return flat.reshape(raster.height, raster.width, 3)
