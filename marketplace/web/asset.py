"""Serve the files that pages are made of: from memory, compressed once, cached for ever."""

import gzip
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request, Response

from marketplace.errors import Missing, Unavailable

ROOT = Path(__file__).parent / "static"
TEXTS = {".css", ".js", ".svg"}
FOR_EVER = "public, max-age=31536000, immutable"

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes plain and compressed, and the digest that its address names."""

    media_type: str
    plain: bytes
    compressed: bytes | None
    digest: str


@cache
def assets() -> Mapping[str, Asset]:
    """All files by their path below `static`."""
    files = (path for path in sorted(ROOT.rglob("*")) if path.is_file())
    return {path.relative_to(ROOT).as_posix(): _read(path) for path in files}


def address_of(name: str) -> str:
    """The address of an asset; another content has another address."""
    asset = assets().get(name)
    if asset is None:
        raise Unavailable(f"The page's part {name} was not built; run `npm run build` and restart.")
    return f"/static/{name}?v={asset.digest}"


@router.get("/static/{name:path}")
def read_asset(name: str, request: Request) -> Response:
    """One file of a page."""
    asset = assets().get(name)
    if asset is None:
        raise Missing(f"There is no file {name[:80]!r} here.")
    headers = {"Cache-Control": FOR_EVER, "ETag": f'"{asset.digest}"', "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if asset.compressed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.compressed, headers=headers, media_type=asset.media_type)
    return Response(asset.plain, headers=headers, media_type=asset.media_type)


def _read(path: Path) -> Asset:
    content = path.read_bytes()
    is_text = path.suffix in TEXTS
    return Asset(
        media_type=_media_type(path),
        plain=content,
        compressed=gzip.compress(content, 9, mtime=0) if is_text else None,
        digest=sha256(content).hexdigest()[:16],
    )


def _media_type(path: Path) -> str:
    if path.suffix == ".js":
        return "text/javascript; charset=utf-8"
    guessed = {".woff2": "font/woff2", ".webp": "image/webp"}.get(path.suffix)
    return guessed or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
