"""dagpb
a node, encoded           -> links before data, and the same node decoded
any bytes                 -> a node or NodeUnreadable, nothing else
sizes that disagree, cut fields, unknown kinds, CIDv0 links -> NodeUnreadable
"""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.adapters.ipfs import dagpb
from marketplace.adapters.ipfs.cid import DAG_PB, RAW, Cid
from marketplace.adapters.ipfs.dagpb import Kind, Link, Node
from marketplace.adapters.ipfs.error import NodeUnreadable

sizes = st.integers(0, 1 << 50)
links = st.builds(
    Link,
    st.builds(Cid, st.sampled_from([RAW, DAG_PB]), st.binary(min_size=32, max_size=32)),
    st.text(max_size=20),
    sizes,
)
folders = st.builds(Node, st.just(Kind.FOLDER), st.lists(links, max_size=5).map(tuple))


@st.composite
def files(draw: st.DrawFn) -> Node:
    parts = draw(st.lists(st.tuples(links, sizes), max_size=5))
    below = tuple(size for _, size in parts)
    return Node(Kind.FILE, tuple(link for link, _ in parts), below, file_size=sum(below))


@given(st.one_of(folders, files()))
def test_a_node_and_back(node: Node) -> None:
    assert dagpb.decode(dagpb.encode(node)) == node


def test_links_stand_before_data() -> None:
    link = Link(Cid.of(b"hello world"), "a", 11)
    assert dagpb.encode(Node(Kind.FOLDER, (link,))).hex() == (
        "122b0a2401551220b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
        "120161180b0a020801"
    )


@given(st.binary(max_size=200))
def test_any_bytes_are_a_node_or_refused(block: bytes) -> None:
    with suppress(NodeUnreadable):
        assert dagpb.decode(block).kind in (Kind.RAW, Kind.FOLDER, Kind.FILE)


@given(files(), st.data())
def test_a_cut_node_is_refused_or_smaller(node: Node, data: st.DataObject) -> None:
    block = dagpb.encode(node)
    cut = block[: data.draw(st.integers(0, len(block) - 1))]
    with pytest.raises(NodeUnreadable):
        dagpb.decode(cut)


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (b"", "without UnixFS data"),
        (b"\x0a\x02\x08\x05", "kind 5"),
        (b"\x0a\x02\x08\x04", "kind 4"),
        (b"\x0a\x04\x08\x02\x18\x07", "says 7 bytes, its parts have 0"),
        (b"\x0a\x04\x08\x02\x20\x07", "parts"),
        (b"\x12\x24\x0a\x22\x12\x20" + bytes(32) + b"\x0a\x02\x08\x01", "CIDv0"),
        (b"\x0a\x7f\x08\x01", "is cut"),
        (b"\xff" * 20, "too large"),
        (b"\x09\x00", "wire type 1"),
    ],
)
def test_a_malformed_node_is_refused_with_its_fault(block: bytes, fault: str) -> None:
    with pytest.raises(NodeUnreadable, match=fault):
        dagpb.decode(block)
