"""Bring pictures and texts into one space of 128 numbers: retrieval, likeness, how well it fits.

Two encoders learn that a picture and its caption lie close together (Radford et al. 2021, CLIP, at
a ten-thousandth of the size). The judge is a second eye, taught on other samples to name concept,
palette, light and layout; it never trains with anything that it measures.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.engine import Raster
from generation.exact import UNIT, fixed
from generation.network import text as spoken
from generation.network.eye import seen
from generation.network.flow import bend, settled
from generation.network.place import load
from generation.weights import Weights

NAME, JUDGE = "dual", "judge"
SIDE = 64
Vectors = NDArray[np.float64]  # (N, 128) of length 1


def pictures(found: NDArray[np.uint8]) -> Vectors:
    """Vectors of pictures (N, SIDE, SIDE, 3)."""
    return _unit(seen(_weights(NAME).arrays, found))


def embed(picture: Raster) -> NDArray[np.float64]:
    """The vector of one picture of any size, (128,), of length 1: alike pictures lie close.

    What is kept of it belongs to these weights alone: keep `digest` beside it.
    """
    vector: NDArray[np.float64] = pictures(small(picture)[None])[0]
    return vector


def digest() -> str:
    """The SHA-256 of the weights that vectors and texts are made by."""
    return _weights(NAME).sha256


def texts(found: Sequence[str]) -> Vectors:
    """Vectors of texts, English or Chinese."""
    arrays, known = _whole(), spoken.listed(listed(_weights(NAME)))
    asked, rows = np.zeros(sum(map(len, known))), []
    for text in found:
        asked[:] = 0
        asked[list(spoken.marks(text, known))] = 1
        at = np.concatenate([spoken.mean(arrays["table"], spoken.grams(text)), asked])
        for number in range(2):
            at = arrays[f"text.{number}.weight"] @ settled(at) + arrays[f"text.{number}.bias"]
            at = at if number else bend(at)
        rows.append(at)
    return _unit(np.stack(rows))


def small(raster: Raster) -> NDArray[np.uint8]:
    """A picture as the eyes look at it, (SIDE, SIDE, 3): whole cells averaged."""
    image = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX))


def fit(raster: Raster, text: str) -> int:
    """How well a text fits a picture: the cosine in thousandths, -1000 to 1000."""
    return int(np.rint(1000 * (pictures(small(raster)[None]) @ texts([text]).T)[0, 0]))


def features(found: NDArray[np.uint8]) -> NDArray[np.float64]:
    """What the judge sees in pictures (N, SIDE, SIDE, 3): (N, 128), frozen; for measuring."""
    return seen(_weights(JUDGE).arrays, found)


def judged(found: NDArray[np.uint8]) -> dict[str, list[str]]:
    """The judge's names for pictures, by kind: concept, palette, light, layout."""
    arrays, at = _weights(JUDGE).arrays, np.maximum(0.0, features(found))
    answers = {}
    for kind, names in listed(_weights(JUDGE)).items():
        weight, bias = arrays[f"{kind}.weight"], arrays[f"{kind}.bias"]
        scores = fixed(at @ weight.astype(np.float64).T + bias.astype(np.float64))
        answers[kind] = [names[best] for best in scores.argmax(1)]
    return answers


def known() -> tuple[str, ...]:
    """The concepts that dual encoder and judge have both seen."""
    eyes = [listed(_weights(name))["concept"] for name in (NAME, JUDGE)]
    return tuple(name for name in eyes[0] if name in eyes[1])


def listed(weights: Weights) -> dict[str, list[str]]:
    """The names that weights know, by kind."""
    content = bytes(np.asarray(weights.arrays["names"], np.uint8))
    found: dict[str, list[str]] = json.loads(content)
    return found


@cache
def _weights(name: str) -> Weights:
    return load(name)


@cache
def _whole() -> dict[str, NDArray[np.float64]]:
    arrays = _weights(NAME).arrays
    parts = ["table", *(f"text.{n}.{kind}" for n in range(2) for kind in ("weight", "bias"))]
    return {part: np.asarray(arrays[part], np.float64) for part in parts}


def _unit(rows: NDArray[np.float64]) -> Vectors:
    length = np.sqrt((rows * rows).sum(1, keepdims=True))
    return np.asarray(fixed(rows / np.maximum(length, 1e-9)) / UNIT)
