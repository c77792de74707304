"""Put pictures in order by a taste, as strongly as somebody wants, and keep room for others.

Whoever only ever shows what is liked already learns nothing and bores everybody: a share of the
places (15 in 100) goes to pictures that the taste is most unsure about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.taste.model import Taste, score

Why = Literal["own", "taste", "exploration"]

FULL: Final = 1000
QUOTA: Final = 150  # of a thousand places


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture (its row) at its place, and why it is there."""

    row: int
    why: Why


def ordered(taste: Taste, table: NDArray[np.float64], strength: int) -> tuple[Placed, ...]:
    """Pictures (N, K) with the best first; `strength` from 0 (as they came) to 1000 (by taste).

    Between the two, ranks are mixed. Once the taste has a say, the explored pictures are spread
    evenly over the places, never at the first one. Raises ValueError for another strength.
    """
    if not 0 <= strength <= FULL:
        raise ValueError(f"strength {strength}: give 0 to {FULL}")
    count = len(table)
    if not strength:
        return tuple(Placed(row, "own") for row in range(count))
    mean, spread = score(taste, table)
    by_taste = np.argsort(np.argsort(-mean, kind="stable"), kind="stable")
    mixed = strength * by_taste + (FULL - strength) * np.arange(count)
    best = [int(row) for row in np.argsort(mixed, kind="stable")]
    places = _places(count)
    kept = count - len(places)
    unsure = sorted(best[kept // 2 :], key=lambda row: (-spread[row], row))[: len(places)]
    rest = iter([row for row in best if row not in unsure])
    explored = iter(unsure)
    return tuple(
        Placed(next(explored), "exploration") if at in places else Placed(next(rest), "taste")
        for at in range(count)
    )


def sampled(taste: Taste, dice: Dice) -> Taste:
    """A taste as it might be (Thompson 1933): whoever follows it explores as much as is unsure."""
    root = np.linalg.cholesky(taste.covariance + np.eye(len(taste.mean)) * 1e-6)
    mean = taste.mean + root @ dice.bell(len(taste.mean))
    return replace(taste, mean=np.asarray(np.rint(mean * (1 << 20)) / (1 << 20)))


def _places(count: int) -> frozenset[int]:
    """Which places are for exploring: 15 in 100, from three pictures on at least the last one."""
    share = max(1, round(count * QUOTA / FULL)) if count > 2 else 0
    return frozenset(count - 1 - number * count // share for number in range(share))
