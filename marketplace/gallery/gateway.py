"""Serve stored content at /ipfs: files and folders for people, blocks and archives to verify.

Speaks the path-gateway and trustless-gateway specifications, from our own store only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from marketplace import media, problem
from marketplace.adapters.ipfs import car, tree
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.dagpb import Kind, Node
from marketplace.adapters.ipfs.error import BlockMissing
from marketplace.adapters.ipfs.unixfs import Block
from marketplace.dependency import StoreDep
from marketplace.errors import AtelierError
from marketplace.gallery import asked, listing
from marketplace.gallery.asked import Format, QueryUnclear, RangeOutside, Scope
from marketplace.ports import Store

FOR_EVER: Final = "public, max-age=29536000, immutable"
FOR_A_WEEK: Final = "public, max-age=604800"  # a folder's page may look better one day
LISTING_VERSION: Final = 1
EMPTY: Final = "bafkqaaa"  # the empty identity CID, by which clients probe for a gateway
EMPTY_BYTES: Final = b"\x01\x55\x00\x00"

# Whatever was stored by a stranger can do nothing on our origin.
HARMLESS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'; img-src 'self' data:; "
    "media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Range, X-Ipfs-Path, X-Ipfs-Roots",
    "Vary": "Accept",
}

router = APIRouter()


class NotAtHand(AtelierError):
    """The content is wanted only if it is here, and it is not."""

    status, title = 412, "Not in this store"


@dataclass(frozen=True, slots=True)
class Target:
    """What a request's path leads to."""

    request: Request
    store: Store
    steps: list[Cid]  # of the root, of each folder on the way, and of the target
    block: bytes

    @property
    def cid(self) -> Cid:
        """The CID at the end of the path."""
        return self.steps[-1]

    @property
    def url(self) -> str:
        """The path as it was asked for."""
        return quote(self.request.scope["path"])

    @property
    def is_head(self) -> bool:
        """Whether only headers are wanted."""
        return bool(self.request.method == "HEAD")

    def headers(self, suffix: str = "", caching: str = FOR_EVER) -> dict[str, str]:
        """What every answer about this target carries."""
        return HARMLESS | {
            "Etag": f'"{self.cid}{suffix}"',
            "Cache-Control": caching,
            "X-Ipfs-Path": self.url,
            "X-Ipfs-Roots": ",".join(map(str, self.steps)),
        }

    def filename(self, suffix: str = "") -> str:
        """The name to save an answer under."""
        return self.request.query_params.get("filename") or f"{self.cid}{suffix}"


