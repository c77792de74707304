"""Vary one thing of a recipe, or one of several at a time, and leave the rest as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from generation import registry
from generation.recipe import Recipe, compose
from generation.schema import Choice, Range, Value
from marketplace.studio.error import VariationFaulty

SEED: Final = "seed"
AND: Final = "+"  # between the names of several things that are varied in turn
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
    changes = _in_turn(wish, seeds) if AND in wish.varies else _each(wish)
    return [_recipe(wish, {**wish.parameters, **change}, first) for change in changes]


def _each(wish: Wish) -> list[dict[str, Value]]:
    return [{wish.varies: value} for value in _values(wish)]


def _in_turn(wish: Wish, chance: Iterator[int]) -> list[dict[str, Value]]:
    """Each variant differs from the wish in one of several choices, by chance in which way."""
    names = list(dict.fromkeys(wish.varies.split(AND)))[: wish.number]
    changes: list[dict[str, Value]] = []
    for index, name in enumerate(names):
        parameter = registry.card(wish.engine).parameter(name)
        if not isinstance(parameter, Choice):
            raise _not_varied(wish.engine, name, among=(Choice,))
        chosen = wish.parameters.get(name, parameter.default)
        many = len(range(index, wish.number, len(names)))
        others = [value for value in _known(wish, parameter) if value != chosen]
        if len(others) < many:
            raise _too_few(name, len(others), many)
        start = next(chance) % len(others)
        changes.extend({name: value} for value in (others[start:] + others[:start])[:many])
    return changes


def _values(wish: Wish) -> list[Value]:
    parameter = registry.card(wish.engine).parameter(wish.varies)
    if isinstance(parameter, Choice):
        values = _known(wish, parameter)
    elif isinstance(parameter, Range):
        values = _spread(parameter, wish.number)
    else:
        raise _not_varied(wish.engine, wish.varies, among=(Choice, Range))
    if len(values) < wish.number:
        raise _too_few(wish.varies, len(values), wish.number)
    return values[: wish.number]


def _known(wish: Wish, parameter: Choice) -> list[Value]:
    """What may be chosen, the wish's own first."""
    chosen = wish.parameters.get(parameter.name, parameter.default)
    known = [value for value in parameter.values if value not in DECIDED_LATER]
    return sorted(known, key=lambda value: value != chosen)


def _not_varied(engine: str, name: str, among: tuple[type[Choice | Range], ...]) -> VariationFaulty:
    known = [p.name for p in registry.card(engine).parameters if isinstance(p, among)]
    return VariationFaulty(
        f"varies: {name!r} cannot be varied; take one of {', '.join([SEED, *known])}.",
        field="varies",
        value=name,
    )


def _too_few(name: str, values: int, number: int) -> VariationFaulty:
    return VariationFaulty(
        f"number: {name} has {values} values and you ask for {number} different ones; "
        "ask for fewer.",
        field="number",
        value=number,
    )


def _spread(parameter: Range, number: int) -> list[Value]:
    """Evenly from one end to the other, on the steps that there are."""
    steps = (parameter.maximum - parameter.minimum) // parameter.step
    if number == 1:
        return [parameter.default]
    at = (steps * index // (number - 1) for index in range(number))
    return list(dict.fromkeys(parameter.minimum + step * parameter.step for step in at))


def _recipe(wish: Wish, parameters: Mapping[str, Value], seed: int) -> Recipe:
    return compose(wish.engine, parameters, seed=seed, prompt=wish.prompt, parents=wish.parents)
