"""Make up features of pictures and ask simulated voters, for tests of the model alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.taste import Evidence, Taste, fit, next_pair, pair, prior
from generation.taste.feature import COUNT
from generation.taste.voter import Voter

TRAINED, ALL, WIDTH = 200, 300, 24


def table(count: int = ALL) -> NDArray[np.float64]:
    """Features of so many pictures that never were; what differs are two dozen things."""
    dice = Dice("tests", "gallery")
    mixed = dice.bell((WIDTH, COUNT)) * 0.3 + np.eye(WIDTH, COUNT)
    return np.asarray(np.clip(dice.bell((count, WIDTH)) @ mixed, -6, 6))


def asked(
    voter: Voter, seen: NDArray[np.float64], votes: int, is_active: bool
) -> tuple[Taste, list[Evidence]]:
    """What is learnt from so many answers about the first pictures."""
    dice = Dice("tests", "questions")
    found: list[Evidence] = []
    taste, done = prior(), set[tuple[int, int]]()
    while len(found) < votes:
        question = dice.stage("question", len(found))
        if is_active:
            asks = next_pair(taste, seen[:TRAINED], question, done)
            assert asks is not None
            chosen = (asks.left, asks.right)
        else:
            chosen = (question.whole(0, TRAINED - 1), question.whole(0, TRAINED - 1))
        one, other = chosen
        if one == other:
            other = (one + question.whole(1, TRAINED - 1)) % TRAINED
        done.add((min(one, other), max(one, other)))
        better, worse = (one, other) if voter.prefers_first(one, other) else (other, one)
        found.append(pair(seen[better], seen[worse]))
        if is_active and len(found) % 5 == 0:
            taste = fit(found)
    return fit(found), found


def accuracy(taste: Taste, voter: Voter, seen: NDArray[np.float64]) -> float:
    """How often the taste knows which of two pictures that were never asked about is liked."""
    rest = np.arange(TRAINED, len(seen))
    gaps = (seen @ taste.mean)[rest][:, None] - (seen @ taste.mean)[rest][None, :]
    truth = voter.utility[rest][:, None] - voter.utility[rest][None, :]
    above = np.triu_indices(len(rest), 1)
    return float(((gaps > 0) == (truth > 0))[above].mean())
