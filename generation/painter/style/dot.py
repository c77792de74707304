"""Screen a picture: each ink its own grid of dots, turned against the others, slightly off."""

from __future__ import annotations

import math

import numpy as np

from generation.dice import Dice
from generation.painter.field import Field, settle, smooth
from generation.painter.style.sight import Sight
from generation.painter.style.stroke import Strokes, at
from generation.painter.style.style import Pass

REACH = math.sqrt(0.5) + 0.02
FAINT = 0.015


def dot(sight: Sight, one: Pass, dice: Dice) -> Strokes:
    """Dots of one ink, as large as the picture needs that ink there."""
    pitch = one.width / 1024 * one.spacing
    turn = math.radians(one.layer.angle)
    c, s = round(math.cos(turn), 9), round(math.sin(turn), 9)
    steps = np.arange(-REACH, REACH, pitch)
    u, v = (part.ravel() for part in np.meshgrid(steps, steps))
    places = np.stack([0.5 + u * c - v * s, 0.5 + u * s + v * c], -1)
    need = at(separated(sight.colour, sight.inks)[..., one.layer.ink], places)
    inside = ((places > -pitch) & (places < 1.0 + pitch)).all(-1)
    kept = np.flatnonzero(inside & (need > FAINT))
    amount, cells = need[kept], kept.astype(np.int64)
    # equal areas: pi r^2 = amount pitch^2; beyond pi/4 dots overlap and must grow faster
    radius = pitch * (np.sqrt(amount / math.pi) + 0.16 * smooth(0.70, 1.0, amount))
    off = (dice.uniform(2) - 0.5) * 2.0 * sight.shift
    middle = settle(places[kept] + off, 1 << 20)
    return Strokes(
        cell=cells,
        path=np.stack([middle, middle + np.array([1e-6, 0.0])], 1),
        width=settle(np.repeat(radius[:, None] * 2.0 * one.layer.bold, 2, 1), 1 << 20),
        colour=np.tile(sight.inks[one.layer.ink], (len(kept), 1)),
        opacity=np.full(len(kept), one.opacity),
        rank=np.zeros(len(kept)),
        print=np.zeros(len(kept), np.int64),
    )


def separated(colour: Field, inks: Field) -> Field:
    """How much of each ink, 0 to 1, (S, S, I): densities add up, least squares, one by one.

    Projected coordinate descent on |1 - colour - sum_i a_i (1 - ink_i)|^2 within 0 <= a <= 1.
    """
    wanted, density = 1.0 - colour, 1.0 - inks  # (S, S, 3), (I, 3)
    amount = np.zeros((*colour.shape[:2], len(inks)))
    left = wanted.copy()
    for _ in range(6):
        for k, ink in enumerate(density):
            power = float(ink[0] * ink[0] + ink[1] * ink[1] + ink[2] * ink[2])
            pull = (left[..., 0] * ink[0] + left[..., 1] * ink[1] + left[..., 2] * ink[2]) / power
            before = amount[..., k].copy()
            amount[..., k] = np.clip(before + pull, 0.0, 1.0)
            left -= (amount[..., k] - before)[..., None] * ink
    return settle(amount, 4096)
