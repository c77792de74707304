"""Turn what people do into evidence: between which bounds a utility was felt to lie.

Everything is one thing here. That somebody prefers one picture says that the difference of two
utilities, plus logistic noise, lies above zero (Bradley and Terry 1952). A rating says that one
utility lies between two thresholds (McCullagh 1980), an emotion likewise but more weakly.
"""

from __future__ import annotations

from collections.abc import Sequence
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
# How long somebody looked says least of all: a little each, and all looks together no more than
# eight choices, so that they hardly harm where they say nothing.
LOOK_WEIGHT: Final = 0.1
ALL_LOOKS_WEIGHT: Final = 8.0
FEWEST_LOOKS: Final = 8  # before a person's usual look is known
# Between a glance and a short look, and so on, in spreads of one's own looks.
LOOKS: Final = (-1.5, -0.5, 0.5, 1.5)
_LEAST_SPREAD: Final = 0.35  # of the logarithm: who always looks as long says nothing by it
_OF_NORMAL: Final = 1.4826  # the median deviation of a normal distribution, as its spread


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


def looked(seen: Sequence[Vector], seconds: Sequence[float]) -> list[Evidence]:
    """Pictures, (K,) each, were looked at for so many seconds, by one person.

    A noisy rating. Looks are about log-normal, and everybody has a pace of their own (Yi, Hong,
    Zhong, Liu and Rajan 2014, "Beyond clicks: dwell time for personalization"), so a look counts by
    how far its logarithm lies from the median of the person's own, in units of their spread. It
    goes with liking, but loosely, and other things lengthen it (Claypool, Le, Waseda and Brown
    2001, "Implicit interest indicators"; Kelly and Belkin 2004, "Display time as implicit
    feedback"): hence the small weight, and its bound over all looks. Of fewer than `FEWEST_LOOKS`
    nothing is made. Raises ValueError for a look of no time, or where the two do not match.
    """
    if len(seen) != len(seconds) or any(not 0 < one < inf for one in seconds):
        raise ValueError(f"{len(seen)} pictures need as many looks of more than 0 seconds")
    if len(seen) < FEWEST_LOOKS:
        return []
    length = np.log(np.asarray(seconds, np.float64))  # (N,)
    away = length - np.median(length)
    spread = max(_LEAST_SPREAD, _OF_NORMAL * float(np.median(np.abs(away))))
    stars = np.searchsorted(LOOKS, away / spread)
    bounds = (-inf, *THRESHOLDS, inf)
    weight = min(LOOK_WEIGHT, ALL_LOOKS_WEIGHT / len(seen))
    return [
        Evidence(_one(one), bounds[star], bounds[star + 1], weight)
        for one, star in zip(seen, stars, strict=True)
    ]


def _one(seen: Vector) -> Vector:
    found = np.asarray(seen, np.float64)
    if found.ndim != 1 or not np.isfinite(found).all():
        raise ValueError(f"features must be finite numbers in one row, not {found.shape}")
    return found
