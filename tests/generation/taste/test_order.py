"""putting pictures in order
strength 0                         -> as they came, none explored
full strength                      -> the best first, but for the explored places
any strength                       -> every picture once; 15 in 100 explore, never the first
between                            -> the more strength, the more like the taste's order
another strength                   -> ValueError
a sampled taste                    -> strays as far as is unsure, the same for the same dice
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.dice import Dice
from generation.taste import fit, ordered, pair, prior, sampled, score
from tests.generation.taste.gallery import table

SEEN = table()
TASTE = fit([pair(SEEN[row], SEEN[row + 1]) for row in range(0, 60, 2)])


def test_no_strength_leaves_them_as_they_came() -> None:
    placed = ordered(TASTE, SEEN[:9], 0)
    assert [(one.row, one.why) for one in placed] == [(row, "own") for row in range(9)]


@given(st.integers(0, 40), st.integers(0, 1000))
def test_every_picture_is_there_once(count: int, strength: int) -> None:
    placed = ordered(TASTE, SEEN[:count], strength)
    assert sorted(one.row for one in placed) == list(range(count))


@given(st.integers(3, 100), st.integers(1, 1000))
def test_the_quota_explores(count: int, strength: int) -> None:
    explored = [one.why == "exploration" for one in ordered(TASTE, SEEN[:count], strength)]
    assert sum(explored) == max(1, round(count * 0.15))
    assert not explored[0]


def test_full_strength_puts_the_best_first() -> None:
    placed = [one.row for one in ordered(TASTE, SEEN[:40], 1000) if one.why == "taste"]
    mean, _ = score(TASTE, SEEN[placed])
    assert list(mean) == sorted(mean, reverse=True)


def test_more_strength_is_more_like_the_taste() -> None:
    mean, _ = score(TASTE, SEEN[:40])
    wanted = np.argsort(np.argsort(-mean))

    def likeness(strength: int) -> float:
        rows = [one.row for one in ordered(TASTE, SEEN[:40], strength)]
        return float(np.corrcoef(wanted[rows], np.arange(40))[0, 1])

    found = [likeness(strength) for strength in (0, 300, 700, 1000)]
    assert found == sorted(found)
    assert found[-1] > found[0] + 0.3


@pytest.mark.parametrize("wrong", [-1, 1001])
def test_another_strength_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match=f"strength {wrong}: give 0 to 1000"):
        ordered(TASTE, SEEN[:3], wrong)


def test_a_sampled_taste_strays_as_far_as_is_unsure() -> None:
    drawn = np.array([sampled(TASTE, Dice("t", "s", n)).mean for n in range(600)])
    assert np.allclose(drawn.mean(0), TASTE.mean, atol=0.06)
    assert np.allclose(np.cov(drawn.T), TASTE.covariance, atol=0.03)
    assert np.array_equal(sampled(prior(), Dice("a")).mean, sampled(prior(), Dice("a")).mean)
