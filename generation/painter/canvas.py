"""Hold wet paint: colour and thickness that strokes are laid on, then light falling on both."""

from __future__ import annotations

import numpy as np
import skia
from numpy.typing import NDArray

from generation.dice import Dice
from generation.painter.brush import Brushes
from generation.painter.field import Field, blur
from generation.painter.stroke import Strokes, lay

Bytes = NDArray[np.uint8]


class Canvas:
    """Two pixel sheets that skia draws on in place."""

    def __init__(self, size: int, ground: Field, brushes: Brushes) -> None:
        self.size, self._brushes = size, brushes
        self._paint = np.zeros((size, size, 4), np.uint8)
        self._relief = np.zeros((size, size, 4), np.uint8)
        self._paint[..., :3] = np.round(np.clip(ground, 0, 1) * 255)
        self._relief[..., :3] = 96
        self._paint[..., 3] = self._relief[..., 3] = 255
        self._surfaces = [_surface(sheet) for sheet in (self._paint, self._relief)]

    def add(self, strokes: Strokes, body: float) -> None:
        paint, relief = (surface.getCanvas() for surface in self._surfaces)
        lay(strokes, self._brushes, paint, relief, self.size, body)

    def colour(self) -> Bytes:
        """What has been painted so far, (size, size, 3)."""
        return self._paint[..., :3]

    def lit(self, light: tuple[float, float], depth: float, dice: Dice) -> Bytes:
        """The finished picture under a raking light, with the weave of the cloth showing."""
        scale = self.size / 1024
        height = blur(self._relief[..., 0] / 255.0, 0.75 * scale) + _weave(self.size, dice)
        fall = np.gradient(height)
        slope = (fall[1] * -light[0] + fall[0] * -light[1]) * depth * scale
        shine = np.clip(slope * 1.1 - 0.05, 0.0, 0.4) * 0.22
        gain = np.clip(1.0 + slope, 0.72, 1.22)
        picture = self._paint[..., :3] / 255.0
        picture = picture * gain[..., None] + shine[..., None]
        return np.asarray(np.round(np.clip(picture, 0, 1) * 255), np.uint8)


def _surface(sheet: Bytes) -> skia.Surface:
    return skia.Surface(sheet, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)


def _weave(size: int, dice: Dice) -> Field:
    """Linen: threads over and under, about five hundred across, not quite even."""
    at = (np.arange(size) + 0.5) / size
    shift = np.interp(at, np.linspace(0, 1, 40), dice.uniform(40))
    thread = np.sin((at + shift * 0.002) * np.pi * 430)
    return np.asarray(0.005 * thread[:, None] * thread[None, :])
