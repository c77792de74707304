"""Lay a bank of far clouds along the lower edge of the picture."""

from __future__ import annotations

import numpy as np

from generation.dice import Dice
from generation.painter.concept.figure import UNCUT
from generation.painter.concept.matter import sprout
from generation.painter.field import Field


def bank(dice: Dice, sink: float) -> Field:
    """Balls of the bank, thinner towards one side, (B, 5); `sink` moves it out of the picture."""
    count = dice.whole(90, 130)
    x = dice.uniform(count) * 1.2 - 0.1
    slope = dice.whole(-60, 60) / 1000
    deep = dice.uniform(count)
    y = 0.945 + slope * (x - 0.5) * 2 - _wave(dice, x) * 0.05 + deep * 0.08
    radius = 0.02 + 0.045 * dice.uniform(count) ** 2 + 0.02 * deep
    balls = np.stack([x, y, 0.22 - deep * 0.03, radius], -1)
    balls = np.concatenate([balls, sprout(dice, balls, 3, (0.4, 0.6))])
    balls[:, 1] += sink
    return np.concatenate([balls, balls[:, 1:2] + UNCUT], 1)


def _wave(dice: Dice, x: Field) -> Field:
    """Gentle waves along x between -1 and 1."""
    phase, rate = dice.uniform(2) * 2 * np.pi, 4 + 5 * dice.uniform(2)
    return np.asarray((np.sin(x * rate[0] + phase[0]) + np.sin(x * rate[1] + phase[1])) / 2)
