"""Speak between worker and rendering: kind, length, content; each kind has its longest length."""

import struct
from collections.abc import Iterator
from enum import IntEnum
from typing import Final

KIB: Final = 1024
MIB: Final = 1024**2


class Kind(IntEnum):
    """What a message is."""

    ASK = 1  # to the rendering: JSON {"task", "recipe", ...}
    HELLO = 2  # from it: JSON {"network"}
    PROGRESS = 3  # JSON {"permille", "stage"}
    PREVIEW = 4  # a small picture
    RESULT = 5  # JSON: what the artefact that follows is
    ARTEFACT = 6  # its bytes; the end of a rendering
    FAULT = 7  # JSON {"kind", "message"}; the end of a rendering
    FILE = 8  # between result and artefact: a file that goes with it, in the order of "files"
    CONTENT = 9  # to the rendering, after a question that says "has_content": a file to look at


MOST: Final = {
    Kind.ASK: 128 * KIB,
    Kind.HELLO: 4 * KIB,
    Kind.PROGRESS: 4 * KIB,
    Kind.PREVIEW: 64 * KIB,
    Kind.RESULT: 64 * KIB,
    Kind.ARTEFACT: 512 * MIB,
    Kind.FAULT: 64 * KIB,
    Kind.FILE: 64 * MIB,
    Kind.CONTENT: 512 * MIB,
}
_HEAD: Final = struct.Struct(">BI")


class MessageBroken(Exception):
    """The bytes are no message of ours."""


def packed(kind: Kind, content: bytes) -> bytes:
    """One message as it goes over the pipe."""
    if len(content) > MOST[kind]:
        raise MessageBroken(f"{len(content)} bytes are too many for a {kind.name}")
    return _HEAD.pack(kind, len(content)) + content


class Reader:
    """Puts messages together from whatever pieces the pipe gives."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes) -> Iterator[tuple[Kind, bytes]]:
        """The messages that this piece completes."""
        self._held += piece
        while len(self._held) >= _HEAD.size:
            kind, length = self._head()
            end = _HEAD.size + length
            if len(self._held) < end:
                return
            content = bytes(self._held[_HEAD.size : end])
            del self._held[:end]
            yield kind, content

    def _head(self) -> tuple[Kind, int]:
        """Judged before its content is waited for."""
        number, length = _HEAD.unpack_from(self._held)
        try:
            kind = Kind(number)
        except ValueError as fault:
            raise MessageBroken(f"there is no kind {number} of message") from fault
        if length > MOST[kind]:
            raise MessageBroken(f"{length} bytes are too many for a {kind.name}")
        return kind, length
