"""a taste in words
nobody was asked       -> nothing is told
much of one feature    -> its name first; its opposite, where that is liked
never more             -> than asked for, surest first
"""

from __future__ import annotations

import numpy as np

from generation.taste import COUNT, NAMES, fit, leanings, pair, prior
from generation.taste.feature import FEATURES


def one_feature(name: str, way: float) -> np.ndarray:
    return np.eye(COUNT)[NAMES.index(name)] * way


def test_nothing_is_told_of_nobody() -> None:
    assert leanings(prior()) == ()


def test_what_is_liked_is_named() -> None:
    liked = fit([pair(one_feature("glow", 1), one_feature("glow", -1))] * 8)
    assert leanings(liked)[0].words == "a bright middle"


def test_the_opposite_is_named() -> None:
    liked = fit([pair(one_feature("glow", -1), one_feature("glow", 1))] * 8)
    assert leanings(liked)[0].words == "a dark middle"


def test_the_surest_come_first_and_not_too_many() -> None:
    asked = [pair(one_feature(one.name, 1), one_feature(one.name, -1)) for one in FEATURES] * 9
    told = leanings(fit(asked), most=4)
    assert len(told) == 4
    assert [one.sureness for one in told] == sorted((one.sureness for one in told), reverse=True)
