"""the lexicon
what the painter lets people choose    -> has words
a kind                                 -> names one thing, and a trait that it has
everything                             -> has words in both languages
one word                               -> means one thing of a kind
its characters                         -> simplified, and every traditional one is looked up
colours                                -> where OKLab says they are
"""

from __future__ import annotations

from typing import Any

import pytest

from generation.painter.card import AUTO, CARD
from generation.painter.concept.catalogue import ENTRIES
from generation.painter.concept.concept import concept
from generation.schema import Choice
from generation.words.colour import colours, oklab
from generation.words.fold import fold, is_han
from generation.words.lexicon import LOOKS, key, lexicon
from generation.words.source import entries, table


def test_the_painters_subjects_have_words() -> None:
    painted = {entry.name for entry in ENTRIES}
    assert painted <= set(table("lexicon/concept.toml"))


@pytest.mark.parametrize("kind", LOOKS)
def test_every_look_of_the_painter_has_words(kind: str) -> None:
    choice = CARD.parameter(kind)
    assert isinstance(choice, Choice)
    assert set(table("lexicon/look.toml")[kind]) == {*choice.values} - {AUTO}


def test_a_kind_names_a_thing_and_a_trait_of_it() -> None:
    for name, traits in table("lexicon/kind.toml").items():
        assert set(traits) <= {trait.name for trait in concept(name).traits}
        for entry in (e for kinds in traits.values() for kind in kinds for e in _words(kind)):
            meant = {s.meaning for s in lexicon().senses[key(entry)] if s.kind == "concept"}
            assert meant == {name}, entry


def _words(kind: dict[str, Any]) -> list[str]:
    return [*entries(kind["en"]), *entries(kind["zh"])]


def test_everything_has_words_in_both_languages() -> None:
    look = table("lexicon/look.toml")
    groups = (table("lexicon/concept.toml"), *look.values(), table("lexicon/colour.toml"))
    lacking = [
        name
        for group in (*groups, table("lexicon/mood.toml"))
        for name, words in group.items()
        if not (entries(words["en"]) and entries(words["zh"]))
    ]
    assert lacking == []


def test_a_word_means_one_thing_of_a_kind() -> None:
    once = ("concept", *LOOKS, "colour", "mood")
    double = [
        entry
        for entry, senses in lexicon().senses.items()
        for kind in once
        if len({sense.meaning for sense in senses if sense.kind == kind}) > 1
    ]
    assert double == []


def test_there_are_many_entries() -> None:
    chinese = [entry for entry in lexicon().senses if is_han(entry[0])]
    assert len(chinese) > 1000
    assert len(lexicon().senses) - len(chinese) > 1000


def test_entries_are_in_simplified_characters() -> None:
    pairs = table("lexicon/traditional.toml")
    assert len(pairs["traditional"]) == len(pairs["simplified"])
    assert not set(pairs["traditional"]) & set(pairs["simplified"])
    assert fold("東方之珠，鳳凰").plain == "东方之珠,凤凰"


def test_colours_lie_where_oklab_has_them() -> None:
    assert len(colours()) >= 40
    assert oklab("#ffffff") == (10000, 0, 0)
    assert oklab("#000000") == (0, 0, 0)
    assert oklab("#ff0000") == (6280, 2249, 1258)  # Ottosson's own table