@router.api_route("/ipfs/{cid}", methods=["GET", "HEAD"], include_in_schema=False)
@router.api_route("/ipfs/{cid}/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
def content(request: Request, store: StoreDep, cid: str, path: str = "") -> Response:
    """Return what is stored under a CID, or under a path below it."""
    if "service-worker" in request.headers:
        raise QueryUnclear("stored content cannot become a service worker")
    wanted = asked.wanted(request.query_params, request.headers.get("accept", ""))
    if cid == EMPTY and not path:
        return _empty(wanted.format)
    target = _find(request, store, Cid.parse(cid), path)
    if wanted.format is Format.RAW:
        response = _raw(target)
    elif wanted.format is Format.CAR:
        response = _archive(target)
    else:
        return _deserialized(target, nested=bool(path))
    if not wanted.in_url:
        response.headers["Content-Location"] = f"{target.url}?format={wanted.format}"
    return response


def _find(request: Request, store: Store, root: Cid, path: str) -> Target:
    try:
        steps = tree.resolve(store.block, root, path)
        return Target(request, store, steps, store.block(steps[-1]))
    except BlockMissing as error:
        if "only-if-cached" in request.headers.get("cache-control", ""):
            raise NotAtHand(str(error)) from error
        raise


def _empty(format_: Format) -> Response:
    kinds = {Format.RAW: asked.RAW_TYPE, Format.CAR: asked.CAR_ANSWER, Format.FILE: "text/plain"}
    body = car.header(EMPTY_BYTES) if format_ is Format.CAR else b""
    etag = {"Etag": f'"{EMPTY}.{format_}"', "Cache-Control": FOR_EVER}
    return Response(body, headers=HARMLESS | etag, media_type=kinds[format_])


def _raw(target: Target) -> Response:
    if len(target.steps) > 1:
        raise QueryUnclear(f"a raw block is asked for by its own CID, here {target.cid}")
    headers = target.headers(".raw") | {
        "Content-Type": asked.RAW_TYPE,
        "Content-Disposition": media.disposition("attachment", target.filename(".bin")),
    }
    return _part(target, headers, Node(Kind.RAW, content=target.block, file_size=len(target.block)))


def _deserialized(target: Target, *, nested: bool) -> Response:
    node = tree.node(target.cid, target.block)
    if node.kind is Kind.FOLDER:
        return _folder(target, node, nested=nested)
    first = tree.stream(target.store.block, target.cid, 0, media.HEAD_SIZE)
    start = node.content or next(first, b"")
    kind = media.media_type(start, node.file_size)
    headers = target.headers() | {"Content-Type": kind}
    query = target.request.query_params
    if kind == media.OPAQUE or query.get("download") == "true":
        headers["Content-Disposition"] = media.disposition("attachment", target.filename())
    elif "filename" in query:
        headers["Content-Disposition"] = media.disposition("inline", target.filename())
    return _part(target, headers, node)


def _part(target: Target, headers: dict[str, str], node: Node) -> Response:
    """Answer with a file, the part of it that is asked for, or the news that it is unchanged."""
    request, size = target.request, node.file_size
    if asked.matches(request.headers.get("if-none-match"), headers["Etag"]):
        return Response(status_code=304, headers=headers)
    fresh = request.headers.get("if-range", headers["Etag"]) == headers["Etag"]
    try:
        span = asked.byte_range(request.headers.get("range") if fresh else None, size)
    except RangeOutside as error:
        outside = problem.respond(request, error)
        outside.headers["Content-Range"] = f"bytes */{size}"
        return outside
    start, stop = span or (0, size)
    headers |= {"Accept-Ranges": "bytes", "Content-Length": str(stop - start)}
    if span:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    status = 206 if span else 200
    if target.is_head or not node.links:
        body = b"" if target.is_head else node.content[start:stop]
        return Response(body, status, headers)
    pieces = tree.stream(target.store.block, target.cid, start, stop)
    return StreamingResponse(pieces, status, headers)


def _folder(target: Target, node: Node, *, nested: bool) -> Response:
    request = target.request
    if not request.scope["path"].endswith("/"):
        query = f"?{request.url.query}" if request.url.query else ""
        return Response(status_code=301, headers=HARMLESS | {"Location": f"{target.url}/{query}"})
    accept = request.headers.get("accept", "")
    as_json = "application/json" in accept and "text/html" not in accept
    version = f".folder-{LISTING_VERSION}.{'json' if as_json else 'html'}"
    headers = target.headers(version, FOR_A_WEEK)
    if asked.matches(request.headers.get("if-none-match"), headers["Etag"]):
        return Response(status_code=304, headers=headers)
    if as_json:
        return JSONResponse(listing.entries(node.links), headers=headers)
    path = request.scope["path"]
    return HTMLResponse(listing.page(path, node.links, nested=nested), headers=headers)


def _archive(target: Target) -> Response:
    query = target.request.query_params
    scope = asked.scope(query)
    node = tree.node(target.cid, target.block)
    span, suffix = None, f".car.{scope}"
    if "entity-bytes" in query:
        size = node.file_size
        span = (
            (0, size)
            if node.kind is Kind.FOLDER
            else asked.entity_bytes(query["entity-bytes"], size)
        )
        suffix += f".{span[0]}-{span[1]}"
    headers = target.headers(suffix) | {
        "Content-Type": asked.CAR_ANSWER,
        "Content-Disposition": media.disposition("attachment", target.filename(".car")),
        "Accept-Ranges": "none",
    }
    if asked.matches(target.request.headers.get("if-none-match"), headers["Etag"]):
        return Response(status_code=304, headers=headers)
    if target.is_head:
        return StreamingResponse((), headers=headers)  # its length is not known
    blocks = _blocks(target, node, scope, span)
    return StreamingResponse(car.write(target.steps[0], blocks), headers=headers)


def _blocks(
    target: Target, node: Node, scope: Scope, span: tuple[int, int] | None
) -> Iterator[Block]:
    """Yield, each once, the folders on the way and then what the scope covers."""
    fetch = target.store.block
    for cid in target.steps[:-1]:
        yield Block(cid, fetch(cid))
    only_target = scope is Scope.BLOCK or (span is not None and span[0] >= span[1])
    if scope is Scope.ALL:
        yield from tree.walk(fetch, target.cid)
    elif only_target or node.kind is Kind.FOLDER:
        yield Block(target.cid, target.block)
    else:
        yield from _once(piece.block for piece in tree.pieces(fetch, target.cid, *(span or ())))


def _once(blocks: Iterator[Block]) -> Iterator[Block]:
    seen = set[Cid]()
    for block in blocks:
        if block.cid not in seen:
            seen.add(block.cid)
            yield block
