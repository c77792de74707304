"""Read files and folders back from their blocks, whole, in ranges, or as the blocks themselves.

Every function takes `fetch`, which returns the verified bytes of a CID. What it returns may still
be hostile in shape, so sizes must agree between levels and depth is bounded.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias

from marketplace.adapters.ipfs import dagpb
from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.adapters.ipfs.dagpb import Kind, Node
from marketplace.adapters.ipfs.error import ContentTooLarge, NodeUnreadable, PathMissing
from marketplace.adapters.ipfs.unixfs import DEPTH_LIMIT, Block

READ_LIMIT: Final = 256 << 20

Fetch: TypeAlias = Callable[[Cid], bytes]


class Piece(NamedTuple):
    """A block on the way through a file, with the bytes of the file that it holds itself."""

    block: Block
    content: bytes


def node(cid: Cid, block: bytes) -> Node:
    """Say what a block is: raw bytes, a file's node or a folder."""
    if cid.codec == RAW:
        return Node(Kind.RAW, content=block, file_size=len(block))
    return dagpb.decode(block)


def resolve(fetch: Fetch, root: Cid, path: str = "") -> list[Cid]:
    """Follow a path through folders; return the CID of each step, the last being the target."""
    steps = [root]
    for name in filter(None, path.split("/")):
        folder = node(steps[-1], fetch(steps[-1]))
        found = [link.cid for link in folder.links if link.name == name]
        if folder.kind is not Kind.FOLDER or not found:
            raise PathMissing(f"{root} has nothing at {path[:200]!r}: no {name[:80]!r} there")
        steps.append(found[0])
    return steps


def read(fetch: Fetch, cid: Cid, limit: int = READ_LIMIT) -> bytes:
    """Return a whole file of bounded size."""
    size = node(cid, fetch(cid)).file_size
    if size > limit:
        raise ContentTooLarge(f"{cid} has {size} bytes, over {limit}; read it in ranges")
    return b"".join(stream(fetch, cid))


def stream(fetch: Fetch, cid: Cid, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
    """Yield the bytes `start` to `stop` of a file, block by block."""
    return (piece.content for piece in pieces(fetch, cid, start, stop) if piece.content)


def pieces(fetch: Fetch, root: Cid, start: int = 0, stop: int | None = None) -> Iterator[Piece]:
    """Yield the blocks of a file that a range needs, depth first."""
    stack: list[tuple[Cid, int, int | None, int]] = [(root, 0, None, 0)]
    while stack:
        cid, at, promised, depth = stack.pop()
        block = fetch(cid)
        part = node(cid, block)
        _check(cid, part, promised, depth)
        end = part.file_size if stop is None else stop
        stop = end
        yield Piece(Block(cid, block), part.content[max(0, start - at) : max(0, end - at)])
        at += len(part.content)
        below = []
        for link, size in zip(part.links, part.sizes, strict=True):
            if at < end and at + size > start and size:
                below.append((link.cid, at, size, depth + 1))
            at += size
        stack.extend(reversed(below))


def walk(fetch: Fetch, root: Cid) -> Iterator[Block]:
    """Yield every block below a root once, depth first."""
    stack, seen = [root], set[Cid]()
    while stack:
        cid = stack.pop()
        if cid in seen:
            continue
        seen.add(cid)
        block = fetch(cid)
        yield Block(cid, block)
        stack.extend(link.cid for link in reversed(node(cid, block).links))


def _check(cid: Cid, part: Node, promised: int | None, depth: int) -> None:
    if part.kind is Kind.FOLDER:
        raise NodeUnreadable(f"{cid} is a folder; name a file in it")
    if promised is not None and part.file_size != promised:
        raise NodeUnreadable(f"{cid} has {part.file_size} bytes, its parent says {promised}")
    if depth > DEPTH_LIMIT:
        raise NodeUnreadable(f"{cid} lies deeper than {DEPTH_LIMIT} levels")
