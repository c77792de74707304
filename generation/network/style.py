"""Read the painter's hand off a picture: 24 numbers of a manner, and the style it comes nearest to.

A network of radial units (Broomhead and Lowe 1988) guesses them from the picture's measures
(`texture`): each unit is a painting in a known manner (`paintings`), and answers the more the
nearer the picture's measures are to its own. The guess is weighed against the hands that people
paint in (`likely`). Beside it stand two floors: the manner of the style by its name, and what is
read off light and colours alone, by a linear rule (`by_colours`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.engine import Raster
from generation.network.dual import listed
from generation.network.flow import settled
from generation.network.likely import weighed
from generation.network.place import load
from generation.network.texture import COLOURS, SIDE, measures
from generation.painter.field import fade
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.heed import canonical
from generation.painter.style.manner import FULL
from generation.weights import Weights

NAME = "style"
MOST = 5.0  # deviations from the mean; a measure beyond counts as so many

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hand:
    """A style by name and a manner as 24 whole numbers from 0 to 1000, canonical for the style."""

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


def hands(found: Table) -> list[Hand]:
    """The hands of pictures by their measures (N, F)."""
    arrays, names = _arrays(), listed(_weights())["style"]
    return [_weighed(arrays, names, guess) for guess in guesses(arrays, found)]


def _weighed(arrays: Mapping[str, Table], names: list[str], guess: Table) -> Hand:
    shares, styles = weighed(arrays, guess)
    name = names[int(settled(styles).argmax())]
    vector = np.clip(np.rint(settled(shares) * FULL), 0, FULL).astype(int)
    return Hand(name, canonical(BY_NAME[name], tuple(vector.tolist())))


def guesses(arrays: Mapping[str, Table], found: Table) -> Table:
    """What the units make of measures (N, F), before it is weighed: (N, WIDTH) as `told` has it."""
    near = nearness(placed(arrays, found), arrays["centres"])
    return settled(near @ arrays["answers"] + arrays["mean answer"])


def placed(arrays: Mapping[str, Table], found: Table) -> Table:
    """Measures (N, F) as deviations, each by its worth."""
    apart = np.clip((found - arrays["mean"]) * arrays["scale"], -MOST, MOST)
    return np.asarray(apart * arrays["worth"])


def nearness(a: Table, b: Table) -> Table:
    """1 where rows of (N, F) and (M, F) are the same, falling like exp(-distance squared)."""
    apart = (a * a).sum(1)[:, None] + (b * b).sum(1) - 2 * a @ b.T
    return fade(apart)


def by_colours(found: Table) -> Table:
    """The floor: manners (N, 24) of 0 to 1000, a linear rule of the measures of colour alone."""
    arrays = _arrays()
    at = np.clip((found - arrays["mean"]) * arrays["scale"], -MOST, MOST)[:, :COLOURS]
    return np.asarray((at @ arrays["colours.weight"].T + arrays["colours.bias"]) * FULL)


@cache
def _arrays() -> Mapping[str, Table]:
    found = _weights().arrays
    return {name: np.asarray(found[name], np.float64) for name in found if name != "names"}


@cache
def _weights() -> Weights:
    return load(NAME)
