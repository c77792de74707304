"""Write and read archives of blocks, CARv1, as streams.

CAR = frame(header) frame(block) ...       frame(x) = varint(size of x) x
header = dag-cbor {roots: [CID], version: 1}       block = CID bytes, then content
"""

from collections.abc import Iterable, Iterator
from typing import Final

from marketplace.adapters.ipfs.cid import SIZE, Cid
from marketplace.adapters.ipfs.dagpb import varint
from marketplace.adapters.ipfs.error import CarUnreadable, CidInvalid
from marketplace.adapters.ipfs.unixfs import Block

FRAME_LIMIT: Final = (2 << 20) + SIZE  # no IPFS implementation exchanges larger blocks


def write(root: Cid, blocks: Iterable[Block]) -> Iterator[bytes]:
    """Yield an archive of blocks under one root."""
    yield header(bytes(root))
    for cid, content in blocks:
        yield b"".join((varint(SIZE + len(content)), bytes(cid), content))


def header(root: bytes) -> bytes:
    """Write the first frame; the root's bytes may be of any CID."""
    link = b"\xd8\x2a\x58" + bytes((len(root) + 1,)) + b"\0" + root
    body = b"\xa2\x65roots\x81" + link + b"\x67version\x01"
    return varint(len(body)) + body


def read(chunks: Iterable[bytes]) -> Iterator[Block]:
    """Yield the blocks of an archive, each checked against its CID; the header says nothing."""
    frames = _frames(chunks)
    if next(frames, None) is None:
        raise CarUnreadable("the archive is empty: not even a header")
    for frame in frames:
        try:
            cid = Cid.from_bytes(frame[:SIZE])
        except CidInvalid as error:
            raise CarUnreadable(f"a block of the archive has no usable CID: {error}") from error
        content = frame[SIZE:]
        if Cid.of(content, cid.codec) != cid:
            raise CarUnreadable(f"the archive has other bytes under {cid}")
        yield Block(cid, content)


def _frames(chunks: Iterable[bytes]) -> Iterator[bytes]:
    waiting, need, size = bytearray(), 1, None
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= need:
            if size is None:
                size = _size(waiting)
                need = need + 1 if size is None else size
            else:
                yield bytes(waiting[:size])
                del waiting[:size]
                need, size = 1, None
    if waiting or size is not None:
        raise CarUnreadable(f"the archive is cut: its last frame has {len(waiting)} bytes")


def _size(waiting: bytearray) -> int | None:
    """Take the size off the front, or nothing while its last byte is not there."""
    size = 0
    for at, byte in enumerate(waiting[:5]):
        size |= (byte & 0x7F) << 7 * at
        if byte < 0x80:
            if not 0 < size <= FRAME_LIMIT:
                raise CarUnreadable(f"a frame of {size} bytes; 1 to {FRAME_LIMIT} are allowed")
            del waiting[: at + 1]
            return size
    if len(waiting) >= 5:
        raise CarUnreadable("a frame's size does not end within 5 bytes")
    return None
