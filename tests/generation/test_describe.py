"""describe
every engine        -> a card whose defaults make a recipe that is accepted
every parameter     -> title, help and bounds that a form can be built from
every option        -> accepted; palettes come with five swatches
registry            -> loads the engine its card names, and no other
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from generation import compose, describe
from generation.engine import load
from generation.errors import UnknownEngine, ValueOutOfRange
from generation.registry import card
from generation.schema import Card, Choice, Option, Range

PARAMETERS = [(c, p) for c in describe() for p in c.parameters]
OPTIONS = [(c, p, option) for c, p in PARAMETERS if isinstance(p, Choice) for option in p.options]


def test_the_painter_is_described() -> None:
    assert [(c.name, c.version) for c in describe()] == [("painter", "3")]


@pytest.mark.parametrize("known", describe(), ids=lambda c: c.name)
def test_defaults_make_a_recipe(known: Card) -> None:
    assert dict(compose(known.name, {}, seed=1).parameters) == known.defaults()


@pytest.mark.parametrize(("known", "parameter"), PARAMETERS, ids=lambda x: x.name)
def test_a_form_finds_what_it_needs(known: Card, parameter: Any) -> None:
    assert parameter.title
    assert parameter.help.endswith(".")
    shown = next(p for p in known.as_json()["parameters"] if p["name"] == parameter.name)
    assert shown["kind"] in ("choice", "range", "vector", "swatches")
    assert {"default", "title", "help"} <= shown.keys()


@pytest.mark.parametrize(("known", "parameter", "option"), OPTIONS, ids=lambda x: str(x)[:0])
def test_every_option_is_accepted(known: Card, parameter: Any, option: Option) -> None:
    recipe = compose(known.name, {parameter.name: option.value}, seed=1)
    assert recipe.parameters[parameter.name] == option.value


def test_palettes_show_their_colours() -> None:
    (palettes,) = [p for _, p in PARAMETERS if p.name == "palette"]
    assert len(palettes.options) >= 13
    for option in palettes.options:
        assert len(option.colours) == 5
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in option.colours)


def test_a_range_knows_its_edges_and_steps() -> None:
    size = Range("size", "Size", "How wide.", 512, 1024, 512, step=64)
    assert size.fault("size", 512) is None
    assert size.fault("size", 1024) is None
    assert isinstance(size.fault("size", 1025), ValueOutOfRange)
    assert isinstance(size.fault("size", 544), ValueOutOfRange)


def test_the_registry_loads_what_the_card_names() -> None:
    assert load("painter", "3").card is card("painter")


def test_an_unknown_engine_is_not_loaded() -> None:
    with pytest.raises(UnknownEngine, match="painter 2"):
        load("painter", "0")
