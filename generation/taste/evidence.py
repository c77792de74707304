"""Turn what people do into evidence: between which bounds a utility was felt to lie.

Everything is one thing here. That somebody prefers one picture says that the difference of two
utilities, plus logistic noise, lies above zero (Bradley and Terry 1952). A rating says that one
utility lies between two thresholds (McCullagh 1980), an emotion likewise but more weakly.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

MOST_STARS: Final = 5
STRONGEST: Final = 100  # of valence and arousal, to either side
# Between one star and two, and so on, in units of the noise: middling works get three.
THRESHOLDS: Final = (-2.0, -0.7, 0.7, 2.0)
# What is said of one picture depends on the day more than what is said of two side by side.
RATING_WEIGHT, FELT_WEIGHT, KEPT_WEIGHT = 0.7, 0.4, 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A utility `direction` x worth (plus the person's leniency) lay between two bounds."""

    direction: Vector  # (K,)
    above: float
    below: float
    weight: float = 1.0
    leniency: float = 0.0  # 1 where a person's own mildness shifts what is said, as in ratings


def pair(better: Vector, worse: Vector, weight: float = 1.0) -> Evidence:
    """One picture, (K,), was preferred to another."""
    return Evidence(_one(better) - _one(worse), 0.0, inf, weight)


def rating(seen: Vector, stars: int, weight: float = 1.0) -> Evidence:
    """A picture, (K,), was given 1 to 5 stars; raises ValueError for any other number."""
    if not 1 <= stars <= MOST_STARS:
        raise ValueError(f"{stars} stars: give 1 to {MOST_STARS}")
    bounds = (-inf, *THRESHOLDS, inf)
    return Evidence(_one(seen), bounds[stars - 1], bounds[stars], weight * RATING_WEIGHT, 1.0)


def felt(seen: Vector, valence: int, weight: float = 1.0) -> Evidence:
    """A picture, (K,), left a feeling from unpleasant (-100) to pleasant (100).

    How stirring it was (arousal) says nothing of liking by itself, so it is no argument here.
    """
    if not -STRONGEST <= valence <= STRONGEST:
        raise ValueError(f"valence {valence}: give -{STRONGEST} to {STRONGEST}")
    stars = 1 + min(MOST_STARS - 1, (valence + STRONGEST) * MOST_STARS // (2 * STRONGEST))
    bounds = (-inf, *THRESHOLDS, inf)
    return Evidence(_one(seen), bounds[stars - 1], bounds[stars], weight * FELT_WEIGHT, 1.0)


def kept(seen: Vector, weight: float = 1.0) -> Evidence:
    """A picture, (K,), was bid for or bought: it is worth more than a middling one."""
    return Evidence(_one(seen), THRESHOLDS[2], inf, weight * KEPT_WEIGHT, 1.0)


def _one(seen: Vector) -> Vector:
    found = np.asarray(seen, np.float64)
    if found.ndim != 1 or not np.isfinite(found).all():
        raise ValueError(f"features must be finite numbers in one row, not {found.shape}")
    return found
