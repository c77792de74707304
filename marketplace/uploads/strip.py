"""Take out of a picture's file whatever is not its picture, and leave every pixel as it is.

The file is walked in its own parts (PNG chunks, JPEG segments, RIFF chunks, GIF blocks). What a
viewer needs stays: pixels, colour profile, animation, and which side is up. Everything else goes:
places and cameras (EXIF), authors and histories (XMP, IPTC, comments), thumbnails, and whatever
follows the end.
"""

import struct
import zlib
from collections.abc import Callable
from typing import Final

from marketplace.uploads.kind import UploadRefused

UPRIGHT: Final = 1
PNG_PIXELS: Final = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "sBIT", "bKGD", "pHYs"}
PNG_COLOURS: Final = {"gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI"}
PNG_FRAMES: Final = {"acTL", "fcTL", "fdAT"}
PNG_KEPT: Final = PNG_PIXELS | PNG_COLOURS | PNG_FRAMES
WEBP_KEPT: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
WEBP_NOTES: Final = 0x08 | 0x04  # flags in VP8X that announce EXIF and XMP
_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
_EXIF: Final = b"Exif\x00\x00"
_ICC: Final = b"ICC_PROFILE\x00"


def stripped(content: bytes, form: str, orientation: int = UPRIGHT) -> bytes:
    """The same picture without notes; `orientation` is EXIF's, and is all that is kept of it.

    Raises `UploadRefused` where the file breaks off or is not built as its format says.
    """
    try:
        return _STRIPS[form](content, orientation)
    except (struct.error, IndexError, ValueError) as fault:
        raise UploadRefused(
            f"the file is not whole ({form}: {fault}); save it again and upload that"
        ) from fault


def _png(content: bytes, orientation: int) -> bytes:
    parts = [_PNG_HEAD]
    at = len(_PNG_HEAD)
    while True:
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise ValueError("a chunk is longer than the file")
        if name == b"IDAT" and orientation != UPRIGHT:
            parts.append(_chunk(b"eXIf", _turned(orientation)))
            orientation = UPRIGHT
        if name.decode("latin-1") in PNG_KEPT:
            parts.append(content[at:end])
        if name == b"IEND":
            return b"".join(parts)
        at = end


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def _jpeg(content: bytes, orientation: int) -> bytes:
    parts = [b"\xff\xd8"]
    if orientation != UPRIGHT:
        note = _EXIF + _turned(orientation)
        parts.append(b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note)
    at = 2
    while True:
        at, marker = _marker(content, at)
        if marker == 0xD9:
            return b"".join([*parts, b"\xff\xd9"])
        (length,) = struct.unpack_from(">H", content, at)
        end = at + length
        if length < 2 or end > len(content):
            raise ValueError("a segment is longer than the file")
        if _is_kept_of_jpeg(marker, content[at + 2 : at + 16]):
            parts.append(bytes((0xFF, marker)) + content[at:end])
        if marker == 0xDA:  # what follows is entropy-coded, up to the next marker
            scan = _end_of_scan(content, end)
            parts.append(content[end:scan])
            end = scan
        at = end


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Where what follows the next marker begins, and the marker; fill bytes come before some."""
    if content[at] != 0xFF:
        raise ValueError("there is no marker where one must be")
    while content[at] == 0xFF:
        at += 1
    return at + 1, content[at]


def _end_of_scan(content: bytes, at: int) -> int:
    """The next marker that is neither a stuffed byte nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise ValueError("the scan does not end")
        if content[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _is_kept_of_jpeg(marker: int, start: bytes) -> bool:
    """Tables, frames and scans; of the application's segments those that colours need."""
    if marker == 0xE0:
        return start.startswith(b"JFIF\x00")
    if marker == 0xE2:
        return start.startswith(_ICC)
    if marker == 0xEE:
        return start.startswith(b"Adobe")
    return not (0xE1 <= marker <= 0xEF or marker == 0xFE)


def _webp(content: bytes, orientation: int) -> bytes:
    (size,) = struct.unpack_from("<I", content, 4)
    if size + 8 > len(content):
        raise ValueError("it ends in the middle")
    parts: list[bytes] = []
    at = 12
    while at + 8 <= size + 8:
        name, length = struct.unpack_from("<4sI", content, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(content):
            raise ValueError("a chunk is longer than the file")
        part = content[at:end]
        if name == b"VP8X":
            flags = part[8] & ~WEBP_NOTES | (0x08 if orientation != UPRIGHT else 0)
            part = part[:8] + bytes((flags,)) + part[9:]
        if name in WEBP_KEPT:
            parts.append(part)
        at = end
    if orientation != UPRIGHT:
        note = _turned(orientation)
        parts.append(b"EXIF" + struct.pack("<I", len(note)) + note)
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(content: bytes, _: int) -> bytes:
    at = 13 + _table(content[10])
    parts = [content[:at]]
    while True:
        kind, begin = content[at], at
        if kind == 0x3B:
            return b"".join([*parts, b"\x3b"])
        if kind == 0x2C:
            at = _past_blocks(content, at + 11 + _table(content[at + 9]))
            parts.append(content[begin:at])
        elif kind == 0x21:
            at = _past_blocks(content, at + 2)
            name = content[begin + 3 : begin + 14]
            is_loop = content[begin + 1] == 0xFF and name in (b"NETSCAPE2.0", b"ANIMEXTS1.0")
            if is_loop or content[begin + 1] == 0xF9:
                parts.append(content[begin:at])
        else:
            raise ValueError(f"there is no block of the kind {kind}")


def _table(flags: int) -> int:
    """Bytes of a colour table."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _past_blocks(content: bytes, at: int) -> int:
    while length := content[at]:
        at += length + 1
    return at + 1


def _turned(orientation: int) -> bytes:
    """A TIFF header with one entry: which side is up (tag 0x0112, a SHORT)."""
    return b"MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)


_STRIPS: Final[dict[str, Callable[[bytes, int], bytes]]] = {
    "PNG": _png,
    "JPEG": _jpeg,
    "WEBP": _webp,
    "GIF": _gif,
}
