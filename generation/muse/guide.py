"""Walk from a recipe towards a text and what people like, a step at a time, keeping the way.

Each step looks at a few changes and takes the best if it is better. Where nothing becomes anything
the changes are moves in the flow's inner space: along the slope of what was judged so far, and by
chance to both sides; else they are choices thrown anew. The subject itself always stays.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from generation.dice import Dice
from generation.muse import inner
from generation.muse.archive import novelty
from generation.muse.best import places
from generation.muse.glimpse import Glimpse, glimpse
from generation.muse.judge import Blend, Judge
from generation.muse.measure import LOOK, measure
from generation.muse.muse import Thought
from generation.muse.reason import Reason
from generation.muse.subject import SEEDS, layouts, lights, palettes, positions
from generation.muse.towards import Fitting, said
from generation.network.flow import flow
from generation.network.told import told
from generation.network.vector import WIDTH, Point
from generation.painter.card import NOTHING
from generation.painter.plan import PainterPlan
from generation.recipe import Recipe
from generation.schema import Value
from generation.words import understand

MOST_STEPS = 40
TRIES = 6  # that are looked at in a step
STRIDES = (0.5, 1.2)  # of a step along the slope, in spreads of noise for each coordinate's root
JITTER = 0.35  # of a step by chance
AGAIN = 8  # throws of a choice, until one gives what was not looked at yet
UNLIKE = 3  # what a thousandth of distance from those chosen before counts against one of score
FEWEST = 8  # pictures judged before a slope is drawn from them

Move = Literal["start", "words", "slope", "chance", "choice", "seed"]


@dataclass(frozen=True, slots=True)
class Wish:
    """From which recipe to walk, towards which words and judge, how far, by which dice."""

    recipe: Recipe
    judge: Judge
    text: str = ""
    steps: int = 8
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Tried:
    """A recipe that was looked at; the score is the judges' less the prior's, in thousandths."""

    recipe: Recipe
    seen: Glimpse
    score: int
    spread: int
    move: Move


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps that were taken, the start first, and all that was looked at on the way."""

    steps: tuple[Tried, ...]
    tried: tuple[Tried, ...]


Walking = Generator[Thought, None, Walk]


def guide(wish: Wish) -> Walking:
    """The walk; yields while it goes on. Raises ValueError for a number of steps not 1 to 40."""
    if not 1 <= wish.steps <= MOST_STEPS:
        raise ValueError(f"{wish.steps} steps: ask for 1 to {MOST_STEPS}")
    judge = Blend(((wish.judge, 1000), (Fitting(wish.text), 1000))) if wish.text else wish.judge
    start = _look(wish.recipe, judge, "start")
    taken, tried = [start], [start]
    worded = said(wish.recipe, wish.text)
    if worded != wish.recipe:
        taken.append(_look(worded, judge, "words"))
        tried.append(taken[-1])
    for number in range(wish.steps):
        dice = Dice(f"guide {wish.seed} {worded.digest} step {number}")
        found = []
        for at, (recipe, move) in enumerate(_changes(taken[-1], tried, wish.text, dice)):
            found.append(_look(recipe, judge, move))
            done = 1000 * (TRIES * number + at + 1) // (TRIES * wish.steps)
            yield Thought(done, f"step {number + 1} of {wish.steps}", found[-1].seen)
        tried += found
        best = max(found, key=lambda one: one.score)
        if best.score > taken[-1].score:
            taken.append(best)
    return Walk(tuple(taken), tuple(tried))


def walked(wish: Wish) -> Walk:
    """The same for whoever does not mind waiting."""
    walking = guide(wish)
    while True:
        try:
            next(walking)
        except StopIteration as end:
            done: Walk = end.value
            return done


def brood(walk: Walk, count: int) -> tuple[Tried, ...]:
    """So many recipes of a walk to go on from, the best first, each unlike those before it.

    The last ones, 15 in 100, are the furthest from the rest, whatever they score. Fewer where
    fewer were looked at.
    """
    left = list({one.recipe: one for one in walk.tried[1:] or walk.tried}.values())
    looks = {one.recipe: measure(one.seen.picture).look for one in left}
    count, chosen = min(count, len(left)), list[Tried]()
    while len(chosen) < count:
        known = np.array([looks[one.recipe] for one in chosen], np.int16).reshape(-1, LOOK)
        is_explored = len(chosen) >= count - places(count)
        worth = [
            (0 if is_explored else one.score) + UNLIKE * novelty(looks[one.recipe], known, 1)
            for one in left
        ]
        best = left[worth.index(max(worth))]
        chosen.append(best)
        left = [one for one in left if one is not best]
    return tuple(chosen)


