"""traits
a choice           -> as it was made, numbers marked as numbers
left open          -> what the plan decided; without a plan, nothing
nothing becomes    -> no trait of it, and no position
the seed           -> a text
"""

from typing import Any

from generation import artefact
from generation.recipe import Recipe, compose
from marketplace.deliverables.trait import traits


def values(recipe: Recipe, plan: dict[str, Any] | None = None) -> dict[str, list[int | str]]:
    found: dict[str, list[int | str]] = {}
    for trait in traits(recipe, plan):
        found.setdefault(trait["trait_type"], []).append(trait["value"])
    return found


def test_choices_are_told() -> None:
    recipe = compose("painter", {"concept": "cloud", "becoming": "flower", "size": 640}, seed=7)
    assert values(recipe)["concept"] == ["cloud"]
    assert values(recipe)["becoming"] == ["flower"]
    marks = {one["trait_type"]: one.get("display_type") for one in traits(recipe)}
    assert (marks["size"], marks["position"], marks["concept"]) == ("number", "number", None)
    assert (values(recipe)["seed"], marks["seed"]) == (["7"], None)


def test_what_was_left_open_is_told_as_it_was_decided() -> None:
    recipe = compose("painter", {}, seed=3, prompt="a rose under moonbeams")
    plan = artefact.planned(recipe).as_dict()
    told = values(recipe, plan)
    assert told["concept"] == list(dict.fromkeys(one["concept"] for one in plan["subjects"]))
    for name in ("palette", "light", "layout", "style"):
        assert told[name] == [plan[name]] != ["auto"]


def test_what_is_not_known_is_left_out() -> None:
    told = values(compose("painter", {}, seed=3))
    assert told.keys() == {"engine", "size", "seed"}


def test_nothing_that_becomes_is_no_trait() -> None:
    recipe = compose("painter", {"becoming": "nothing", "concept": "cloud"}, seed=3)
    assert values(recipe).keys() & {"becoming", "position"} == set()
