"""Write and read the nodes of files and folders: dag-pb blocks with UnixFS data.

Both are small protobuf messages, in canonical form: a node's links stand before its data.
    PBNode { Links = 2 (repeated PBLink), Data = 1 }     PBLink { Hash = 1, Name = 2, Tsize = 3 }
    UnixFS { Type = 1, Data = 2, filesize = 3, blocksizes = 4 (repeated) }
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import CidInvalid, NodeUnreadable

VARINT: Final = 0
LENGTH: Final = 2  # wire type of bytes, text and messages
VARINT_LIMIT: Final = 63  # bits; more cannot be a size


class Kind(IntEnum):
    """What a UnixFS node stands for."""

    RAW = 0
    FOLDER = 1
    FILE = 2
    METADATA = 3
    SYMLINK = 4
    HAMT = 5


@dataclass(frozen=True, slots=True)
class Link:
    """An edge to a child: its name, and the bytes of all blocks below it."""

    cid: Cid
    name: str
    total_size: int


@dataclass(frozen=True, slots=True)
class Node:
    """One file or folder node: links with, for a file, the content size below each."""

    kind: Kind
    links: tuple[Link, ...] = ()
    sizes: tuple[int, ...] = ()
    content: bytes = b""
    file_size: int = 0


def varint(number: int) -> bytes:
    """Write an unsigned LEB128 number."""
    if number < 0x80:
        return bytes((number,))
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def encode(node: Node) -> bytes:
    """Write a folder, or a file's inner node."""
    data = bytes((0x08, node.kind))
    if node.kind is Kind.FILE:
        data += b"\x18" + varint(node.file_size)
        data += b"".join(b"\x20" + varint(size) for size in node.sizes)
    links = b"".join(b"\x12" + varint(len(body)) + body for body in map(_link, node.links))
    return links + b"\x0a" + varint(len(data)) + data


def _link(link: Link) -> bytes:
    name = link.name.encode()
    head = b"\x0a\x24" + bytes(link.cid) + b"\x12" + varint(len(name)) + name
    return head + b"\x18" + varint(link.total_size)


def decode(block: bytes) -> Node:
    """Read a dag-pb block; raise NodeUnreadable if it is no UnixFS node."""
    links: list[Link] = []
    data: bytes | None = None
    for field, value in _fields(block):
        if field == 2 and isinstance(value, bytes):
            links.append(_read_link(value))
        elif field == 1 and isinstance(value, bytes):
            data = value
    if data is None:
        raise NodeUnreadable("a dag-pb block without UnixFS data is neither file nor folder")
    return _read_data(data, links)


def _read_link(message: bytes) -> Link:
    cid, name, total_size = b"", b"", 0
    for field, value in _fields(message):
        if field == 1 and isinstance(value, bytes):
            cid = value
        elif field == 2 and isinstance(value, bytes):
            name = value
        elif field == 3 and isinstance(value, int):
            total_size = value
    try:
        return Link(Cid.from_bytes(cid), name.decode(), total_size)
    except (CidInvalid, UnicodeDecodeError) as error:
        raise NodeUnreadable(f"a link cannot be followed: {error}") from error


def _read_data(message: bytes, links: Sequence[Link]) -> Node:
    kind, content, said = -1, b"", -1
    sizes: list[int] = []
    for field, value in _fields(message):
        if field == 1 and isinstance(value, int):
            kind = value
        elif field == 2 and isinstance(value, bytes):
            content = value
        elif field == 3 and isinstance(value, int):
            said = value
        elif field == 4:
            sizes.extend(_numbers(value) if isinstance(value, bytes) else (value,))
    if kind not in (Kind.RAW, Kind.FOLDER, Kind.FILE):
        raise NodeUnreadable(f"UnixFS kind {kind} is not read here; only files and plain folders")
    size = len(content) + sum(sizes)
    if kind != Kind.FOLDER and (len(sizes) != len(links) or said not in (-1, size)):
        raise NodeUnreadable(f"a file node says {said} bytes, its parts have {size}")
    return Node(Kind(kind), tuple(links), tuple(sizes), content, size)


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        field, wire = key >> 3, key & 7
        value, at = _number(message, at)
        if wire == VARINT:
            yield field, value
        elif wire == LENGTH and at + value <= len(message):
            yield field, message[at : at + value]
            at += value
        else:
            raise NodeUnreadable(f"not a dag-pb block: field {field} is cut or of wire type {wire}")


def _number(message: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while at < len(message) and shift < VARINT_LIMIT:
        byte = message[at]
        number |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return number, at
    raise NodeUnreadable(f"not a dag-pb block: a number is cut or too large at byte {at}")


def _numbers(packed: bytes) -> Iterator[int]:
    at = 0
    while at < len(packed):
        number, at = _number(packed, at)
        yield number
