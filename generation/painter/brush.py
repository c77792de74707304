"""Cut the brushes: prints of bristles, once as coverage and once as the paint's thickness."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import skia

from generation.dice import Dice
from generation.painter.field import Field, smooth

PRINTS = 12  # different prints on one sheet, one below the other
LONG, WIDE = 192, 32  # pixels of one print: along the stroke and across it


@dataclass(frozen=True, slots=True)
class Brushes:
    """Two sheets of prints for the same strokes."""

    paint: skia.Image
    relief: skia.Image


def brushes(dice: Dice) -> Brushes:
    """The prints of one painting."""
    prints = [_print(dice.stage("print", i)) for i in range(PRINTS)]
    paint = np.concatenate([_tinted(cover, 0.90 + 0.13 * ridge) for cover, ridge in prints])
    relief = np.concatenate([_tinted(cover, 0.22 + 0.70 * ridge) for cover, ridge in prints])
    return Brushes(_sheet(paint), _sheet(relief))


def _print(dice: Dice) -> tuple[Field, Field]:
    """Coverage and ridge height of one stroke from its start (left) to where it lifts (right)."""
    hairs = dice.uniform((WIDE, 1)) * np.ones((1, LONG))
    drag = _streaks(dice)
    hairs = 0.55 * hairs + 0.45 * drag
    along = (np.arange(LONG) + 0.5)[None, :] / LONG
    across = np.abs((np.arange(WIDE) + 0.5)[:, None] / WIDE * 2 - 1)
    lift = smooth(0.0, 0.16, 1.0 - along - 0.20 * hairs)  # hairs leave the canvas one by one
    touch = smooth(0.0, 0.05, along - 0.03 * hairs - 0.02 * across**2)
    edge = smooth(0.0, 0.16, 1.0 - across)
    dry = 1.0 - 0.35 * smooth(0.55, 1.0, along) * smooth(0.5, 0.8, drag)
    cover = edge * lift * touch * dry
    bead = smooth(0.55, 0.9, across) * 0.35 + smooth(0.10, 0.0, along) * 0.3  # paint pushed aside
    ridge = np.clip(0.75 * hairs + bead + 0.10 * (1 - along), 0.0, 1.0)
    return cover, ridge


def _streaks(dice: Dice) -> Field:
    """Noise that changes slowly along the stroke and from hair to hair."""
    knots = dice.uniform((WIDE, 7))
    at = np.linspace(0.0, 6.0, LONG)
    return np.stack([np.interp(at, np.arange(7.0), row) for row in knots])


def _tinted(cover: Field, value: Field) -> Field:
    value = np.clip(value, 0.0, 1.0) * cover  # premultiplied
    return np.stack([value, value, value, cover], -1)


def _sheet(pixels: Field) -> skia.Image:
    content = np.ascontiguousarray(np.round(pixels * 255.0).astype(np.uint8))
    return skia.Image.fromarray(
        content, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType
    )
