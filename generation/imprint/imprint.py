"""Take a picture's imprint: all that is kept of it to find its copies by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generation.imprint import phash, sight
from generation.imprint.align import Fit, Layer, fit
from generation.imprint.decode import Pixels, decode
from generation.imprint.edge import edges
from generation.imprint.phash import BOXES, TURNS

FORM: Final = 1  # grows when the same picture makes another imprint; then all are taken again
ALIKE: Final = 700  # per mille of fit from which two pictures count as one: docs/guide/duplicates
VIEWS: Final = len(BOXES)
PLANES: Final = 2  # what is hashed: light, and edges
_LIGHT: Final = (0.299, 0.587, 0.114)

Vector = tuple[float, ...]  # 128 numbers, of length 1


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is kept of a picture.

    `hashes` are 64 bits each: of every view of the first plane (the first view is the whole
    picture), then of the second. `sought` are the same, each in all `TURNS` ways to lay it.
    Vectors are of the picture and of the mirrored one; `edges` are `height` rows of bytes.
    """

    hashes: tuple[int, ...]
    sought: tuple[int, ...]
    layouts: tuple[Vector, Vector]
    looks: tuple[Vector, Vector] | None
    model: str | None  # the digest of the weights that the looks are by
    edges: bytes
    height: int
    form: int = FORM

    def as_dict(self) -> dict[str, Any]:
        """Plain data, without the edges' bytes."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "edges"}

    @classmethod
    def of(cls, content: Mapping[str, Any], edges: bytes) -> Imprint:
        """From plain data, as JSON gives it back."""
        lists = {name: tuple(content[name]) for name in ("hashes", "sought")}
        pairs = {name: _pair(content[name]) for name in ("layouts", "looks")}
        return cls(**{**content, **lists, **pairs, "edges": edges})


def take(content: bytes) -> Imprint:
    """The imprint of a picture's file; raises `PictureRefused` for what is none."""
    return taken(decode(content))


def taken(pixels: Pixels) -> Imprint:
    """The imprint of a picture (H, W, 3) that was decoded."""
    drawn = edges(pixels)
    light = pixels.astype(np.float64) @ np.array(_LIGHT)
    laid = [
        phash.hashes(plane, box, TURNS)
        for plane in (light, drawn.astype(np.float64))
        for box in BOXES
    ]
    other, model = np.ascontiguousarray(pixels[:, ::-1]), sight.model()
    return Imprint(
        hashes=tuple(turned[0] for turned in laid),
        sought=tuple(bits for turned in laid for bits in turned),
        layouts=(_rounded(sight.layout(pixels)), _rounded(sight.layout(other))),
        looks=(_rounded(sight.see(pixels)), _rounded(sight.see(other))) if model else None,
        model=model,
        edges=drawn.tobytes(),
        height=drawn.shape[0],
    )


def layer(edges: bytes, height: int) -> Layer:
    """An imprint's edges, to be laid over others'."""
    return Layer(np.frombuffer(edges, np.uint8).reshape(height, -1))


def compare(one: Layer, other: Layer) -> Fit:
    """How well the first picture lies over the second; from `ALIKE` on they count as one."""
    return fit(one, other)


def _rounded(vector: NDArray[np.float64]) -> Vector:
    """To single precision, as databases keep it."""
    return tuple(float(number) for number in vector.astype(np.float32))


def _pair(content: Any) -> tuple[Vector, Vector] | None:
    return content and (tuple(content[0]), tuple(content[1]))
