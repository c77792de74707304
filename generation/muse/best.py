"""Choose the best of many, and keep a share of the places for what nobody has judged yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generation.muse.glimpse import glimpse
from generation.muse.judge import Judge, Opinion
from generation.recipe import Recipe

QUOTA = 150  # of a thousand places

Why = Literal["best", "exploration"]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A recipe at its place, what was thought of it, and why it is there."""

    recipe: Recipe
    opinion: Opinion
    why: Why


def best_of(recipes: Sequence[Recipe], judge: Judge, kept: int) -> tuple[Ranked, ...]:
    """So many of the recipes, the best first; the last places go to the most unsure of the rest.

    Raises ValueError where more shall be kept than there are.
    """
    if not 1 <= kept <= len(recipes):
        raise ValueError(f"{kept} of {len(recipes)} recipes cannot be kept; ask for fewer")
    opinions = [judge(glimpse(recipe)) for recipe in recipes]
    order = sorted(range(len(recipes)), key=lambda at: (-opinions[at].mean, at))
    best = order[: kept - places(kept)]
    rest = sorted(order[len(best) :], key=lambda at: (-opinions[at].spread, order.index(at)))
    explored = rest[: kept - len(best)]
    liked = [Ranked(recipes[at], opinions[at], "best") for at in best]
    return (*liked, *(Ranked(recipes[at], opinions[at], "exploration") for at in explored))


def places(kept: int) -> int:
    """How many of so many places are for exploring: 15 in 100, one at least from three on."""
    return max(1, round(kept * QUOTA / 1000)) if kept > 2 else 0
