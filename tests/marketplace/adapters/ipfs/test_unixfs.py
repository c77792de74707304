"""unixfs
known files and folders   -> their known CIDs
any sizes, any names      -> the CIDs of the reference implementation
bytes or a stream         -> the same CID
bad names                 -> NameInvalid
too many entries          -> ContentTooLarge
"""

import io
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.adapters.ipfs.error import ContentTooLarge, NameInvalid
from marketplace.adapters.ipfs.unixfs import UNIXFS_V1_2025, Profile, cid_of, file, folder

from .conftest import Reference

SMALL = Profile(chunk_size=16, width=4, folder_size=256 << 10)
MIB = 1 << 20

FILES = [0, 1, 15, 16, 17, 32, 64, 65, 16 * 16, 16 * 16 + 1, 16 * 64, 16 * 64 + 1, 5000]
FOLDERS = [
    {"a.txt": b"alpha"},
    {"image.png": b"\x89PNG", "metadata.json": b"{}", "samples/01.webp": b"RIFF"},
    {"b": b"", "a": b"", "B": b"", "ä": b"", "a b": b"", "c/deep/er": b"x", "😀": b"y", "z": b"z"},
    {"big": bytes(range(256)) * 10, "nested/big": bytes(range(256)) * 11},
    {f"{number:04d}": str(number).encode() for number in range(1500)},
]


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def folder_cid(files: dict[str, bytes]) -> str:
    *_, root = (str(block.cid) for block in folder(files))
    return root


def on_disk(at: Path, contents: dict[str, bytes]) -> dict[str, str]:
    at.mkdir()
    paths = {path: at / str(number) for number, path in enumerate(contents)}
    for path, content in contents.items():
        paths[path].write_bytes(content)
    return {path: str(file) for path, file in paths.items()}


@pytest.mark.parametrize(
    ("content", "cid"),
    [
        (b"", "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"),
        (b"hello world", "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"),
    ],
)
def test_known_files(content: bytes, cid: str) -> None:
    assert str(cid_of(content)) == cid


def test_the_empty_folder() -> None:
    assert folder_cid({}) == "bafybeiczsscdsbs7ffqz55asqdf3smv6klcw3gofszvwlyarci47bgf354"


@pytest.mark.ipfs_node
def test_small_trees_are_those_of_the_reference(reference: Reference, tmp_path: Path) -> None:
    contents = {str(size): noise(size) for size in FILES}
    paths = on_disk(tmp_path / "files", contents)
    asked = [
        {"chunk": SMALL.chunk_size, "width": SMALL.width, "files": {"": paths[str(size)]}}
        for size in FILES
    ]
    ours = [str(cid_of(contents[str(size)], SMALL)) for size in FILES]
    assert reference("reference.js", json.dumps(asked).encode()) == ours


@pytest.mark.ipfs_node
def test_files_of_the_profile_are_those_of_the_reference(
    reference: Reference, tmp_path: Path
) -> None:
    sizes = [0, 1, MIB - 1, MIB, MIB + 1, 5 * MIB + 7]
    contents = {str(size): noise(size) for size in sizes}
    paths = on_disk(tmp_path / "files", contents)
    asked = [{"files": {"": paths[str(size)]}} for size in sizes]
    ours = [str(cid_of(contents[str(size)])) for size in sizes]
    assert reference("reference.js", json.dumps(asked).encode()) == ours


@pytest.mark.ipfs_node
def test_a_tree_wider_than_one_node_is_that_of_the_reference(
    reference: Reference, tmp_path: Path
) -> None:
    content = noise(64 * (UNIXFS_V1_2025.width * 2 + 3))
    paths = on_disk(tmp_path / "files", {"": content})
    asked = [{"chunk": 64, "width": UNIXFS_V1_2025.width, "files": paths}]
    profile = Profile(64, UNIXFS_V1_2025.width, UNIXFS_V1_2025.folder_size)
    assert reference("reference.js", json.dumps(asked).encode()) == [str(cid_of(content, profile))]


@pytest.mark.ipfs_node
def test_folders_are_those_of_the_reference(reference: Reference, tmp_path: Path) -> None:
    asked = [
        {"files": on_disk(tmp_path / str(number), files)} for number, files in enumerate(FOLDERS)
    ]
    ours = [folder_cid(files) for files in FOLDERS]
    assert reference("reference.js", json.dumps(asked).encode()) == ours


@given(st.binary(max_size=2000))
def test_a_stream_is_named_like_its_bytes(content: bytes) -> None:
    assert cid_of(io.BytesIO(content), SMALL) == cid_of(content, SMALL)


@given(st.binary(max_size=1500))
def test_every_block_bears_its_own_digest(content: bytes) -> None:
    for block in file(content, SMALL):
        assert type(block.cid).of(block.content, block.cid.codec) == block.cid


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.binary(max_size=4)))
def test_the_order_of_files_says_nothing(files: dict[str, bytes]) -> None:
    assert folder_cid(files) == folder_cid(dict(reversed(files.items())))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "..",
        "a/../../b",
        "nul\0",
        "\ud800",
        "x" * 256,
        "é" * 128,
        "/".join("d" * 65),
    ],
)
def test_hostile_names_are_refused(path: str) -> None:
    with pytest.raises(NameInvalid):
        list(folder({path: b""}))


@pytest.mark.parametrize("files", [{"a": b"", "a/b": b""}, {"a/b": b"", "a": b""}])
def test_a_name_is_a_file_or_a_folder(files: dict[str, bytes]) -> None:
    with pytest.raises(NameInvalid, match="file"):
        list(folder(files))


def test_a_folder_that_would_need_shards_is_refused() -> None:
    with pytest.raises(ContentTooLarge, match="group its files into folders"):
        list(folder({f"{number:0200d}": b"" for number in range(1100)}))
