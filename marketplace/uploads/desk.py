"""Judge one upload from its bytes, and make what pages show of it; runs in a process apart."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from PIL import Image

from marketplace.deliverables import picture
from marketplace.uploads import model, moving, still, wave
from marketplace.uploads.kind import POSTER_LIMIT, Kind, UploadRefused, of

HEAD: Final = 1 << 19  # as much as telling a type may need
AT: Final = 1 / 3  # where in a video its poster is taken


@dataclass(frozen=True, slots=True)
class Judged:
    """What an upload is; `facts` are its extent, as metadata names it."""

    media_type: str
    sha256: str
    size: int
    original_sha256: str
    facts: Mapping[str, int]

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for the other process."""
        return asdict(self)


def judge(source: Path, poster: Path | None, target: Path) -> tuple[Judged, dict[str, bytes]]:
    """Write to `target` what may be published of `source`; what it is, and pictures of it.

    Raises `UploadRefused`, which says what is wrong and what to do.
    """
    kind = _kind(source)
    facts, look = _judged(source, poster, target, kind)
    written = _digest(target)
    if of(_head(target), target.stat().st_size) != kind:
        raise UploadRefused(f"it is a {kind.suffix.upper()} of an unusual kind; save it again")
    judged = Judged(
        media_type=kind.media_type,
        sha256=written,
        size=target.stat().st_size,
        original_sha256=_digest(source),
        facts=facts,
    )
    return judged, picture.copies(look)


def _judged(
    source: Path, poster: Path | None, target: Path, kind: Kind
) -> tuple[Mapping[str, int], Image.Image]:
    if kind.medium == "picture":
        return still.judge(source, target, kind)
    brought = None if poster is None else _poster(poster)
    if kind.medium == "model":
        facts = model.judge(source, target, kind)
        if brought is None:
            raise UploadRefused("a model needs a picture of it, too; add one (PNG, JPEG or WebP)")
        return facts, brought
    facts = moving.judge(source, target, kind)
    if kind.medium == "video":
        shown = moving.frame(target, kind, facts["duration_ms"] / 1000 * AT)
        return facts, brought or still.still(shown, "PNG")
    heard = moving.loudness(target, kind, wave.RATE)
    return facts, brought or wave.picture(heard)


def _poster(path: Path) -> Image.Image:
    try:
        if path.stat().st_size > POSTER_LIMIT:
            raise UploadRefused(f"it has more than {POSTER_LIMIT >> 20} MiB; make it smaller")
        kind = _kind(path)
        if kind.medium != "picture":
            raise UploadRefused(f"it is a {kind.medium}; take a PNG, JPEG or WebP")
        return still.still(path.read_bytes(), kind.form)
    except UploadRefused as refused:
        raise UploadRefused(f"the picture that goes with it: {refused}") from refused


def _kind(path: Path) -> Kind:
    return of(_head(path), path.stat().st_size)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
