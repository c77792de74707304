"""dice
same owner, stage, index     -> the same throws, on every machine (golden)
another of the three         -> other throws
order of asking              -> does not matter
bell                         -> mean 0, variance 1
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from generation.dice import Dice


def test_throws_are_golden() -> None:
    dice = Dice("owner", "stage", 3)
    assert [dice.whole(0, 999) for _ in range(6)] == [146, 455, 671, 731, 289, 343]


def test_the_same_dice_fall_the_same() -> None:
    assert np.array_equal(Dice("a", "b", 1).uniform(50), Dice("a", "b", 1).uniform(50))


@pytest.mark.parametrize("other", [("x", "b", 1), ("a", "x", 1), ("a", "b", 2)])
def test_other_dice_fall_otherwise(other: Any) -> None:
    assert not np.array_equal(Dice("a", "b", 1).uniform(50), Dice(*other).uniform(50))


def test_the_order_of_asking_does_not_matter() -> None:
    early, late = Dice("a"), Dice("a")
    late.uniform(100)
    late.stage("other").uniform(100)
    assert np.array_equal(early.stage("x").uniform(9), late.stage("x").uniform(9))


def test_whole_reaches_both_ends() -> None:
    dice = Dice("ends")
    assert {dice.whole(1, 3) for _ in range(100)} == {1, 2, 3}


def test_bell_is_centred_with_unit_variance() -> None:
    throws = Dice("bell").bell(200_000)
    assert abs(throws.mean()) < 0.01
    assert abs(throws.var() - 1) < 0.01
