"""Say what bytes are from the bytes themselves, and how a browser should treat them.

Names and headers of strangers decide nothing. Whatever could run, such as HTML and SVG, is plain
text here; whatever is not on the list is an attachment.
"""

import json
import re
from typing import Final
from urllib.parse import quote

HEAD_SIZE: Final = 4096
JSON_LIMIT: Final = 256 << 10
OPAQUE: Final = "application/octet-stream"

MAGIC: Final = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "image/avif"),
    (
        re.compile(rb"....ftyp(isom|iso[2-9]|mp4[12]|avc1|av01|dash|MSNV|M4V )", re.DOTALL),
        "video/mp4",
    ),
    (re.compile(rb"....ftypM4[AB] ", re.DOTALL), "audio/mp4"),
    (re.compile(rb"\x1aE\xdf\xa3.{0,64}webm", re.DOTALL), "video/webm"),
    (re.compile(rb"OggS"), "audio/ogg"),
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "audio/wav"),
    (re.compile(rb"fLaC"), "audio/flac"),
    (re.compile(rb"ID3|\xff[\xfb\xf3\xf2]"), "audio/mpeg"),
    (re.compile(rb"MThd"), "audio/midi"),
    (re.compile(rb"glTF\x02\x00\x00\x00"), "model/gltf-binary"),
)
CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def media_type(start: bytes, size: int) -> str:
    """Name the type of content from its first bytes, the more the better, and its size."""
    head = start[:HEAD_SIZE]
    for magic, name in MAGIC:
        if magic.match(head):
            return name
    if CONTROL.search(head) or not _is_utf8(head, whole=len(head) == size):
        return OPAQUE
    if len(start) == size <= JSON_LIMIT and _is_json(start):
        return "application/json"
    return "text/plain; charset=utf-8"


def disposition(kind: str, name: str) -> str:
    """Write a Content-Disposition that any browser reads, whatever the name."""
    plain = re.sub(r'[^ -~]|["\\%/]', "_", name)
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _is_utf8(head: bytes, *, whole: bool) -> bool:
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # A head may end within a character of up to four bytes.
        return not whole and error.reason == "unexpected end of data"
    return True


def _is_json(content: bytes) -> bool:
    if content.lstrip()[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True
