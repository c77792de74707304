"""plan
what is chosen           -> is planned, whatever the prompt says
what is left to itself   -> is what the prompt says, in English and Chinese
a kind of a thing        -> is that thing's alone
what nobody says         -> is thrown by the dice: every seed another picture, all kinds of them
layouts                  -> 1 to 30 things, in the picture, the far ones first
a link of a chain        -> begins with the very things that ended the one before
own colours              -> take the palette's place
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from generation import compose
from generation.painter import layout
from generation.painter.arrange import MOST_SUBJECTS, arrange
from generation.painter.card import CONCEPTS
from generation.painter.concept.catalogue import BY_NAME, ENTRIES
from generation.painter.concept.concept import concept
from generation.painter.hour import BY_NAME as HOURS
from generation.painter.paints import mixed
from generation.painter.palette import BY_NAME as PALETTES
from generation.painter.plan import UNIT, PainterPlan
from generation.painter.preset import PRESETS
from generation.schema import Choice
from tests.generation.easel import Ask

THINGS = [entry.name for entry in ENTRIES if not entry.is_scene]


def plan(seed: int = 5, prompt: str = "", **chosen: Any) -> PainterPlan:
    return arrange(compose("painter", {"size": 512, **chosen}, seed=seed, prompt=prompt))


def trait(planned: PainterPlan, name: str) -> set[int]:
    """The values of a trait among the plan's subjects."""
    names = [trait.name for trait in concept(planned.subjects[0].concept).traits]
    return {placed.traits[names.index(name)] for placed in planned.subjects}


def test_a_choice_outweighs_the_prompt() -> None:
    found = plan(
        prompt="a red butterfly at night becoming a cloud",
        concept="flower",
        becoming="nothing",
        palette="jade",
        light="noon",
        layout="ring",
    )
    assert {placed.concept for placed in found.subjects} == {"flower"}
    assert found.becoming == ()
    assert (found.palette, found.light, found.layout) == ("jade", "noon", "ring")


@pytest.mark.parametrize(
    "prompt", ["a cloud turning into a butterfly at dusk, pastel", "云变成蝴蝶，黄昏，粉彩"]
)
def test_the_prompt_decides_what_nobody_chose(prompt: str) -> None:
    found = plan(prompt=prompt)
    assert {placed.concept for placed in found.subjects} == {"cloud"}
    assert {placed.concept for placed in found.becoming} == {"butterfly"}
    assert (found.light, found.style) == ("dusk", "pastel")
    assert len(found.understanding) >= 3


def test_words_give_colours_and_traits_and_number() -> None:
    found = plan(prompt="two blue butterflies with folded wings")
    assert len(found.subjects) == 2
    assert trait(found, "fold") == {900}
    assert trait(found, "colour") == {0}
    assert found.colours == ("#2b5fc7",)


def test_a_kind_is_painted_and_lends_nothing_to_others() -> None:
    assert trait(plan(prompt="musk roses"), "musk") == {1000}
    assert trait(plan(prompt="a lone pine"), "kind") == {1000}
    beside = [
        trait(plan(seed, prompt="a leaf on a pine forest floor"), "kind") for seed in range(6)
    ]
    assert len({value for values in beside for value in values}) > 1


def test_a_sad_mood_dims_the_light() -> None:
    lights = [plan(prompt=f"{mood} flower").light for mood in ("sorrowful", "joyful")]
    assert lights[0] in ("mist", "night", "storm")
    assert lights[1] in ("noon", "golden", "morning")


def test_the_dice_throw_every_kind() -> None:
    found = [plan(seed) for seed in range(300)]
    assert {one.subjects[0].concept for one in found} == set(BY_NAME)
    assert {one.palette for one in found} == set(PALETTES)
    assert {one.light for one in found} == set(HOURS)
    assert {one.layout for one in found} == set(layout.BY_NAME)
    assert len({(one.subjects, one.palette, one.light, one.sun) for one in found}) == 300


def test_a_light_of_the_dice_suits_the_palette() -> None:
    for seed in range(60):
        found = plan(seed, palette="moonlight", concept="flower")
        assert found.light in PALETTES["moonlight"].hours
        found = plan(seed, light="storm", concept="flower")
        assert "storm" in PALETTES[found.palette].hours


@pytest.mark.parametrize("name", layout.BY_NAME)
@pytest.mark.parametrize("seed", range(6))
def test_a_layout_places_its_things_in_the_picture(name: str, seed: int) -> None:
    kind = THINGS[seed % len(THINGS)]
    found = plan(seed, concept=kind, layout=name).subjects
    assert 1 <= len(found) <= MOST_SUBJECTS
    for placed in found:
        assert 0 <= placed.x <= UNIT
        assert 0 <= placed.y <= UNIT
        assert UNIT // 60 < placed.scale < UNIT * 55 // 100
        assert abs(placed.turn) <= BY_NAME[kind].turns * 1000
        assert all(0 <= value <= 1000 for value in placed.traits)
    depths = [placed.depth for placed in found]
    assert depths == sorted(depths, reverse=True)


def test_a_scene_fills_the_picture() -> None:
    for entry in ENTRIES:
        if entry.is_scene:
            (placed,) = plan(concept=entry.name, layout="swarm").subjects
            assert (placed.x, placed.y, placed.scale) == (UNIT // 2, UNIT // 2, UNIT // 2)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_each_link_of_a_chain_begins_where_the_last_one_ended(preset: Any) -> None:
    links = [plan(preset.seed, **link) for link in preset.links()]
    assert [one.subjects[0].concept for one in links] == list(preset.chain[:-1])
    for before, after in itertools.pairwise(links):
        assert before.becoming == after.subjects
        assert (before.light, before.sun) == (after.light, after.sun)


def test_a_chain_has_as_many_moments_as_one_asks() -> None:
    (flight,) = [preset for preset in PRESETS if len(preset.chain) == 3]
    found = flight.moments(9)
    assert [moment["position"] for moment in found] == [0, 250, 500, 750, 0, 250, 500, 750, 1000]
    assert [moment["concept"] for moment in found[3:5]] == ["cloud", "butterfly"]


def test_what_becomes_is_the_same_as_it_is_alone(recipe: Ask) -> None:
    (flower,) = plan(concept="flower", layout="centred").subjects
    assert arrange(recipe(5)).becoming == (flower,)


def test_own_colours_take_the_palettes_place() -> None:
    swatches = ("#102030", "#f0e0d0", "#c02040", "#20c0a0")
    own, plain = (mixed(PALETTES["noon"], colours) for colours in (swatches, ()))
    assert set(own.blooms) <= {
        tuple(int(s[i : i + 2], 16) / 255 for i in (1, 3, 5)) for s in swatches
    }
    assert own.zenith != plain.zenith
    assert sum(own.horizon) > sum(own.zenith)
    assert plan(swatches=swatches).swatches == swatches


@pytest.mark.parametrize("name", ["concept", "becoming"])
def test_a_form_offers_every_concept(name: str) -> None:
    from generation.registry import card

    parameter = card("painter").parameter(name)
    assert isinstance(parameter, Choice)
    assert {option.value for option in CONCEPTS} <= set(parameter.values)
