"""lists among the parameters
vector      -> empty or just so many whole numbers, each within its bounds
swatches    -> up to so many colours, #rrggbb in lower case
read        -> a command line's text as the value; what it cannot read is kept, for the fault
a recipe    -> keeps them as tuples, writes them as lists, has one digest for both
"""

from __future__ import annotations

from typing import Any

import pytest

from generation import recipe as recipes
from generation.errors import RecipeError, ValueOutOfRange, WrongType
from generation.schema import Choice, Option, Range, Swatches, Vector

VECTOR = Vector("style_vector", "Style vector", "How it is painted.", 3, -10, 1000)
SWATCHES = Swatches("swatches", "Swatches", "Colours of your own.", 2)


@pytest.mark.parametrize("value", [(), [], (0, -10, 1000), [1, 2, 3]])
def test_a_vector_is_empty_or_full(value: Any) -> None:
    assert VECTOR.fault("style_vector", value) is None


@pytest.mark.parametrize(
    ("value", "kind", "field"),
    [
        ("1,2,3", WrongType, "style_vector"),
        (7, WrongType, "style_vector"),
        ([1, 2], ValueOutOfRange, "style_vector"),
        ([1, 2, 3, 4], ValueOutOfRange, "style_vector"),
        ([1, True, 3], WrongType, "style_vector[1]"),
        ([1, 2, 3.0], WrongType, "style_vector[2]"),
        ([1, 2, 1001], ValueOutOfRange, "style_vector[2]"),
        ([-11, 2, 3], ValueOutOfRange, "style_vector[0]"),
    ],
)
def test_another_vector_is_refused(value: Any, kind: type[RecipeError], field: str) -> None:
    fault = VECTOR.fault("style_vector", value)
    assert type(fault) is kind
    assert fault.field == field


@pytest.mark.parametrize("value", [(), [], ["#000000"], ("#0a1b2c", "#ffffff")])
def test_swatches_are_colours(value: Any) -> None:
    assert SWATCHES.fault("swatches", value) is None


@pytest.mark.parametrize(
    ("value", "kind", "field"),
    [
        ("#000000", WrongType, "swatches"),
        (["#000000"] * 3, ValueOutOfRange, "swatches"),
        (["#000000", 5], WrongType, "swatches[1]"),
        (["#FFFFFF"], ValueOutOfRange, "swatches[0]"),
        (["#fff"], ValueOutOfRange, "swatches[0]"),
        (["#000000\n"], ValueOutOfRange, "swatches[0]"),
    ],
)
def test_other_swatches_are_refused(value: Any, kind: type[RecipeError], field: str) -> None:
    fault = SWATCHES.fault("swatches", value)
    assert type(fault) is kind
    assert fault.field == field


def test_a_long_list_is_not_read_out_in_the_message() -> None:
    fault = VECTOR.fault("style_vector", [5] * 4000)
    assert "a list of 4000" in str(fault)


def test_a_command_lines_text_is_read() -> None:
    size = Range("size", "Size", "How wide.", 512, 1024, 512)
    mood = Choice("mood", "Mood", "How it feels.", (Option("calm", "Calm"),), "calm")
    assert size.read("768") == 768
    assert size.read("large") == "large"
    assert mood.read("calm") == "calm"
    assert VECTOR.read("1, -2,3") == (1, -2, 3)
    assert VECTOR.read("") == ()
    assert VECTOR.read("1,two,3") == "1,two,3"
    assert SWATCHES.read("#000000, #ffffff") == ("#000000", "#ffffff")


def test_a_recipe_writes_lists_and_keeps_tuples() -> None:
    plain = recipes.compose("painter", {}, seed=1)
    one, other = (
        recipes.Recipe(**{**vars(plain), "parameters": {"inner": value}})
        for value in ([1, 2], (1, 2))
    )
    assert one == other
    assert one.digest == other.digest
    assert one.parameters["inner"] == (1, 2)
    assert one.as_dict()["parameters"] == {"inner": [1, 2]}
    assert b'"inner":[1,2]' in one.canonical()


def test_a_recipes_parameters_are_read_by_type() -> None:
    plain = recipes.compose("painter", {}, seed=1)
    held = {"size": 512, "palette": "dawn", "inner": [1, 2], "swatches": ["#000000"]}
    recipe = recipes.Recipe(**{**vars(plain), "parameters": held})
    assert (recipe.whole("size"), recipe.text("palette")) == (512, "dawn")
    assert (recipe.numbers("inner"), recipe.texts("swatches")) == ((1, 2), ("#000000",))
    for read, name in ((recipe.whole, "palette"), (recipe.text, "size"), (recipe.texts, "size")):
        with pytest.raises(TypeError, match=f"parameters.{name} is"):
            read(name)
