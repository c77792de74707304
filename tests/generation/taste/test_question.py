"""the next pair
the same dice                      -> the same question
pairs that were asked              -> are not asked again; all asked -> None
a quota of questions               -> is thrown, whatever the model thinks
what is known already              -> teaches less than what is not
simulated voters                   -> are known sooner than by random questions
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from generation.dice import Dice
from generation.taste import fit, next_pair, pair, prior
from generation.taste.question import information
from generation.taste.voter import Voter
from tests.generation.taste.gallery import accuracy, asked, table

SEEN = table()


def test_the_same_dice_ask_the_same() -> None:
    questions = {next_pair(prior(), SEEN, Dice("a")) for _ in range(3)}
    assert len(questions) == 1


def test_every_pair_is_asked_once_and_then_none() -> None:
    done: set[tuple[int, int]] = set()
    for number in range(6):
        chosen = next_pair(prior(), SEEN[:4], Dice("a", "x", number), done)
        assert chosen is not None
        done.add(chosen.pair)
    assert done == set(combinations(range(4), 2))
    assert next_pair(prior(), SEEN[:4], Dice("a"), done) is None


def test_either_picture_may_stand_left() -> None:
    asked = [next_pair(prior(), SEEN[:2], Dice("side", "x", number)) for number in range(20)]
    assert {one.left for one in asked if one} == {0, 1}


def test_what_is_known_teaches_less() -> None:
    gap = (SEEN[0] - SEEN[1])[None]
    sure = fit([pair(SEEN[0], SEEN[1])] * 50)
    assert 0 < information(sure, gap)[0] < information(prior(), gap)[0]


def test_information_is_what_answers_would_tell() -> None:
    """The closed form against the definition, by averaging over thrown tastes."""
    gap = SEEN[2] - SEEN[3]
    taste = fit([pair(SEEN[row], SEEN[row + 1]) for row in range(0, 40, 2)])
    worth = np.random.default_rng(1).multivariate_normal(taste.mean, taste.covariance, 200_000)
    chance = 1 / (1 + np.exp(-worth @ gap))

    def bits(p: np.ndarray) -> np.ndarray:
        return -(p * np.log2(p) + (1 - p) * np.log2(1 - p))

    meant = bits(chance.mean()) - bits(chance).mean()
    assert abs(information(taste, gap[None])[0] / 2**20 - meant) < 0.02


def test_a_share_of_questions_explores() -> None:
    taste = fit([pair(SEEN[row], SEEN[row + 1]) for row in range(0, 40, 2)])
    few = SEEN[:8]
    gains = {
        (i, j): int(information(taste, (few[i] - few[j])[None])[0])
        for i, j in combinations(range(8), 2)
    }
    best = max(gains, key=lambda key: gains[key])
    thrown = 0
    for number in range(400):
        chosen = next_pair(taste, few, Dice("quota", "x", number))
        assert chosen is not None
        assert chosen.is_thrown or chosen.pair == best
        thrown += chosen.is_thrown
    assert 40 <= thrown <= 80  # 15 of 100


def test_chosen_questions_know_voters_sooner() -> None:
    gains = []
    for number in range(4):
        voter = Voter(number, SEEN)
        chosen, thrown = (
            accuracy(asked(voter, SEEN, 60, is_active)[0], voter, SEEN)
            for is_active in (True, False)
        )
        gains.append(chosen - thrown)
    assert np.mean(gains) > 0.01
