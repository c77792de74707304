"""wording
recipe of an engine we have  -> its own titles and units, in its own order
list of numbers or colours    -> counted or told; an empty one is not
parameter it does not know   -> name and value as they are
engine we lack               -> everything as it is
two recipes                  -> each difference by its title, and what both say
anything at all              -> no failure, nothing endless
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from generation.recipe import compose
from generation.schema import Card, Swatches, Vector
from marketplace.web import wording

ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)


def test_choices_go_by_the_engines_titles() -> None:
    chosen = {"concept": "cloud", "becoming": "flower", "position": 250, "palette": "dusk"}
    recipe = compose("painter", chosen, seed=1).as_dict()
    told = wording.choices(recipe)
    assert told[:3] == [
        ("Subject", "Cloud"),
        ("Becoming", "Flower"),
        ("Position", "250\u00a0‰"),
    ]
    assert [pair for pair in told if pair[0] == "Palette"] == [("Palette", "Dusk")]


def test_what_was_left_open_goes_in_one_line() -> None:
    chosen = {"concept": "cloud", "style": "ink", "palette": "dusk"}
    told = wording.choices(compose("painter", chosen, seed=1).as_dict())
    (left,) = [text for title, text in told if title == "By itself"]
    assert left == "Becoming, light, layout"
    assert not {"Becoming", "Light", "Layout"} & {title for title, _ in told}


def test_differences_are_told_by_title() -> None:
    one = compose("painter", {"concept": "boat", "palette": "dusk"}, seed=1, prompt="a boat")
    other = compose("painter", {"concept": "boat", "palette": "jade"}, seed=2)
    apart, same = wording.differences(one.as_dict(), other.as_dict())
    told = [(found.title, found.left, found.right) for found in apart]
    dash = wording.NOTHING
    assert told == [("Prompt", "a boat", dash), ("Palette", "Dusk", "Jade"), ("Seed", "1", "2")]
    assert ("Subject", "Boat") in same


def test_two_hands_of_as_many_numbers_still_differ() -> None:
    one, other = (
        compose("painter", {"style_vector": [number] * 24}, seed=1).as_dict() for number in (1, 2)
    )
    (apart,), _ = wording.differences(one, other)
    assert (apart.left, apart.right) == ("24 numbers", wording.OTHERS)


def test_lists_are_told_unless_they_are_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = (
        Vector("vector", "Style vector", "How.", 3, 0, 9),
        Swatches("swatches", "Swatches", "Which.", 2),
    )
    card = Card("weaver", "1", "Weaver", "It weaves.", "weaver:ENGINE", lists)
    monkeypatch.setattr(wording, "card_of", lambda _: card)
    assert wording.choices(
        {"parameters": {"vector": [1, 2, 3], "swatches": ["#00ff00", "#ffffff"]}}
    ) == [("Style vector", "3 numbers"), ("Swatches", "#00ff00, #ffffff")]
    assert wording.choices({"parameters": {"vector": [], "swatches": []}}) == []


def test_an_unknown_parameter_is_told_as_it_is() -> None:
    recipe = compose("painter", {}, seed=1).as_dict()
    recipe["parameters"]["glitter"] = 9
    assert wording.choices(recipe)[-1] == ("glitter", "9")


def test_an_engine_we_lack_is_told_as_it_is() -> None:
    recipe = {"engine": "sculptor", "engine_version": "3", "parameters": {"stone": "marble"}}
    assert wording.choices(recipe) == [("stone", "marble")]
    assert wording.engine(recipe) == "sculptor, version 3"


# Hypothesis makes its own tables at the first draw: on a busy machine that alone is "too slow".
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.dictionaries(some.sampled_from(["engine", "engine_version", "parameters"]), ANYTHING))
def test_a_strangers_recipe_never_fails(recipe: dict[str, Any]) -> None:
    told = [wording.engine(recipe), *(text for pair in wording.choices(recipe) for text in pair)]
    assert all(len(text) <= 2 * wording.LONGEST + 20 for text in told)
