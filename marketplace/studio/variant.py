"""Vary one thing of a recipe, and leave the rest as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from generation import registry
from generation.recipe import Recipe, compose
from generation.schema import Choice, Range, Value
from marketplace.studio.error import VariationFaulty

SEED: Final = "seed"
MOST: Final = 12
DECIDED_LATER: Final = frozenset({"auto"})  # a choice that leaves the choice to somebody else


@dataclass(frozen=True, slots=True)
class Wish:
    """What an artist wants to see variants of; without a seed, of any."""

    engine: str
    parameters: Mapping[str, Value]
    prompt: str
    seed: int | None
    varies: str
    number: int
    parents: tuple[str, ...] = field(default=())


def variants(wish: Wish, seeds: Iterator[int]) -> list[Recipe]:
    """The recipes; raises `VariationFaulty`, or `RecipeRefused` for any other fault."""
    first = next(seeds) if wish.seed is None else wish.seed
    if wish.varies == SEED:
        others = (seed for seed in seeds if seed != first)
        values = [first, *islice(others, wish.number - 1)]
        return [_recipe(wish, wish.parameters, seed) for seed in values]
    _recipe(wish, wish.parameters, first)  # what is wrong with the rest is said first
    return [
        _recipe(wish, {**wish.parameters, wish.varies: value}, first) for value in _values(wish)
    ]


def _values(wish: Wish) -> list[Value]:
    card = registry.card(wish.engine)
    parameter = card.parameter(wish.varies)
    if isinstance(parameter, Choice):
        chosen = wish.parameters.get(wish.varies, parameter.default)
        known = [value for value in parameter.values if value not in DECIDED_LATER]
        values: list[Value] = sorted(known, key=lambda value: value != chosen)
    elif isinstance(parameter, Range):
        values = _spread(parameter, wish.number)
    else:
        known = [p.name for p in card.parameters if isinstance(p, Choice | Range)]
        raise VariationFaulty(
            f"varies: {wish.varies!r} cannot be varied; take one of {', '.join([SEED, *known])}.",
            field="varies",
            value=wish.varies,
        )
    if len(values) < wish.number:
        raise VariationFaulty(
            f"number: {wish.varies} has {len(values)} values and you ask for {wish.number} "
            "different ones; ask for fewer.",
            field="number",
            value=wish.number,
        )
    return values[: wish.number]


def _spread(parameter: Range, number: int) -> list[Value]:
    """Evenly from one end to the other, on the steps that there are."""
    steps = (parameter.maximum - parameter.minimum) // parameter.step
    if number == 1:
        return [parameter.default]
    at = (steps * index // (number - 1) for index in range(number))
    return list(dict.fromkeys(parameter.minimum + step * parameter.step for step in at))


def _recipe(wish: Wish, parameters: Mapping[str, Value], seed: int) -> Recipe:
    return compose(wish.engine, parameters, seed=seed, prompt=wish.prompt, parents=wish.parents)