def closer(one: Tried, walk: Walk, text: str) -> Reason | None:
    """That it is nearer than the start to what was asked, by what was judged, if it is."""
    gain = one.score - walk.steps[0].score
    if gain <= 0:
        return None
    facts: dict[str, str | int] = {"gain": gain}
    return Reason("closer", {**facts, "text": text} if text else facts)


def _look(recipe: Recipe, judge: Judge, move: Move) -> Tried:
    seen = glimpse(recipe)
    opinion = judge(seen)
    score = opinion.mean - inner.penalty(recipe.numbers("inner"))
    return Tried(recipe, seen, score, opinion.spread, move)


def _changes(
    now: Tried, tried: Sequence[Tried], text: str, dice: Dice
) -> Iterator[tuple[Recipe, Move]]:
    """TRIES changes of a recipe, none of which was looked at before."""
    known = {one.recipe for one in tried}
    is_led = not now.seen.plan.becoming and now.seen.plan.subjects[-1].concept in flow().concepts
    if is_led:
        for at, led in _led(now.seen.plan, now.recipe, tried, dice):
            yield _with(now.recipe, inner=inner.numbers(at)), led
    for number in range(2 if is_led else TRIES):
        move: Move = "seed" if number % 2 and not is_led else "choice"
        for again in range(AGAIN):
            own = dice.stage(f"choice {number}", again)
            if move == "seed":
                recipe = replace(now.recipe, seed=own.whole(0, SEEDS - 1))
            else:
                recipe = _with(now.recipe, **_chosen(now.seen.plan, text, own))
            if recipe not in known:
                break
        known.add(recipe)
        yield recipe, move


def _led(
    plan: PainterPlan, recipe: Recipe, tried: Sequence[Tried], dice: Dice
) -> Iterator[tuple[Point, Move]]:
    """Four points: two along the slope, once there is one, and two by chance to both sides."""
    at = inner.start(plan)
    aside = dice.stage("aside").bell((2, WIDTH)) * JITTER
    known = [one for one in tried if not one.seen.plan.becoming]
    if len(known) >= FEWEST:
        points = np.stack([inner.parameters(one.seen.plan) for one in known])
        scores = np.array([one.score for one in known], np.float64) / 1000
        words = told(recipe.prompt, f"concept:{plan.subjects[-1].concept}")
        rise = inner.pulled(flow(), at, words, inner.slope(points, scores))
        length = np.sqrt((rise * rise).sum())
        if length > 0.0:
            for stride in STRIDES:
                yield at + rise / length * stride * np.sqrt(WIDTH) / 4, "slope"
            aside = aside[:1]
    for step in aside:
        yield at + step, "chance"
        yield at - step, "chance"


def _chosen(plan: PainterPlan, text: str, dice: Dice) -> dict[str, Value]:
    """One choice thrown anew among those that suit; what the words ask for stays."""
    asked = understand(text)
    pair = (plan.subjects[-1].concept, plan.becoming[-1].concept if plan.becoming else NOTHING)
    free: list[str] = [
        kind for kind in ("palette", "light", "layout") if getattr(asked, kind) is None
    ]
    free += ["position"] if plan.becoming else []
    kind = dice.pick(free) if free else ""
    light = dice.pick(lights(pair)) if kind == "light" else plan.light
    chosen: dict[str, Value] = {"light": light}
    is_unsuited = kind == "light" and plan.palette not in palettes(light)
    if asked.palette is None and (kind == "palette" or is_unsuited):
        chosen["palette"] = dice.pick(palettes(light))
    if kind == "layout":
        chosen["layout"] = dice.pick(layouts(pair))
    if kind == "position":
        chosen["position"] = dice.pick(positions(plan.style))
    return chosen


def _with(recipe: Recipe, **changed: Value) -> Recipe:
    return replace(recipe, parameters={**recipe.parameters, **changed})
