"""tree
a file in any range        -> those bytes, from no more blocks than needed
a path                     -> the CIDs of its steps, or PathMissing
a walk                     -> every block once, parents first
sizes that lie, a folder read as a file, depth without end -> NodeUnreadable
beyond the reading limit   -> ContentTooLarge, before anything is read
"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.adapters.ipfs import dagpb, tree
from marketplace.adapters.ipfs.cid import DAG_PB, Cid
from marketplace.adapters.ipfs.dagpb import Kind, Link, Node
from marketplace.adapters.ipfs.error import ContentTooLarge, NodeUnreadable, PathMissing
from marketplace.adapters.ipfs.unixfs import Profile, file, folder

SMALL = Profile(chunk_size=16, width=3, folder_size=256 << 10)
FOLDER = {"a.txt": b"alpha", "deep/er/b.txt": b"beta", "deep/c": b"gamma" * 10}


class Shelf(dict[Cid, bytes]):
    """Blocks in memory, which counts what is taken."""

    taken = 0

    def fetch(self, cid: Cid) -> bytes:
        self.taken += 1
        return self[cid]

    def add_file(self, content: bytes) -> Cid:
        for block in file(content, SMALL):
            self[block.cid] = bytes(block.content)
        return block.cid

    def add_folder(self, files: dict[str, bytes]) -> Cid:
        for block in folder(files, SMALL):
            self[block.cid] = bytes(block.content)
        return block.cid

    def add_node(self, node: Node) -> Cid:
        block = dagpb.encode(node)
        cid = Cid.of(block, DAG_PB)
        self[cid] = block
        return cid


@given(st.binary(max_size=1000), st.integers(0, 1100), st.integers(0, 1100))
def test_a_range_is_that_slice(content: bytes, start: int, stop: int) -> None:
    shelf = Shelf()
    cid = shelf.add_file(content)
    assert b"".join(tree.stream(shelf.fetch, cid, start, stop)) == content[start:stop]


@given(st.binary(max_size=1000))
def test_a_file_is_read_back_whole(content: bytes) -> None:
    shelf = Shelf()
    assert tree.read(shelf.fetch, shelf.add_file(content)) == content


def test_a_range_takes_only_the_blocks_it_needs() -> None:
    shelf = Shelf()
    cid = shelf.add_file(random.Random(1).randbytes(16 * 3**5))
    list(tree.stream(shelf.fetch, cid, 16 * 100, 16 * 101))
    assert shelf.taken == 6


def test_a_path_leads_through_folders() -> None:
    shelf = Shelf()
    root = shelf.add_folder(FOLDER)
    steps = tree.resolve(shelf.fetch, root, "deep/er/b.txt")
    assert tree.read(shelf.fetch, steps[-1]) == b"beta"
    assert len(steps) == 4


@pytest.mark.parametrize(
    "path", ["b", "..", "deep/../a.txt", "a.txt/more", "deep/er/b.txt/x", "A.TXT", "\0"]
)
def test_a_path_to_nowhere_is_refused(path: str) -> None:
    shelf = Shelf()
    root = shelf.add_folder(FOLDER)
    with pytest.raises(PathMissing):
        tree.resolve(shelf.fetch, root, path)


def test_a_walk_yields_every_block_once_and_parents_first() -> None:
    shelf = Shelf()
    root = shelf.add_folder({**FOLDER, "again/b.txt": b"beta"})
    blocks = list(tree.walk(shelf.fetch, root))
    assert blocks[0].cid == root
    assert sorted(block.cid for block in blocks) == sorted(shelf)


def test_a_parent_that_lies_about_sizes_is_refused() -> None:
    shelf = Shelf()
    leaf = shelf.add_file(b"four")
    liar = shelf.add_node(Node(Kind.FILE, (Link(leaf, "", 4),), (9,), file_size=9))
    with pytest.raises(NodeUnreadable, match="has 4 bytes, its parent says 9"):
        tree.read(shelf.fetch, liar)


def test_a_folder_is_not_a_file() -> None:
    shelf = Shelf()
    with pytest.raises(NodeUnreadable, match="is a folder"):
        tree.read(shelf.fetch, shelf.add_folder({}))


def test_depth_is_bounded() -> None:
    shelf = Shelf()
    cid = shelf.add_file(b"x")
    for _ in range(70):
        cid = shelf.add_node(Node(Kind.FILE, (Link(cid, "", 1),), (1,), file_size=1))
    with pytest.raises(NodeUnreadable, match="deeper than 64"):
        tree.read(shelf.fetch, cid)


def test_a_bomb_is_refused_by_its_size_alone() -> None:
    shelf = Shelf()
    cid, size = shelf.add_file(b"x" * 16), 16
    for _ in range(6):
        cid = shelf.add_node(
            Node(Kind.FILE, (Link(cid, "", size),) * 100, (size,) * 100, file_size=size * 100)
        )
        size *= 100
    with pytest.raises(ContentTooLarge):
        tree.read(shelf.fetch, cid)
    assert shelf.taken == 1


def test_parts_of_no_size_are_not_followed() -> None:
    shelf = Shelf()
    cid = shelf.add_file(b"")
    for _ in range(6):
        cid = shelf.add_node(Node(Kind.FILE, (Link(cid, "", 0),) * 100, (0,) * 100))
    assert tree.read(shelf.fetch, cid) == b""
    assert shelf.taken == 2
