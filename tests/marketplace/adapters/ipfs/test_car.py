"""car
an archive                 -> read back, and read by the reference implementation
ended after a block        -> those before it
cut within a frame         -> CarUnreadable
another byte in a block    -> CarUnreadable
a frame without end        -> CarUnreadable before it is taken in
"""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.adapters.ipfs import car
from marketplace.adapters.ipfs.error import CarUnreadable
from marketplace.adapters.ipfs.unixfs import Block, folder

from .conftest import Reference

BLOCKS = [
    Block(block.cid, bytes(block.content))
    for block in folder({"a": b"alpha", "b/c": b"x" * 5000, "b/empty": b""})
]
ROOT = BLOCKS[-1].cid
ARCHIVE = b"".join(car.write(ROOT, BLOCKS))
ENDS = list(itertools.accumulate(map(len, car.write(ROOT, BLOCKS))))


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


@given(st.integers(1, 6000))
def test_an_archive_is_read_back_in_whatever_pieces_it_comes(size: int) -> None:
    assert list(car.read(pieces(ARCHIVE, size))) == BLOCKS


@pytest.mark.ipfs_node
def test_the_reference_reads_it(reference: Reference) -> None:
    assert reference("car.js", ARCHIVE) == {
        "version": 1,
        "roots": [str(ROOT)],
        "cids": [str(block.cid) for block in BLOCKS],
    }


@given(st.integers(0, len(BLOCKS)))
def test_an_archive_may_end_after_any_block(count: int) -> None:
    assert list(car.read([ARCHIVE[: ENDS[count]]])) == BLOCKS[:count]


@given(st.integers(1, len(ARCHIVE)).filter(lambda at: at not in ENDS))
def test_an_archive_cut_within_a_frame_is_refused(at: int) -> None:
    with pytest.raises(CarUnreadable, match="is cut"):
        list(car.read([ARCHIVE[:at]]))


def test_nothing_is_no_archive() -> None:
    with pytest.raises(CarUnreadable, match="empty"):
        list(car.read([]))


def test_a_changed_byte_is_refused() -> None:
    with pytest.raises(CarUnreadable, match="other bytes under"):
        list(car.read([ARCHIVE.replace(b"alpha", b"alphb")]))


def test_a_frame_beyond_the_limit_is_refused_at_its_size() -> None:
    endless = itertools.chain(
        [car.header(bytes(ROOT)), b"\xff\xff\xff\x0f"], itertools.repeat(b"0")
    )
    with pytest.raises(CarUnreadable, match="a frame of"):
        list(car.read(endless))


def test_a_size_without_end_is_refused() -> None:
    with pytest.raises(CarUnreadable, match="does not end"):
        list(car.read([b"\xff" * 6]))
