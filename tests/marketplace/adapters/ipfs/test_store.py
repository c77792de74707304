"""store, the same for the embedded one and for a real node
a file, a block, a folder   -> read back under the CID computed without a store
added twice                 -> the same CID
not added                   -> has() is false, reading is BlockMissing
a block over 1 MiB          -> ContentTooLarge
content larger than a batch -> read back
"""

import hashlib
import io
import random

import pytest

from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.adapters.ipfs.error import BlockMissing, ContentTooLarge, NameInvalid, PathMissing
from marketplace.adapters.ipfs.unixfs import cid_of
from marketplace.ports import Store

MIB = 1 << 20
ABSENT = Cid.of(b"nobody ever added this")


def noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@pytest.mark.parametrize("size", [0, 1, MIB, MIB + 1, 3 * MIB + 5])
def test_a_file_is_read_back(store: Store, size: int) -> None:
    content = noise(size)
    cid = store.add(content)
    assert cid == cid_of(content)
    assert store.read(cid) == content


def test_more_than_one_batch_is_read_back(store: Store) -> None:
    content = noise(70 * MIB)
    cid = store.add(io.BytesIO(content))
    assert hashlib.sha256(store.read(cid)).digest() == hashlib.sha256(content).digest()


def test_a_block_bears_the_plain_digest(store: Store) -> None:
    cid = store.add_block(b'{"name":"On Wings of Song"}')
    assert cid.codec == RAW
    assert cid.digest == hashlib.sha256(b'{"name":"On Wings of Song"}').digest()
    assert store.block(cid) == b'{"name":"On Wings of Song"}'


def test_a_folder_is_read_back_by_path(store: Store) -> None:
    cid = store.add_folder({"statement.txt": b"I paint.", "samples/1.webp": b"RIFF", "empty": b""})
    assert store.read(cid, "statement.txt") == b"I paint."
    assert store.read(cid, "samples/1.webp") == b"RIFF"
    assert store.read(cid, "empty") == b""


def test_a_folder_lacks_what_was_not_put_in(store: Store) -> None:
    cid = store.add_folder({"a": b"1"})
    with pytest.raises(PathMissing):
        store.read(cid, "b")


def test_adding_again_changes_nothing(store: Store) -> None:
    assert store.add(b"twice") == store.add(b"twice")


def test_what_was_added_is_there(store: Store) -> None:
    assert store.has(store.add(b"there"))


def test_what_was_not_added_is_not(store: Store) -> None:
    assert not store.has(ABSENT)


def test_reading_what_was_not_added_is_refused(store: Store) -> None:
    with pytest.raises(BlockMissing, match=str(ABSENT)):
        store.block(ABSENT)


def test_a_block_beyond_its_bound_is_refused(store: Store) -> None:
    with pytest.raises(ContentTooLarge):
        store.add_block(bytes(MIB + 1))


def test_a_hostile_name_is_refused_and_nothing_kept(store: Store) -> None:
    with pytest.raises(NameInvalid):
        store.add_folder({"kept/not": b"innocent, but together with", "../../escape": b"x"})
    assert not store.has(Cid.of(b"innocent, but together with"))
