"""Render each picture that several tests look at only once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

import generation
from generation.png import decode

Painted = Callable[..., generation.Artefact]
Pixels = Callable[..., NDArray[np.float64]]


def _recipe(seed: int = 5, **parameters: int | str) -> generation.Recipe:
    chosen = {"size": 512, "position": 600, "palette": "dawn", **parameters}
    return generation.compose("painter", chosen, seed=seed)


@cache
def _painted(seed: int, chosen: tuple[tuple[str, int | str], ...]) -> generation.Artefact:
    return generation.render(_recipe(seed, **dict(chosen)))


@pytest.fixture(scope="session")
def recipe() -> Callable[..., generation.Recipe]:
    """Builder of a small painting; keywords replace its parameters."""
    return _recipe


@pytest.fixture(scope="session")
def painted() -> Painted:
    """Artefact of a seed and parameters, rendered once a session."""
    return lambda seed=5, **chosen: _painted(seed, tuple(sorted(chosen.items())))


@pytest.fixture(scope="session")
def pixels(painted: Painted) -> Pixels:
    """The artefact's pixels as floats, (H, W, 3)."""

    def of(seed: int = 5, **chosen: int | str) -> NDArray[np.float64]:
        artefact = painted(seed, **chosen)
        raster, _ = decode(artefact.png, artefact.width, artefact.height)
        flat = np.frombuffer(raster.rgb, np.uint8).astype(np.float64) / 255
        return flat.reshape(raster.height, raster.width, 3)

    return of
