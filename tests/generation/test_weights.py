"""weights
listed, of the listed digest          -> their arrays, as they were stored, and notes
kept                                  -> listed beside the others
one bit changed                       -> refused, with both digests
a name that is not listed             -> refused, with those that are
too large, no safetensors, a header out of bounds, another suffix -> refused, says which
a list that is no list of digests, or leaves its folder -> refused
"""

from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

from generation import weights
from generation.errors import WeightsRefused

ARRAYS = {
    "first": np.arange(12, dtype=np.float32).reshape(3, 4),
    "half": np.array([0.5, 1 / 3], np.float16),
    "steps": np.array([[1, -2]], np.int64),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, safetensors.numpy.save(ARRAYS))
    return tmp_path


def put(folder: Path, content: bytes, name: str = "flow", suffix: str = ".safetensors") -> Path:
    """Store a file of weights and list it by its true digest."""
    path = folder / f"{name}{suffix}"
    path.write_bytes(content)
    (folder / "weights.json").write_text(json.dumps({name: hashlib.sha256(content).hexdigest()}))
    return path


def test_listed_weights_are_read_as_stored(folder: Path) -> None:
    found = weights.load(folder, "flow")
    assert found.sha256 == weights.listed(folder)["flow"]
    assert found.arrays.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert found.arrays[name].dtype == array.dtype
        assert np.array_equal(found.arrays[name], array)


def test_kept_weights_are_listed_beside_others(folder: Path) -> None:
    before = weights.listed(folder)
    sha256 = weights.keep(folder, "newer", safetensors.numpy.save(ARRAYS, {"of": "words"}))
    assert weights.listed(folder) == {**before, "newer": sha256}
    assert weights.load(folder, "newer").notes == {"of": "words"}
    assert weights.load(folder, "flow").notes == {}


def test_a_changed_bit_is_refused(folder: Path) -> None:
    path = folder / "flow.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(WeightsRefused, match=hashlib.sha256(content).hexdigest()):
        weights.load(folder, "flow")


def test_a_name_that_is_not_listed_is_refused(folder: Path) -> None:
    with pytest.raises(WeightsRefused, match=r"no weights 'taste' in .*; there are flow"):
        weights.load(folder, "taste")


def test_a_file_that_is_gone_is_named(folder: Path) -> None:
    (folder / "flow.safetensors").unlink()
    with pytest.raises(WeightsRefused, match="cannot be read: No such file"):
        weights.load(folder, "flow")


def test_too_large_a_file_is_not_read(folder: Path) -> None:
    with pytest.raises(WeightsRefused, match="larger than 100 bytes"):
        weights.load(folder, "flow", most_bytes=100)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 7,
        (2**40).to_bytes(8, "little") + b"{}",
        (2).to_bytes(8, "little") + b"[]",
        (50).to_bytes(8, "little") + b'{"a":{"dtype":"F32","shape":[9],"data_offsets":[0,4]}}',
        pickle.dumps(ARRAYS),
    ],
    ids=["empty", "short", "header beyond the end", "no object", "odd offsets", "pickle"],
)
def test_what_is_no_safetensors_is_refused(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)
    with pytest.raises(WeightsRefused, match="safetensors"):
        weights.load(tmp_path, "flow")


def test_another_suffix_is_refused_unread(tmp_path: Path) -> None:
    path = put(tmp_path, pickle.dumps(ARRAYS), suffix=".pt")
    with pytest.raises(WeightsRefused, match="can run code"):
        weights.read(path, weights.listed(tmp_path)["flow"])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "no readable list"),
        ("[]", "holds a list"),
        ('{"flow": 5}', "the digest 5"),
        ('{"flow": "AB"}', "the digest 'AB'"),
        (json.dumps({"../flow": "ab" * 32}), "no plain name"),
    ],
)
def test_a_faulty_list_is_refused(tmp_path: Path, content: str, why: str) -> None:
    (tmp_path / "weights.json").write_text(content)
    with pytest.raises(WeightsRefused, match=why):
        weights.listed(tmp_path)
