"""Heap up what has no outline: the cumulus, as balls that light falls through."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.concept.concept import Concept, Trait, amount, count
from generation.painter.concept.figure import Figure, Points
from generation.painter.light import Light
from generation.painter.paints import Paints

MOST_BALLS = 620


def cloud(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """Three generations of balls: towers, heads on towers, florets on heads."""
    towers, base = count(traits["towers"], 4, 7), 0.35
    peak, high = amount(traits["peak"], -0.2, 0.2), amount(traits["height"], 0.7, 1.3)
    across = np.linspace(-0.72, 0.72, towers) + dice.bell(towers) * 0.05
    rise = np.maximum(1.0 - 0.62 * np.abs((across - peak) / 0.86) ** 1.3, 0.0)
    radius = (0.25 + 0.19 * rise) * (0.9 + 0.2 * dice.uniform(towers))
    up = radius * 0.55 + rise * 0.24 * high
    first = np.stack([across, base - up, dice.bell(towers) * 0.06, radius], -1)
    second = sprout(dice, first, 13, (0.34, 0.56))
    third = sprout(dice, second, 6, (0.36, 0.56))
    balls = np.concatenate([first, second, third])[:MOST_BALLS]
    return Figure(balls=np.concatenate([balls, np.full((len(balls), 1), base)], 1))


def sprout(dice: Dice, parents: Points, many: int, share: tuple[float, float]) -> Points:
    """Smaller balls on the upper and front sides of each ball, rows of x, y, depth, radius."""
    total = len(parents) * many
    parent = np.repeat(parents, many, axis=0)  # (total, 4)
    around = dice.uniform(total) * 2 * np.pi
    height = dice.uniform(total) * 1.35 - 0.35
    ring = np.sqrt(1 - np.minimum(np.abs(height), 1.0) ** 2)
    step = np.stack([np.cos(around) * ring, -height, -np.abs(np.sin(around)) * ring], -1)
    radius = parent[:, 3] * (share[0] + (share[1] - share[0]) * dice.uniform(total))
    centre = parent[:, :3] + step * (parent[:, 3] * 0.86)[:, None]
    return np.asarray(np.concatenate([centre, radius[:, None]], 1))


CONCEPTS = (
    Concept(
        "cloud",
        (
            Trait("towers", "Towers", "few", "many"),
            Trait("peak", "Peak", "to the left", "to the right"),
            Trait("height", "Height", "flat", "towering"),
        ),
        cloud,
    ),
)
