"""Take strokes as colour and thickness, then let paper, water and light do their part.

Strokes lie on sheets of bytes in one piece; everything after that is arithmetic on bands of rows
with enough rows around them, so a print of 4096 px needs little memory and has no seams.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import skia
from numpy.typing import NDArray

from generation.dice import Dice
from generation.engine import Raster
from generation.painter.field import Field
from generation.painter.style.lay import lay
from generation.painter.style.paper import Tile
from generation.painter.style.stroke import Coat
from generation.painter.style.surface import Finish, dried, reach
from generation.painter.style.tip import TIPS, Sheet, sheet

Bytes = NDArray[np.uint8]
BAND_PIXELS = 1 << 20  # a band of doubles and its intermediate steps stay below 400 MB


class Canvas:
    """Two sheets of one size that skia draws on in place; the second only where paint has body."""

    def __init__(self, size: int, finish: Finish, dice: Dice) -> None:
        self.size, self._finish, self._dice = size, finish, dice
        self._paint = np.zeros((size, size, 4), np.uint8)
        self._surfaces = [_surface(self._paint)]  # skia's canvases do not keep theirs alive
        self._relief: Bytes | None = None
        self._sheets: dict[str, Sheet] = {}
        if finish.body > 0.0:
            self._relief = np.full((size, size, 4), 96, np.uint8)
            self._relief[..., 3] = 255
            self._surfaces.append(_surface(self._relief))

    def add(self, coat: Coat) -> None:
        """Lay one coat on what is there."""
        if coat.tip in TIPS and coat.tip not in self._sheets:
            self._sheets[coat.tip] = sheet(coat.tip, self._dice.stage("tips"))
        lay(
            coat, self._sheets.get(coat.tip), [one.getCanvas() for one in self._surfaces], self.size
        )

    def colour(self) -> Field:
        """What has been painted so far, flat and wet, (size, size, 3)."""
        cover = self._paint[..., 3:] / 255.0
        paint = self._paint[..., :3] / 255.0
        if self._finish.surface.wet:
            return np.asarray((paint + (1.0 - cover)) * self._finish.ground)
        return np.asarray(paint + self._finish.ground * (1.0 - cover))

    def finished(self, band: int | None = None) -> Raster:
        """The dry picture in its light; `band` rows at a time."""
        band = band or max(64, BAND_PIXELS // self.size)
        out = np.empty((self.size, self.size, 3), np.uint8)
        for top in range(0, self.size, band):
            bottom = min(self.size, top + band)
            out[top:bottom] = self._dried(Tile(self.size, top, bottom))
        return Raster(self.size, self.size, out.tobytes())

    def _dried(self, tile: Tile) -> Bytes:
        more = reach(self._finish, self.size)
        wide = Tile(self.size, max(0, tile.top - more), min(self.size, tile.bottom + more))
        rows = slice(wide.top, wide.bottom)
        relief = None if self._relief is None else self._relief[rows, :, 0] / 255.0
        picture = dried(self._paint[rows] / 255.0, relief, self._finish, self._dice, wide)
        inner = picture[tile.top - wide.top : tile.bottom - wide.top]
        return np.asarray(np.round(np.clip(inner, 0, 1) * 255), np.uint8)


def laid(size: int, finish: Finish, dice: Dice, coats: Iterable[Coat]) -> Canvas:
    """A canvas with all these coats on it."""
    canvas = Canvas(size, finish, dice)
    for coat in coats:
        canvas.add(coat)
    return canvas


def _surface(sheet: Bytes) -> skia.Surface:
    return skia.Surface(sheet, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
