"""Know what may be uploaded, by what the bytes are: names and headers decide nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from marketplace import media

MIB: Final = 1024**2

Medium = Literal["picture", "sound", "video", "model"]


class UploadRefused(Exception):
    """The file is no work that we take; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file that may be a work; `form` is what its decoder calls it."""

    media_type: str
    medium: Medium
    suffix: str
    form: str


KINDS: Final = tuple(
    Kind(*line)
    for line in (
        ("image/png", "picture", "png", "PNG"),
        ("image/jpeg", "picture", "jpg", "JPEG"),
        ("image/webp", "picture", "webp", "WEBP"),
        ("image/gif", "picture", "gif", "GIF"),
        ("audio/mpeg", "sound", "mp3", "mp3"),
        ("audio/mp4", "sound", "m4a", "ipod"),
        ("audio/ogg", "sound", "ogg", "ogg"),
        ("audio/flac", "sound", "flac", "flac"),
        ("audio/wav", "sound", "wav", "wav"),
        ("video/mp4", "video", "mp4", "mp4"),
        ("video/webm", "video", "webm", "webm"),
        ("model/gltf-binary", "model", "glb", "glb"),
    )
)
BY_TYPE: Final[Mapping[str, Kind]] = {kind.media_type: kind for kind in KINDS}
LIMITS: Final[Mapping[Medium, int]] = {
    "picture": 64 * MIB,
    "sound": 128 * MIB,
    "video": 200 * MIB,
    "model": 64 * MIB,
}
POSTER_LIMIT: Final = 20 * MIB
TAKEN: Final = (
    "PNG, JPEG, WebP or GIF for a picture, MP3, M4A, OGG, FLAC or WAV for sound, "
    "MP4 or WebM for video, GLB for a model"
)
# What people often bring and how it becomes something that we take: start of the file -> words.
NEAR_MISSES: Final = (
    (b"<svg", "it is an SVG, which can run scripts; save it as PNG"),
    (b"<?xml", "it is XML; save the drawing as PNG"),
    (b"II*\x00", "it is a TIFF; save it as PNG"),
    (b"MM\x00*", "it is a TIFF; save it as PNG"),
    (b"8BPS", "it is a Photoshop document; save it as PNG"),
    (b"%PDF", "it is a PDF; save its picture as PNG"),
    (b"PK\x03\x04", "it is an archive; upload the work itself"),
    (b"MThd", "it is MIDI, which sounds different everywhere; render it as WAV or FLAC"),
)
BRANDS: Final = (
    (b"qt  ", "it is a QuickTime film; save it as MP4 (H.264)"),
    (b"heic", "it is a HEIC; save it as JPEG or PNG"),
    (b"mif1", "it is a HEIF; save it as JPEG or PNG"),
    (b"avif", "it is an AVIF, which not every browser shows; save it as PNG or WebP"),
)


def of(head: bytes, size: int) -> Kind:
    """The kind of a file by its first bytes and its size; raises `UploadRefused`."""
    if not size:
        raise UploadRefused("the file is empty; choose another")
    found = BY_TYPE.get(media.media_type(head, size))
    if found is None:
        raise UploadRefused(f"{_told(head)}; we take {TAKEN}")
    limit = LIMITS[found.medium]
    if size > limit:
        raise UploadRefused(
            f"it has {size / MIB:.1f} MiB, and a {found.medium} may have {limit // MIB}; "
            "make it smaller"
        )
    return found


def _told(head: bytes) -> str:
    for start, words in NEAR_MISSES:
        if head.lstrip().startswith(start):
            return words
    if head[4:8] == b"ftyp":
        for brand, words in BRANDS:
            if head[8:12] == brand:
                return words
    return "its content is nothing that we know"
