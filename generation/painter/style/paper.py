"""Make cloth and paper: fields of heights that look the same in a tile as in the whole picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field, settle, smooth, spline_basis


@dataclass(frozen=True, slots=True)
class Tile:
    """Rows of a picture: from `top` down to, not with, `bottom`, of `size` in all."""

    size: int
    top: int
    bottom: int

    @property
    def rows(self) -> Field:
        """Heights of the pixel centres in picture widths, (H, 1)."""
        return np.asarray((np.arange(self.top, self.bottom) + 0.5) / self.size)[:, None]

    @property
    def columns(self) -> Field:
        """The same across, (1, W)."""
        return np.asarray((np.arange(self.size) + 0.5) / self.size)[None, :]


def grain(dice: Dice, tile: Tile, across: int, down: int | None = None) -> Field:
    """Smooth noise with so many waves across and down the whole picture, about unit variance.

    Sums of four products in a fixed order, so that a tile has the whole picture's bits.
    """
    down = across if down is None else down
    knots = dice.bell((down + 3, across + 3))
    x, weights = spline_basis(tile.size, across)
    wide = sum(knots[:, x + k] * weights[:, k] for k in range(4))  # (down + 3, W)
    y, weights = spline_basis(tile.size, down)
    y, weights = y[tile.top : tile.bottom], weights[tile.top : tile.bottom]
    tall = sum(np.asarray(wide)[y + k] * weights[:, k, None] for k in range(4))
    return settle(np.asarray(tall) * 1.9)


def weave(name: str, dice: Dice, tile: Tile) -> Field:
    """Heights of a ground from about -1 to 1, (H, W)."""
    if name == "linen":
        return _linen(dice, tile)
    if name == "laid":
        return _laid(dice, tile)
    if name == "wood":
        return _wood(dice, tile)
    if name == "sand":
        return _fibres(dice, tile, (460, 920))
    if name == "smooth":
        return _fibres(dice, tile, (240, 480))
    return _fibres(dice, tile, (110, 220, 440))  # cold-pressed


def _linen(dice: Dice, tile: Tile) -> Field:
    """Threads over and under, about four hundred across, not quite even."""
    shift = np.interp(tile.rows[:, 0], np.linspace(0, 1, 40), dice.uniform(40))
    drift = np.interp(tile.columns[0], np.linspace(0, 1, 40), dice.uniform(40))
    down = _wave((tile.rows[:, 0] + shift * 0.002) * 215)
    across = _wave((tile.columns[0] + drift * 0.002) * 215)
    return settle(down[:, None] * across[None, :] * (0.8 + 0.2 * grain(dice, tile, 90)))


def _laid(dice: Dice, tile: Tile) -> Field:
    """Ribs of the mould's wires and a chain line every now and then."""
    ribs = _wave(tile.rows * 170 + 0.15 * grain(dice, tile, 9)) * 0.35
    chains = smooth(0.93, 1.0, _wave(tile.columns * 14)) * 0.5
    return np.asarray(ribs - chains + 0.45 * _fibres(dice, tile, (200, 400)))


def _wood(dice: Dice, tile: Tile) -> Field:
    """The block's grain: long streaks, denser here and there."""
    streaks = grain(dice, tile, 5, 150) * 0.6 + grain(dice.stage("fine"), tile, 16, 420) * 0.5
    return np.asarray(
        np.clip(streaks * (0.75 + 0.3 * grain(dice.stage("ring"), tile, 2, 9)), -2, 2)
    )


def _fibres(dice: Dice, tile: Tile, waves: tuple[int, ...]) -> Field:
    """Felt of octaves; those too fine for the picture's pixels are left out."""
    found, power = np.zeros((tile.bottom - tile.top, tile.size)), 0.0
    for octave, across in enumerate(waves):
        if octave and across * 2 > tile.size:
            break
        weight = 0.75**octave
        found = found + weight * grain(dice.stage("fibre", octave), tile, across)
        power += weight * weight
    return np.asarray(found / power**0.5)


def _wave(x: Field) -> Field:
    """A sine of period 1 from parabolas: no library function that could differ in the last bit."""
    t = x - np.floor(x)
    return np.asarray(np.where(t < 0.5, 16.0 * t * (0.5 - t), -16.0 * (t - 0.5) * (1.0 - t)))
