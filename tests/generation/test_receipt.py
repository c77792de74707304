"""receipt
of a work                -> canonical JSON that reads back the same; golden names
a field too many or few, of another type or form -> ReceiptRefused, all of them together
a faulty recipe inside   -> its faults, named from the receipt
too long, no JSON        -> ReceiptRefused, which says why
any bytes                -> a receipt or ReceiptRefused, nothing else
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation import compose, receipt
from generation.artefact import Artefact
from generation.errors import MissingField, ReceiptRefused, RecipeError
from generation.receipt import MOST_BYTES
from generation.recipe import canonical_json

DIGESTS = ("aa" * 32, "bb" * 32, "cc" * 32)
ARTEFACT = Artefact(
    content=b"",
    media_type="image/png",
    facts={"width": 512, "height": 512},
    sha256=DIGESTS[0],
    sample_sha256=DIGESTS[1],
    plan_sha256=DIGESTS[2],
    environment={"device": "cpu", "numpy": "2.4.6"},
)


def good() -> dict[str, Any]:
    return receipt.of(compose("painter", {"size": 512}, seed=7), ARTEFACT).as_dict()


def faults(content: Any) -> list[RecipeError]:
    with pytest.raises(ReceiptRefused) as refused:
        receipt.parse(content)
    return list(refused.value.problems)


def test_a_receipt_reads_back_the_same() -> None:
    stated = receipt.of(compose("painter", {"size": 512}, seed=7), ARTEFACT)
    assert receipt.parse(stated.canonical()) == stated
    assert receipt.parse(json.loads(stated.canonical())).canonical() == stated.canonical()
    assert stated.canonical() == canonical_json(stated.as_dict())


def test_its_words_are_those_of_the_metadata() -> None:
    content = good()
    assert list(content) == [*receipt.FIELDS, receipt.PROVENANCE]
    assert content["plan_sha256"] == DIGESTS[2]
    assert content["artefact"] == {
        "width": 512,
        "height": 512,
        "media_type": "image/png",
        "sha256": DIGESTS[0],
        "pixel_sha256": DIGESTS[1],
    }
    assert (content["promise"], content["provenance"]) == ("B", "rerunnable")


def test_older_receipts_do_not_say_their_provenance() -> None:
    content = good()
    del content["provenance"]
    assert receipt.parse(content).provenance == "rerunnable"


@pytest.mark.parametrize("word", ["attested", "submitted", 1, None])
def test_a_provenance_that_its_engine_does_not_have_is_refused(word: object) -> None:
    with pytest.raises(ReceiptRefused, match="provenance: "):
        receipt.parse(good() | {"provenance": word})


@pytest.mark.parametrize("name", list(receipt.FIELDS))
def test_a_missing_field_is_named(name: str) -> None:
    content = good()
    del content[name]
    assert [type(f) for f in faults(content) if f.field == name] == [MissingField]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"mood": 1}, "mood"),
        ({"format": 2}, "format"),
        ({"format": True}, "format"),
        ({"recipe": 5}, "recipe"),
        ({"plan_sha256": "AA" * 32}, "plan_sha256"),
        ({"plan_sha256": 5}, "plan_sha256"),
        ({"artefact": []}, "artefact"),
        ({"environment": {"Torch": "2"}}, "environment['Torch']"),
        ({"environment": 5}, "environment"),
        ({"promise": "A"}, "promise"),
        ({"promise": []}, "promise"),
    ],
)
def test_a_wrong_field_is_named(changes: dict[str, Any], field: str) -> None:
    assert [fault.field for fault in faults({**good(), **changes})] == [field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sha256": "x"}, "artefact.sha256"),
        ({"pixel_sha256": None}, "artefact.pixel_sha256"),
        ({"media_type": "picture"}, "artefact.media_type"),
        ({"width": -1}, "artefact.width"),
        ({"width": 1.5}, "artefact.width"),
        ({"sample_sha256": "aa" * 32}, "artefact.sample_sha256"),
        ({"a" * 50: 1}, f"artefact['{'a' * 50}']"),
    ],
)
def test_a_wrong_fact_of_the_artefact_is_named(changes: dict[str, Any], field: str) -> None:
    content = good()
    content["artefact"].update(changes)
    assert [fault.field for fault in faults(content)] == [field]


def test_too_many_facts_are_refused() -> None:
    content = good()
    content["artefact"].update({f"fact{i}": i for i in range(40)})
    assert [fault.field for fault in faults(content)] == ["artefact"]


def test_all_faults_come_together_the_recipes_included() -> None:
    content = good()
    content["recipe"] |= {"seed": -1}
    content["recipe"]["parameters"]["size"] = 5
    del content["artefact"]["sha256"]
    fields = {fault.field for fault in faults({**content, "promise": "Z"})}
    assert fields == {"recipe.seed", "recipe.parameters.size", "artefact.sha256", "promise"}


@pytest.mark.parametrize(
    "source", [b"{", b"[]", b" " * (MOST_BYTES + 1), b'{"format":1,"format":1}']
)
def test_no_json_object_is_refused(source: bytes) -> None:
    (fault,) = faults(source)
    assert str(fault).startswith("the receipt is not a JSON object")


@given(st.sampled_from([*receipt.FIELDS, "artefact.sha256", "artefact.width"]), st.data())
def test_any_value_is_taken_or_refused(name: str, data: st.DataObject) -> None:
    value = data.draw(
        st.none()
        | st.integers()
        | st.text()
        | st.lists(st.integers())
        | st.dictionaries(st.text(), st.text())
    )
    content, (field, _, below) = good(), name.partition(".")
    (content[field] if below else content)[below or field] = value
    try:
        assert receipt.parse(content).as_dict() == content
    except ReceiptRefused as refused:
        assert refused.problems  # noqa: PT017
