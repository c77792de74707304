"""Throw a recipe by dice: what an audit, a wall of pictures or a muse begins from."""

from __future__ import annotations

from collections.abc import Mapping

from generation.dice import Dice
from generation.recipe import Recipe, compose
from generation.schema import Card, Choice, Parameter, Range, Swatches, Value


def thrown(card: Card, owner: str, fixed: Mapping[str, Value] | None = None) -> Recipe:
    """A recipe whose parameters fell as the owner's dice would, but for those that are given.

    Ranges and choices fall evenly. Lists stay empty one time in two, as people mostly leave them.
    """
    parameters = {
        parameter.name: _thrown(parameter, Dice(owner, parameter.name))
        for parameter in card.parameters
    }
    seed = Dice(owner, "seed of the recipe").whole(0, 2**32 - 1)
    return compose(card.name, {**parameters, **(fixed or {})}, seed=seed)


def _thrown(parameter: Parameter, dice: Dice) -> Value:
    if isinstance(parameter, Choice):
        return dice.pick(parameter.values)
    if isinstance(parameter, Range):
        steps = (parameter.maximum - parameter.minimum) // parameter.step
        return parameter.minimum + dice.whole(0, steps) * parameter.step
    if dice.whole(0, 1):
        return ()
    if isinstance(parameter, Swatches):
        return tuple(
            f"#{dice.whole(0, 0xFFFFFF):06x}" for _ in range(dice.whole(2, parameter.most))
        )
    return tuple(dice.whole(parameter.minimum, parameter.maximum) for _ in range(parameter.length))
