"""Sit for the styles: a ball on a coloured ground, small enough to be painted often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field, settle, smooth
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.paint import Painting, paint, painted

SIZE = 256


@dataclass(frozen=True)
class Sitter:
    """A ball lit from the upper left, its place across the picture, on blue above sand."""

    across: float = 0.5
    size: int = SIZE
    light: tuple[float, float] = (-0.8, -0.6)

    @property
    def height(self) -> Field:
        at = (np.arange(self.size) + 0.5) / self.size
        away = (at[None, :] - self.across) ** 2 + (at[:, None] - 0.48) ** 2
        return settle(np.sqrt(np.maximum(0.0, 1.0 - away / 0.27**2)), 4096)

    @property
    def subject(self) -> Field:
        return smooth(0.0, 0.12, self.height)

    @property
    def target(self) -> Field:
        at = (np.arange(self.size) + 0.5) / self.size
        air = smooth(0.4, 1.0, at)[:, None, None] * np.ones((1, self.size, 1))
        ground = np.array([0.25, 0.42, 0.72]) * (1 - air) + np.array([0.93, 0.80, 0.58]) * air
        lit = 0.30 + 0.70 * smooth(-0.4, 0.6, (self.across - at[None, :]) + (0.48 - at[:, None]))
        ball = np.array([0.90, 0.26, 0.22]) * lit[..., None]
        cover = self.subject[..., None]
        return settle(ground * (1 - cover) + ball * cover, 4096)


@cache
def sat(style: str, vector: tuple[int, ...] = (), across: float = 0.5) -> Painting:
    """The painting of a sitter in a style; the same dice for all."""
    return painted(paint(Sitter(across), BY_NAME[style].by(vector), Dice("sitting")))


def pixels(painting: Painting, size: int = SIZE) -> Field:
    """Its picture, (size, size, 3) of 0 to 1."""
    raster = painting.raster(size)
    flat = np.frombuffer(raster.rgb, np.uint8).astype(np.float64) / 255
    return flat.reshape(raster.height, raster.width, 3)
