"""generation.painter.leaning
no text               -> the dice decide as ever
an unknown concept    -> the dice decide
words and choices     -> hold against what leans
a text                -> the same figure in whatever size, palette, light and style
one of many           -> keeps something of its own
an inner point        -> decides without a word
a recipe without weights -> is planned by rules alone, as it was when it was made
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from generation.network import flow
from generation.network.vector import WIDTH, Leaning
from generation.painter import leaning
from generation.painter.arrange import arrange
from generation.painter.card import CARD, LEANT_BY, READ_BY
from generation.painter.plan import PainterPlan
from generation.recipe import compose, parse

INNER = tuple((at * 577) % 2001 - 1000 for at in range(WIDTH))


def plan(prompt: str, **wanted: object) -> PainterPlan:
    return arrange(compose("painter", wanted, seed=11, prompt=prompt))  # type: ignore[arg-type]


def test_without_a_text_the_dice_decide() -> None:
    assert leaning.leaning("", (), None, "grain") is None


def test_an_unknown_concept_is_the_rules_affair(monkeypatch: pytest.MonkeyPatch) -> None:
    assert leaning.leaning("a rose", (), "rose", "grain") is not None
    monkeypatch.setattr(leaning, "flow", lambda: replace(flow.flow(), concepts={"cloud": ()}))
    assert leaning.leaning("a rose", (), "rose", "grain") is None


def test_words_and_choices_hold() -> None:
    made = plan("a crescent moon in mist", palette="jade")
    assert {thing.concept for thing in made.subjects} == {"moon"}
    assert (made.light, made.palette) == ("mist", "jade")


@pytest.mark.parametrize(
    "other", [{"size": 2048}, {"palette": "ember"}, {"light": "storm"}, {"style": "ink"}]
)
def test_figures_stay_the_same(other: dict[str, object]) -> None:
    first, then = plan("a bold butterfly"), plan("a bold butterfly", **other)
    assert first.subjects == then.subjects
    assert first.layout == then.layout


def test_one_of_many_keeps_something() -> None:
    first, *_ = flow.flow().concepts["cat"]
    to = Leaning("cat", "dusk", "dusk", "ring", "sky", (1000,))
    assert leaning.leant({first: 200, "newer": 7}, to, True) == {first: 1000, "newer": 7}
    assert leaning.leant({first: 200, "newer": 7}, to, False) == {first: 800, "newer": 7}
    assert leaning.leant({first: 200}, None, True) == {first: 200}


def test_an_inner_point_decides() -> None:
    first, then = plan("", inner=INNER), plan("", inner=tuple(-x for x in INNER))
    assert first.subjects != then.subjects
    assert first.inner == INNER


def test_a_recipe_names_what_its_plan_hangs_on() -> None:
    assert CARD.weights == (READ_BY, LEANT_BY)
    assert compose("painter", {}, seed=1).weights == CARD.weights


def test_a_recipe_without_weights_is_planned_by_rules_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = compose("painter", {}, seed=11, prompt="a bold butterfly")
    older = parse({**newer.as_dict(), "weights": []})
    planned = arrange(older)
    assert planned.subjects != arrange(newer).subjects
    monkeypatch.setattr("generation.painter.arrange.leaning", lambda *_: None)
    assert planned == arrange(newer)
