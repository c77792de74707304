"""Cut the tips of brushes, knives and chalks: prints of what one stroke leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from generation.dice import Dice
from generation.painter.field import Field, smooth

PRINTS = 12  # different prints on one sheet, one below the other
LONG, WIDE = 192, 32  # pixels of one print: along the stroke and across it
SOLID = "solid"  # no print: the stroke's outline, filled
DISC = "disc"  # no print: a round dot at the stroke's middle

ALONG = (np.arange(LONG) + 0.5)[None, :] / LONG * np.ones((WIDE, 1))  # 0 start, 1 end
SIDE = ((np.arange(WIDE) + 0.5)[:, None] / WIDE * 2 - 1) * np.ones((1, LONG))  # -1 to 1
ACROSS = np.abs(SIDE)
END = np.abs(ALONG * 2 - 1)  # 0 in the middle, 1 at both ends


@dataclass(frozen=True, slots=True)
class Print:
    """One stroke as the tip leaves it, (WIDE, LONG) each."""

    cover: Field  # 0 bare to 1 covered
    tone: Field  # what it multiplies the colour by
    ridge: Field  # 0 to 1, how high the paint stands


@dataclass(frozen=True, slots=True)
class Sheet:
    """All prints of a tip, as coverage and as thickness."""

    paint: skia.Image
    relief: skia.Image


def sheet(tip: str, dice: Dice) -> Sheet:
    """The prints of one tip in one painting."""
    prints = [TIPS[tip](dice.stage(tip, number)) for number in range(PRINTS)]
    paint = np.concatenate([_tinted(one.cover, one.tone) for one in prints])
    relief = np.concatenate([_tinted(one.cover, one.ridge) for one in prints])
    return Sheet(_image(paint), _image(relief))


def _bristle(dice: Dice) -> Print:
    """Hog bristle, loaded: hairs leave the canvas one by one, paint is pushed aside."""
    hairs = dice.uniform((WIDE, 1)) * np.ones((1, LONG))
    drag = _streaks(dice, 7)
    hairs = 0.55 * hairs + 0.45 * drag
    lift = smooth(0.0, 0.16, 1.0 - ALONG - 0.20 * hairs)
    touch = smooth(0.0, 0.05, ALONG - 0.03 * hairs - 0.02 * ACROSS**2)
    dry = 1.0 - 0.35 * smooth(0.55, 1.0, ALONG) * smooth(0.5, 0.8, drag)
    cover = smooth(0.0, 0.16, 1.0 - ACROSS) * lift * touch * dry
    bead = smooth(0.55, 0.9, ACROSS) * 0.35 + smooth(0.10, 0.0, ALONG) * 0.3
    ridge = np.clip(0.75 * hairs + bead + 0.10 * (1 - ALONG), 0.0, 1.0)
    return Print(cover, 0.90 + 0.13 * ridge, 0.22 + 0.70 * ridge)


def _knife(dice: Dice) -> Print:
    """A blade: straight edges, a smooth skin, a wall of paint where it was lifted."""
    drag, slant = _streaks(dice, 4), dice.uniform(2) * 0.10
    first, last = slant[0] * SIDE + 0.06 * drag, slant[1] * SIDE + 0.10 * drag
    cover = smooth(0.0, 0.05, 1.0 - ACROSS - 0.05 * drag)
    cover = cover * smooth(0.0, 0.03, ALONG - 0.06 - first)
    cover = cover * smooth(0.0, 0.05, 0.92 - ALONG - last)
    wall = smooth(0.80, 0.97, ACROSS) * 0.5 + smooth(0.70, 0.90, ALONG + last) * 0.55
    ridge = np.clip(0.30 + 0.12 * drag + wall, 0.0, 1.0)
    loaded = smooth(-0.8, 0.9, SIDE * np.where(slant[0] < 0.05, 1.0, -1.0))
    return Print(cover, 0.91 + 0.06 * drag + 0.07 * loaded, ridge)


def _dab(dice: Dice) -> Print:
    """A touch with a round brush: a blob with a rim, seldom quite round."""
    wave = 0.12 * (dice.uniform((1, 1)) - 0.5) * END
    away = np.sqrt(END * END + (ACROSS + wave) ** 2) + 0.10 * (_streaks(dice, 5) - 0.5)
    cover = smooth(0.0, 0.14, 0.96 - away)
    ridge = np.clip(0.35 + 0.5 * smooth(1.0, 0.2, away) + 0.3 * smooth(0.7, 0.9, away), 0, 1)
    return Print(cover, 0.94 + 0.08 * ridge, ridge)


def _wet(dice: Dice) -> Print:
    """A full soft brush: an even pool whose outline wanders."""
    left, right = _outline(dice), _outline(dice)
    edge = np.where(SIDE < 0, left, right)
    slower = 3.0 + 3.0 * dice.uniform((WIDE, 1))
    cover = smooth(0.0, 0.10, 1.0 - ACROSS - edge) * smooth(0.0, 1.0, (1.0 - END) * slower)
    pool = 0.78 + 0.22 * smooth(0.45, 0.95, ACROSS + edge) + 0.10 * (_streaks(dice, 4) - 0.5)
    return Print(cover * np.clip(pool, 0, 1), np.ones_like(cover), 0.2 * cover)


def _ink(dice: Dice) -> Print:
    """A pointed brush: wet where it starts, splitting into dry hairs where it hurries."""
    hairs, speed = _streaks(dice, 6), 0.35 + 0.65 * dice.uniform((1, 1))
    dry = smooth(0.30, 0.75, hairs + 0.25) * np.ones_like(hairs)
    hurry = smooth(0.45, 1.0, ALONG) * speed
    cover = smooth(0.0, 0.14, 1.0 - ACROSS - 0.05 * hairs) * (1.0 - hurry * (1.0 - dry))
    cover = cover * smooth(0.0, 0.04, ALONG) * smooth(0.0, 0.10, 1.0 - ALONG - 0.10 * hairs)
    return Print(cover * (0.80 + 0.20 * (1 - ALONG)), np.ones_like(cover), 0.1 * cover)


def _flat(dice: Dice) -> Print:
    """A flat synthetic brush with matte paint: crisp edges, hardly a trace of hair."""
    hairs = _streaks(dice, 3)
    cover = smooth(0.0, 0.07, 1.0 - ACROSS - 0.03 * hairs)
    cover = cover * smooth(0.0, 0.03, ALONG - 0.02 * hairs)
    cover = cover * smooth(0.0, 0.04, 1.0 - ALONG - 0.10 * hairs)
    return Print(cover, 0.985 + 0.02 * hairs, 0.40 + 0.20 * hairs)


def _chalk(dice: Dice) -> Print:
    """The side of a stick: strong in the middle, crumbling outwards."""
    coarse = dice.uniform((WIDE // 2, LONG // 4)).repeat(2, axis=0).repeat(4, axis=1)
    crumbs = 0.6 * coarse + 0.4 * dice.uniform((WIDE, LONG // 2)).repeat(2, axis=1)
    press = 0.45 + 0.55 * _streaks(dice, 6)
    dense = smooth(0.0, 0.7, 1.0 - ACROSS) * smooth(0.0, 0.10, 1.0 - END) * press
    cover = smooth(0.30, 0.62, 0.62 * dense + 0.42 * crumbs * smooth(0.0, 0.2, dense))
    return Print(cover, np.ones_like(cover), 0.3 * cover)


def _lead(dice: Dice) -> Print:
    """A sharpened pencil: densest where it starts, thinning as the hand lifts."""
    press = 0.55 + 0.45 * _streaks(dice, 5)
    cover = smooth(0.0, 0.8, 1.0 - ACROSS) * smooth(0.0, 0.06, ALONG)
    cover = cover * smooth(0.0, 0.45, 1.0 - ALONG) * press
    return Print(cover, np.ones_like(cover), 0.1 * cover)


def _tile(dice: Dice) -> Print:
    """A small cut stone: straight sides, one face a little tilted, the light on its edges."""
    tilt = (dice.uniform(4) - 0.5) * 2.0
    nick = 0.10 * _streaks(dice, 3)
    side = np.maximum(ACROSS + 0.08 * tilt[2] * (ALONG - 0.5), END + 0.08 * tilt[3] * SIDE)
    cover = smooth(0.0, 0.10, 0.93 - side - 0.05 * nick)
    ridge = 0.5 + 0.18 * tilt[0] * SIDE + 0.18 * tilt[1] * (ALONG * 2 - 1)
    ridge = np.clip(ridge, 0.1, 1.0) * smooth(0.0, 0.30, 1.0 - side)
    return Print(cover, 0.95 + 0.10 * (ridge - 0.5) + 0.3 * (nick - 0.05), ridge)


def _streaks(dice: Dice, knots: int) -> Field:
    """Noise that changes slowly along the stroke and from hair to hair."""
    values = dice.uniform((WIDE, knots))
    where = np.linspace(0.0, knots - 1.0, LONG)
    return np.stack([np.interp(where, np.arange(float(knots)), row) for row in values])


def _outline(dice: Dice) -> Field:
    """How far the edge of a pool is drawn in along the stroke, (1, LONG)."""
    knots = dice.uniform(9) * 0.30
    return np.asarray(np.interp(np.linspace(0, 8, LONG), np.arange(9.0), knots)[None, :])


def _tinted(cover: Field, value: Field) -> Field:
    value = np.clip(value, 0.0, 1.0) * cover  # premultiplied
    return np.stack([value, value, value, cover], -1)


def _image(pixels: Field) -> skia.Image:
    content = np.ascontiguousarray(np.round(np.clip(pixels, 0, 1) * 255.0).astype(np.uint8))
    return skia.Image.fromarray(
        content, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType
    )


TIPS: dict[str, Callable[[Dice], Print]] = {
    "bristle": _bristle,
    "knife": _knife,
    "dab": _dab,
    "wet": _wet,
    "ink": _ink,
    "flat": _flat,
    "chalk": _chalk,
    "lead": _lead,
    "tile": _tile,
}
