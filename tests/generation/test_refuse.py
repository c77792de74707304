"""a would-be recipe
no JSON, no object, too long, a name twice    -> NotJson, which says why
a field too many or too few                   -> UnknownField, MissingField
another type, a bool for a number, a float    -> WrongType
out of its range, off its steps               -> ValueOutOfRange, with what is allowed
no such engine or version                     -> UnknownEngine, with what there is
several faults                                -> all of them, together
whatever bytes                                -> a recipe or RecipeRefused, nothing else
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation import compose, parse
from generation.check import MOST_BYTES, MOST_SEED
from generation.errors import (
    MissingField,
    NotJson,
    RecipeError,
    RecipeRefused,
    UnknownEngine,
    UnknownField,
    ValueOutOfRange,
    WrongType,
)
from generation.painter.card import CARD

CID = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"
DIGEST = "ab" * 32
OTHER_CIDS = [CID[:-1] + letter for letter in "abcdefghijklmnopq"]


def good() -> dict[str, Any]:
    return compose("painter", {"size": 512}, seed=7).as_dict()


def faults(content: Any) -> list[RecipeError]:
    with pytest.raises(RecipeRefused) as refused:
        parse(content)
    return list(refused.value.problems)


def only_fault(**changes: Any) -> RecipeError:
    found = faults({**good(), **changes})
    assert len(found) == 1
    return found[0]


def test_the_unchanged_one_is_accepted() -> None:
    assert parse(good()).seed == 7


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"", "Expecting value"),
        (b'{"seed":', "Expecting value"),
        (b"\xff\xfe", "decode"),
        (b"[]", "list"),
        (b"7", "int"),
        (b'{"seed":1,"seed":2}', "'seed' occurs twice"),
        (b'{"parameters":{"size":512,"size":1024}}', "'size' occurs twice"),
        (b"[" * 40_000, "recursion"),
        (b" " * (MOST_BYTES + 1), str(MOST_BYTES)),
        (b'{"seed":' + b"9" * 5000 + b"}", "digits"),
    ],
)
def test_no_json_object_is_refused(source: bytes, why: str) -> None:
    (fault,) = faults(source)
    assert isinstance(fault, NotJson)
    assert why in str(fault)


def test_unknown_field_is_named() -> None:
    fault = only_fault(mood="calm")
    assert isinstance(fault, UnknownField)
    assert (fault.field, fault.value) == ("mood", "calm")


@pytest.mark.parametrize("name", list(good()))
def test_missing_field_is_named(name: str) -> None:
    content = good()
    del content[name]
    assert name in [fault.field for fault in faults(content) if isinstance(fault, MissingField)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("format", True),
        ("format", 1.0),
        ("format", "1"),
        ("engine", 1),
        ("engine_version", 1),
        ("weights", "none"),
        ("weights", [1]),
        ("parameters", []),
        ("prompt", None),
        ("seed", True),
        ("seed", 7.0),
        ("seed", "7"),
        ("seed", None),
        ("parents", CID),
        ("parents", [None]),
        ("fingerprint", "cpu"),
        ("fingerprint", {"torch": 2}),
    ],
)
def test_another_type_is_refused(field: str, value: Any) -> None:
    found = faults({**good(), field: value})
    assert any(isinstance(f, WrongType) and f.field.startswith(field) for f in found)


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("format", 2, "1, the format"),
        ("seed", -1, f"from 0 to {MOST_SEED}"),
        ("seed", MOST_SEED + 1, f"from 0 to {MOST_SEED}"),
        ("prompt", "x" * 501, "at most 500"),
        ("prompt", "nul\0", "control characters"),
        ("prompt", "lone \ud800", "control characters"),
        ("prompt", "left \u202e right", "control characters"),
        ("prompt", "Flu\u0308gel", "normal form"),
        ("prompt", " edge", "normal form"),
        ("weights", [DIGEST], CARD.weights[0]),
        ("weights", ["AB" * 32], "0-9a-f"),
        ("parents", ["Qm" + "a" * 44], "a-z2-7"),
        ("parents", [CID, CID], "different"),
        ("parents", OTHER_CIDS, "at most 16"),
        ("engine_version", "", "form"),
        ("fingerprint", {"Torch": "2"}, "form"),
        ("fingerprint", {"torch": "two\nlines"}, "form"),
        ("fingerprint", {f"n{i}": "1" for i in range(41)}, "at most 40"),
    ],
)
def test_out_of_range_is_refused_with_what_is_allowed(field: str, value: Any, allowed: str) -> None:
    found = [f for f in faults({**good(), field: value}) if isinstance(f, ValueOutOfRange)]
    assert [allowed in str(fault) for fault in found] == [True]


@pytest.mark.parametrize(
    ("parameter", "value", "kind"),
    [
        ("size", 511, ValueOutOfRange),
        ("size", 513, ValueOutOfRange),
        ("size", 4160, ValueOutOfRange),
        ("size", True, WrongType),
        ("size", 512.0, WrongType),
        ("position", -1, ValueOutOfRange),
        ("position", 1001, ValueOutOfRange),
        ("palette", "mud", ValueOutOfRange),
        ("palette", 3, WrongType),
        ("palette", ["dawn"], WrongType),
        ("becoming", "gold", ValueOutOfRange),
        ("sparkle", 1, UnknownField),
    ],
)
def test_a_parameter_is_checked_against_its_card(
    parameter: Any, value: Any, kind: type[RecipeError]
) -> None:
    content = good()
    content["parameters"][parameter] = value
    (fault,) = faults(content)
    assert isinstance(fault, kind)
    assert fault.field == f"parameters.{parameter}"
    assert repr(value) in str(fault) or kind is UnknownField


def test_a_missing_parameter_is_named() -> None:
    content = good()
    del content["parameters"]["palette"]
    (fault,) = faults(content)
    assert isinstance(fault, MissingField)
    assert fault.field == "parameters.palette"


@pytest.mark.parametrize("change", [{"engine": "sculptor"}, {"engine_version": "99"}])
def test_an_engine_that_is_not_here_is_refused_with_those_that_are(change: dict[str, Any]) -> None:
    fault = only_fault(**change)
    assert isinstance(fault, UnknownEngine)
    assert "painter 2" in str(fault)


def test_composing_for_an_unknown_engine_is_refused() -> None:
    with pytest.raises(RecipeRefused, match="sculptor"):
        compose("sculptor", {}, seed=1)


def test_all_faults_are_reported_together() -> None:
    content = {**good(), "seed": -1, "prompt": 5, "mood": "calm"}
    content["parameters"]["size"] = 1
    del content["parents"]
    fields = [fault.field for fault in faults(content)]
    assert sorted(fields) == ["mood", "parameters.size", "parents", "prompt", "seed"]


def test_a_long_value_is_cut_in_the_message() -> None:
    assert len(str(only_fault(prompt="x" * 5000))) < 200


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_cleanly(source: bytes) -> None:
    with pytest.raises(RecipeRefused):
        parse(source)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(field=st.sampled_from(list(good())), value=json_values)
def test_any_value_of_a_field_is_taken_exactly_or_refused(field: str, value: Any) -> None:
    try:
        recipe = parse({**good(), field: value})
    except RecipeRefused:
        return
    assert json.loads(recipe.canonical())[field] == value
    assert type(recipe.as_dict()[field]) is type(value)
