"""Choose the pair to ask next: the one whose answer would teach most about a taste."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.taste.model import UNIT, Taste

Table = NDArray[np.float64]  # (N, K): a row of features a picture

LOOKED_AT: Final = 256  # pairs that are thought over
EXPLORED: Final = 150  # of a thousand questions are asked at random, whatever the model thinks
_PROBIT: Final = 1.702  # a logistic curve is about a normal one, so much wider (Bowling 2009)


@dataclass(frozen=True, slots=True)
class Question:
    """Two rows of a table to be compared, and whether chance chose them rather than the model."""

    left: int
    right: int
    is_thrown: bool

    @property
    def pair(self) -> tuple[int, int]:
        """The rows, lower one first."""
        return min(self.left, self.right), max(self.left, self.right)


def next_pair(
    taste: Taste, table: Table, dice: Dice, asked: Set[tuple[int, int]] = frozenset()
) -> Question | None:
    """Which two rows of the table to ask about; None when all pairs have been asked.

    `asked` holds pairs, the lower row first. A question needs dice of its own: the same ones ask
    the same. Thrown questions also tell, without bias, how well a taste foresees answers.
    """
    pairs = _candidates(len(table), dice, asked)
    if not pairs:
        return None
    is_thrown = dice.whole(0, 999) < EXPLORED
    best = pairs[0]
    if not is_thrown:
        gains = information(taste, np.array([table[one] - table[two] for one, two in pairs]))
        best = pairs[int(np.argmax(gains))]
    left, right = best if dice.whole(0, 1) else best[::-1]
    return Question(left, right, is_thrown)


def information(taste: Taste, differences: Table) -> NDArray[np.int64]:
    """What an answer about each difference (P, K) would tell of the taste, in 2^-20 bits.

    Mutual information of answer and worth (BALD), by the approximation of Houlsby et al. 2011.
    """
    mean = differences @ taste.mean / _PROBIT
    variance = ((differences @ taste.covariance) * differences).sum(-1) / _PROBIT**2
    known = np.pi * np.log(2.0) / 2.0
    unsure = _entropy(_normal(mean / np.sqrt(variance + 1.0)))
    noise = np.sqrt(known / (variance + known)) * np.exp(-(mean**2) / (2.0 * (variance + known)))
    return np.asarray(np.rint((unsure - noise) * UNIT), np.int64)


def _candidates(count: int, dice: Dice, asked: Set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs that were not asked, each once: all of them where there are few, else thrown ones."""
    total = count * (count - 1) // 2
    if total <= LOOKED_AT * 2:
        left = [(i, j) for i in range(count) for j in range(i + 1, count) if (i, j) not in asked]
        order = np.argsort(dice.uniform(len(left)), kind="stable")
        return [left[k] for k in order[:LOOKED_AT]]
    found: dict[tuple[int, int], None] = {}
    for _ in range(8 * LOOKED_AT):
        one, two = sorted((dice.whole(0, count - 1), dice.whole(0, count - 1)))
        if one != two and (one, two) not in asked:
            found[one, two] = None
        if len(found) == LOOKED_AT:
            break
    return list(found)


def _normal(x: Table) -> Table:
    from scipy.special import ndtr

    return np.asarray(ndtr(x))


def _entropy(chance: Table) -> Table:
    p = np.clip(chance, 1e-12, 1.0 - 1e-12)
    return np.asarray(-(p * np.log2(p) + (1.0 - p) * np.log2(1.0 - p)))
