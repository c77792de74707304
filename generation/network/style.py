"""Read the painter's hand off a picture: 24 numbers of a manner, and the style it comes nearest to.

A small network reads them from the picture's measures (`texture`). It learnt from pictures that the
painter painted in known manners (`paintings`). Beside it stand two floors: the manner of the style
by its name, and what is read off light and colours alone, by a linear rule (`by_colours`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.engine import Raster
from generation.network.dual import listed
from generation.network.flow import bend, settled
from generation.network.place import load
from generation.network.texture import COLOURS, SIDE, measures
from generation.painter.style.manner import FULL
from generation.weights import Weights

NAME = "style"


@dataclass(frozen=True, slots=True)
class Hand:
    """A style by name and a manner as 24 whole numbers from 0 to 1000."""

    style: str
    vector: tuple[int, ...]


def read(raster: Raster) -> Hand:
    """The hand of a picture of any size: its middle square, measured at SIDE px."""
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    square = image.crop((left, top, left + side, top + side))
    return hand(np.asarray(square.resize((SIDE, SIDE), Image.Resampling.BOX)))


def hand(picture: NDArray[np.uint8]) -> Hand:
    """The hand of a picture (SIDE, SIDE, 3)."""
    return hands(measures(picture)[None])[0]


def hands(found: NDArray[np.float64]) -> list[Hand]:
    """The hands of pictures by their measures (N, F)."""
    weights = _weights()
    arrays = {n: np.asarray(weights.arrays[n], np.float64) for n in weights.arrays if n != "names"}
    at = settled(np.clip((found - arrays["mean"]) * arrays["scale"], -6, 6))
    for number in range(2):
        at = bend(at @ arrays[f"{number}.weight"].T + arrays[f"{number}.bias"])
    vectors = np.rint(settled(at @ arrays["vector.weight"].T + arrays["vector.bias"]) * FULL)
    scores = settled(at @ arrays["style.weight"].T + arrays["style.bias"])
    names = listed(weights)["style"]
    vectors = np.clip(vectors, 0, FULL).astype(int)
    return [
        Hand(names[int(best)], tuple(vector))
        for best, vector in zip(scores.argmax(1), vectors.tolist(), strict=True)
    ]


def by_colours(found: NDArray[np.float64]) -> NDArray[np.float64]:
    """The floor: manners (N, 24) of 0 to 1000, a linear rule of the measures of colour alone."""
    arrays = {n: np.asarray(a, np.float64) for n, a in _weights().arrays.items() if n != "names"}
    at = settled(np.clip((found - arrays["mean"]) * arrays["scale"], -6, 6))[:, :COLOURS]
    return np.asarray((at @ arrays["colours.weight"].T + arrays["colours.bias"]) * FULL)


@cache
def _weights() -> Weights:
    return load(NAME)
