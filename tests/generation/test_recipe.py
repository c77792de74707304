"""recipe
the same choices             -> the same canonical bytes and digest, in whatever order they came
canonical form               -> sorted, without blanks, UTF-8, what RFC 8785 prescribes
digest                       -> SHA-256 of those bytes; golden
read back                    -> the same recipe
pickled                      -> the same recipe
parameters                   -> cannot be changed afterwards
compose                      -> fills in defaults, newest version, this machine's fingerprint
"""

from __future__ import annotations

import hashlib
import json
import pickle
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation import Recipe, compose, parse
from generation.check import MOST_SEED
from generation.network import shipped
from generation.painter.card import CARD
from generation.recipe import canonical_json

FIXED = {
    "format": 1,
    "engine": "painter",
    "engine_version": "2",
    "weights": list(CARD.weights),
    "parameters": {
        "size": 512,
        "concept": "cloud",
        "becoming": "flower",
        "position": 600,
        "palette": "dawn",
        "light": "auto",
        "layout": "centred",
        "style": "impasto",
        "style_vector": [],
        "swatches": ["#1a2b3c"],
        "inner": [],
    },
    "prompt": "Auf Flügeln des Gesanges 歌の翼に",
    "seed": 1834,
    "parents": ["bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"],
    "fingerprint": {"torch": "2.13.0+cpu", "numpy": "2.4.6", "device": "cpu"},
}

seeds = st.integers(0, MOST_SEED)
choices = st.fixed_dictionaries(
    {
        "position": st.integers(0, 1000),
        "palette": st.sampled_from(["dawn", "noon", "dusk", "lagoon", "rose", "jade"]),
        "size": st.integers(8, 32).map(lambda step: step * 64),
    }
)
prompts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), max_size=80
).map(str.strip)


def test_canonical_form_is_sorted_dense_utf8() -> None:
    assert (
        parse(FIXED).canonical()
        == (
            '{"engine":"painter","engine_version":"2","fingerprint":{"device":"cpu","numpy":"2.4.6",'
            '"torch":"2.13.0+cpu"},"format":1,"parameters":{"becoming":"flower","concept":"cloud",'
            '"inner":[],"layout":"centred","light":"auto","palette":"dawn","position":600,"size":512,'
            '"style":"impasto","style_vector":[],"swatches":["#1a2b3c"]},'
            '"parents":["bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"],'
            '"prompt":"Auf Flügeln des Gesanges 歌の翼に","seed":1834,"weights":['
            + ",".join(f'"{sha256}"' for sha256 in CARD.weights)
            + "]}"
        ).encode()
    )


def test_digest_is_golden() -> None:
    golden = "ae963d5ab24a5ec3f26c5aa6a21f93595bc46a4e6aa39d3dd21a9491649c676d"
    assert replace(parse(FIXED), weights=()).digest == golden  # whatever was trained since


def test_digest_is_sha256_of_the_canonical_bytes() -> None:
    recipe = parse(FIXED)
    assert recipe.digest == hashlib.sha256(recipe.canonical()).hexdigest()


def test_order_of_fields_does_not_matter() -> None:
    turned = dict(reversed(FIXED.items()))
    turned["parameters"] = dict(reversed(FIXED["parameters"].items()))
    assert parse(turned).digest == parse(FIXED).digest


def test_control_characters_are_escaped_as_rfc_8785_says() -> None:
    assert (
        canonical_json('\u0008\t\n\u000b"\\/é\u007f') == b'"\\b\\t\\n\\u000b\\"\\\\/\xc3\xa9\x7f"'
    )


@given(seed=seeds, chosen=choices, prompt=prompts)
def test_read_back_is_the_same(seed: int, chosen: dict[str, Any], prompt: str) -> None:
    recipe = compose("painter", chosen, seed=seed, prompt=prompt)
    again = parse(recipe.canonical())
    assert again == recipe
    assert again.digest == recipe.digest
    assert parse(json.loads(recipe.canonical())) == recipe


@given(one=st.tuples(seeds, choices), other=st.tuples(seeds, choices))
def test_digests_are_equal_only_for_equal_recipes(one: Any, other: Any) -> None:
    a, b = (compose("painter", chosen, seed=seed) for seed, chosen in (one, other))
    assert (a.digest == b.digest) == (a == b) == (one == other)


def test_pickled_is_the_same() -> None:
    recipe = parse(FIXED)
    assert pickle.loads(pickle.dumps(recipe)) == recipe  # noqa: S301


def test_parameters_cannot_be_changed() -> None:
    recipe = parse(FIXED)
    with pytest.raises(TypeError):
        recipe.parameters["seed"] = 2


def test_the_source_can_change_without_changing_the_recipe() -> None:
    source = {**FIXED, "parameters": dict(FIXED["parameters"])}
    recipe = parse(source)
    source["parameters"]["size"] = 2048
    assert recipe.parameters["size"] == 512


def test_recipes_serve_as_keys() -> None:
    assert len({parse(FIXED), parse(FIXED), parse({**FIXED, "seed": 2})}) == 2


def test_compose_fills_in_what_is_not_chosen() -> None:
    recipe = compose("painter", {"position": 250}, seed=3)
    assert isinstance(recipe, Recipe)
    assert dict(recipe.parameters) == {
        "concept": "auto",
        "becoming": "auto",
        "position": 250,
        "palette": "auto",
        "light": "auto",
        "layout": "auto",
        "style": "auto",
        "size": 1024,
        "style_vector": (),
        "swatches": (),
        "inner": (),
    }
    assert (recipe.engine_version, recipe.weights, recipe.parents) == ("3", CARD.weights, ())


def test_compose_records_this_machine() -> None:
    fingerprint = compose("painter", {}, seed=3).fingerprint
    assert fingerprint["device"] == "cpu"
    assert fingerprint["torch"] == version("torch")
    assert fingerprint["skia-python"] == version("skia-python")
    assert fingerprint["lexicon"] == shipped.lexicon()


def test_a_lexicon_is_named_by_all_its_files(tmp_path: Path) -> None:
    def named(**files: str) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, content in files.items():
            (folder / f"{name}.toml").write_text(content)
        return shipped.lexicon(folder)

    one = named(mood="calm = 1", trait="")
    assert one == named(trait="", mood="calm = 1")
    assert len({one, named(mood="calm = 2", trait=""), named(mood="", trait="calm = 1")}) == 3


def test_compose_composes_the_prompts_characters() -> None:
    assert compose("painter", {}, seed=3, prompt=" Flu\u0308gel\r\n ").prompt == "Flügel"
