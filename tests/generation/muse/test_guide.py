"""guidance
a walk                -> each step scores more than the one before; the same dice, the same way
words                 -> join the prompt and are followed; another thing is what it becomes
the subject           -> stays
the slope             -> is the flow's own, as small steps measure it
far from all noise    -> the prior objects
a simulated voter     -> likes what is guided by a taste of its choices more than where it started
its brood             -> all different, the best first
steps out of bounds   -> refused
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from generation.dice import Dice
from generation.muse import inner
from generation.muse.glimpse import glimpse
from generation.muse.guide import Walk, Wish, brood, walked
from generation.muse.judge import Craft
from generation.muse.liking import Liking
from generation.muse.towards import met, said
from generation.network.flow import flow
from generation.network.told import told
from generation.network.vector import WIDTH
from generation.recipe import Recipe, compose
from generation.taste import COUNT, Taste, features, fit, pair


def start(concept: str = "rose", becoming: str = "nothing", seed: int = 5) -> Recipe:
    """Where a walk begins."""
    return compose("painter", {"concept": concept, "becoming": becoming}, seed=seed)


@cache
def walk(steps: int = 3) -> Walk:
    """A walk towards words."""
    return walked(Wish(start(), Craft(), "golden, calm", steps, 1))


def test_a_walk_goes_up_and_is_the_same_again() -> None:
    scores = [step.score for step in walk().steps]
    assert scores == sorted(scores)
    assert scores[-1] > scores[0]
    again = walked(Wish(start(), Craft(), "golden, calm", 1, 1)).tried
    assert [(one.recipe, one.score) for one in again] == [
        (one.recipe, one.score) for one in walk().tried[: len(again)]
    ]


def test_the_subject_stays_and_the_words_are_followed() -> None:
    last = walk().steps[-1]
    assert last.recipe.text("concept") == "rose"
    assert last.recipe.text("becoming") == "nothing"
    assert last.recipe.prompt == "golden, calm"
    assert last.seen.plan.light == "golden"
    assert met("golden, calm", last.seen.plan) == 1000 > met("storm", last.seen.plan)


def test_another_thing_is_what_it_becomes() -> None:
    assert said(start("koi"), "moon at dusk").text("becoming") == "moon"
    assert said(start("koi"), "月亮").text("becoming") == "moon"
    assert said(start("rose"), "open petals").text("becoming") == "nothing"
    asked = compose("painter", {}, seed=1, prompt="a butterfly")
    led = said(asked, "a moon at dusk")
    assert (led.text("concept"), led.text("becoming")) == ("butterfly", "moon")
    assert led.prompt == "a butterfly, a moon at dusk"
    assert said(led, "moon at dusk").prompt == led.prompt
    assert said(led, "  ") == led


def test_inner_moves_are_among_what_was_tried() -> None:
    moves = [one.move for one in walk().tried]
    assert moves[:2] == ["start", "words"]
    assert {"chance", "slope", "choice"} <= set(moves)
    led = [one.recipe.numbers("inner") for one in walk().tried if one.move == "slope"]
    assert all(len(numbers) == WIDTH for numbers in led)


def test_a_change_is_walked_by_choices() -> None:
    found = walked(Wish(start("koi", "moon"), Craft(), "", 1, 1)).tried
    assert {one.move for one in found} == {"start", "choice", "seed"}
    assert len({one.recipe for one in found}) == len(found)


def test_the_slope_is_the_flows_own() -> None:
    noise, rise = Dice("slope").bell((2, WIDTH))
    words, network = told("", "concept:rose"), flow()
    slope = inner.pulled(network, noise, words, rise)
    for axis in range(0, WIDTH, 13):
        step = np.zeros(WIDTH)
        step[axis] = 0.05
        ends = [network.point(noise + sign * step, words) @ rise for sign in (1, -1)]
        assert slope[axis] == pytest.approx((ends[0] - ends[1]) / 0.1, abs=0.03)


def test_the_prior_objects_to_what_no_noise_is() -> None:
    usual = inner.numbers(Dice("usual").bell(WIDTH))
    assert inner.penalty(usual) < 100
    assert inner.penalty([3000] * WIDTH) > 1000
    assert inner.penalty([]) == 0


class Voter:
    """Somebody simulated: likes a mixture of features, one of them with a bend."""

    def __init__(self, number: int) -> None:
        self._dice = Dice("voter of guidance", "likes", number)
        self._likes = self._dice.bell(COUNT) / COUNT**0.5

    def utility(self, seen: np.ndarray) -> float:
        """What nobody but the voter knows."""
        return float(seen @ self._likes + 0.3 * np.sin(2 * seen[4]))

    def prefers(self, one: np.ndarray, other: np.ndarray) -> bool:
        """A noisy answer."""
        gap = 3.0 * (self.utility(one) - self.utility(other))
        return bool(self._dice.uniform(1)[0] < 1.0 / (1.0 + np.exp(-gap)))


def learnt(voter: Voter, seen: list[np.ndarray], questions: int) -> Taste:
    """A taste of the voter's answers about pairs of pictures."""
    dice, evidence = Dice("questions"), []
    for _ in range(questions):
        one, other = (dice.pick(seen) for _ in range(2))
        better, worse = (one, other) if voter.prefers(one, other) else (other, one)
        evidence.append(pair(better, worse))
    return fit(evidence)


def test_a_voter_likes_what_a_taste_of_its_choices_guides() -> None:
    asked = [compose("painter", {}, seed=seed) for seed in range(24)]
    seen = [features(glimpse(recipe).picture) for recipe in asked]
    gains = []
    for number in range(3):
        voter = Voter(number)
        taste = learnt(voter, seen, 120)
        begun = compose("painter", {"becoming": "nothing"}, seed=100 + number)
        steps = walked(Wish(begun, Liking(taste), "", 2, number)).steps
        liked = [voter.utility(features(step.seen.picture)) for step in (steps[0], steps[-1])]
        gains.append(liked[1] - liked[0])
    assert np.mean(gains) > 0.3
    assert min(gains) > -0.3


def test_a_brood_is_all_different() -> None:
    found = brood(walk(), 6)
    assert len({one.recipe for one in found}) == 6
    best = max(one.score for one in walk().tried)
    assert found[0].score == best
    assert len(brood(walk(), 1000)) == len({one.recipe for one in walk().tried[1:]})


@pytest.mark.parametrize("steps", [0, 41])
def test_steps_are_bounded(steps: int) -> None:
    with pytest.raises(ValueError, match="ask for 1 to 40"):
        walked(Wish(start(), Craft(), "", steps))
