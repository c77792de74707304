"""morph
its ends                -> exactly what was and what becomes, each alone
between                 -> no jump: frame differences below three times their mean
in the middle           -> matter, unlike both ends
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from generation import compose
from generation.painter.arrange import arrange
from generation.painter.concept.catalogue import BY_NAME
from generation.painter.scene import Scene, Stage

AIR = {"size": 512, "palette": "rose", "light": "dawn"}
PAIRS = [
    ("cloud", "flower"),
    ("cloud", "butterfly"),
    ("butterfly", "swarm"),
    ("cloud", "wings"),
    ("treble-clef", "flower"),
    ("flower", "cloud"),
    ("heart", "moon"),
]


def stage(seed: int = 5, **chosen: Any) -> Stage:
    return Stage(arrange(compose("painter", {**AIR, **chosen}, seed=seed)))


def same(one: Scene, other: Scene) -> bool:
    return all(
        np.array_equal(getattr(one, part), getattr(other, part))
        for part in ("target", "subject", "height")
    )


@pytest.mark.parametrize(("first", "then"), PAIRS, ids="-".join)
def test_the_ends_are_each_thing_alone(first: str, then: str) -> None:
    morph = stage(concept=first, becoming=then)
    for position, name in ((0, first), (1000, then)):
        alone = arrange(compose("painter", {**AIR, "concept": name, "becoming": "nothing"}, seed=5))
        there = replace(alone, setting=BY_NAME[name].setting)
        assert same(morph.scene(position), Stage(there).scene(600))


@pytest.mark.parametrize(("first", "then"), PAIRS[:3:2], ids="-".join)
def test_no_moment_of_a_morph_jumps(first: str, then: str) -> None:
    morph = stage(concept=first, becoming=then)
    frames = [morph.scene(position).target for position in range(0, 1001, 50)]
    steps = [np.abs(b - a).mean() for a, b in itertools.pairwise(frames)]
    assert max(steps) < 3 * np.mean(steps)


@pytest.mark.parametrize(("first", "then"), PAIRS[2:], ids="-".join)
def test_in_the_middle_there_is_matter_unlike_both_ends(first: str, then: str) -> None:
    morph = stage(concept=first, becoming=then)
    before, middle, after = (morph.scene(position) for position in (0, 500, 1000))
    assert middle.subject.max() > 0.9
    assert min(np.abs(middle.target - end.target).mean() for end in (before, after)) > 0.004
