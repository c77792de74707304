"""What the studio's form offers
a card                 -> every parameter in its look, its default chosen
many options           -> under their headings, none lost
stills                 -> of every style, layout and example; all together light
somebody's parameters  -> kept where the card allows them, else the default
names in Chinese       -> every concept has one to be found by, none stands under Other
what may change around a subject -> neither the subject nor what has one value
"""

from typing import Final

from generation import registry
from generation.schema import Choice
from marketplace.web import choice
from marketplace.web.asset import assets

CARD: Final = registry.card("painter")
MOST_BYTES: Final = 600_000


def field(name: str, **values: str) -> choice.FieldView:
    return next(one for one in choice.fields(CARD, values) if one.parameter.name == name)


def test_what_is_chosen_is_the_default_or_the_value_given() -> None:
    assert field("style").chosen.value == "auto"
    assert field("style", style="ink").chosen.value == "ink"


def test_every_kind_of_choice_has_its_look() -> None:
    looks = {one.parameter.name: one.look for one in choice.fields(CARD, {})}
    assert looks["concept"] == looks["becoming"] == "picker"
    assert looks["style"] == looks["layout"] == "pictures"
    assert looks["palette"] == looks["light"] == "swatches"
    assert looks["size"] == "range"
    assert looks["inner"] == "kept"


def test_headings_hold_all_options() -> None:
    concept = field("concept")
    grouped = [option for _, options in concept.groups for option in options]
    assert sorted(grouped, key=id) == sorted(concept.options, key=id)
    titles = [title for title, _ in concept.groups]
    assert titles[0] == ""
    assert len(titles) == len(set(titles)) > 3


def test_concepts_are_found_by_their_chinese_names_too() -> None:
    options = [option for option in field("concept").options if option.value != "auto"]
    assert all(option.also and option.group != "Other" for option in options)
    assert next(option.also for option in options if option.value == "boat")[0] == "船"


def test_there_is_a_picture_of_every_style_layout_and_example() -> None:
    for name in ("style", "layout"):
        unseen = [option.value for option in field(name).options if option.still is None]
        assert unseen == ["auto"], name
    assert all(example.still for example in choice.examples(CARD))


def test_pictures_to_choose_by_are_light() -> None:
    stills = [one for name, one in assets().items() if name.startswith("pictures/painter/")]
    assert sum(len(one.plain) for one in stills) < MOST_BYTES


def test_somebodys_parameters_are_kept_as_far_as_they_are_allowed() -> None:
    given = {"style": "ink", "size": 513, "swatches": ["#102030"], "palette": 7, "wind": "north"}
    kept = choice.kept(CARD, given)
    assert kept == {**CARD.defaults(), "style": "ink", "swatches": ("#102030",)}
    assert choice.kept(CARD, "nonsense") == CARD.defaults()


def test_what_changes_around_a_subject_is_no_subject() -> None:
    names = choice.surroundings(CARD).split("+")
    assert "style" in names
    assert not {"concept", "becoming"} & set(names)
    assert all(isinstance(CARD.parameter(name), Choice) for name in names)
