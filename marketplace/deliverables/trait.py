"""Tell viewers a work's traits: what was chosen, and where the choice was left open, what came."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generation.recipe import Recipe

OPEN: Final = "auto"
NOTHING: Final = "nothing"
THINGS: Final = {"concept": "subjects", "becoming": "becoming"}  # parameter -> things in the plan

Trait = dict[str, Any]


def traits(recipe: Recipe, plan: Mapping[str, Any] | None = None) -> list[Trait]:
    """Attributes as viewers read them: texts, and numbers marked as such.

    The seed is a text: a viewer would round it, and rank works by it.
    """
    found: list[tuple[str, int | str]] = [("engine", recipe.engine)]
    for name, value in recipe.parameters.items():
        if not isinstance(value, tuple):
            found += [(name, decided) for decided in _decided(name, value, plan or {})]
    if "becoming" not in dict(found):
        found = [(name, value) for name, value in found if name != "position"]
    return [*(_trait(name, value) for name, value in found), _trait("seed", str(recipe.seed))]


def _decided(name: str, value: int | str, plan: Mapping[str, Any]) -> Iterator[int | str]:
    """What the plan made of a choice; nothing where it was left open and nothing came of it."""
    if value not in (OPEN, NOTHING):
        yield value
    elif value == OPEN and name in THINGS:
        things = plan.get(THINGS[name], ())
        yield from dict.fromkeys(str(thing["concept"]) for thing in things)
    elif value == OPEN and isinstance(plan.get(name), int | str):
        yield plan[name]


def _trait(name: str, value: int | str) -> Trait:
    kind = {"display_type": "number"} if isinstance(value, int) else {}
    return {"trait_type": name, "value": value, **kind}
