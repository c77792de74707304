"""Answer a question: rows as JSON, how far the index is, and a tag that tells new from old."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import orjson

from marketplace.api import ask
from marketplace.api.ask import Asked
from marketplace.api.reader import Reader
from marketplace.api.resource import Resource
from marketplace.api.shelf import Headers, Kept
from marketplace.api.statement import written
from marketplace.errors import Missing


class RowMissing(Missing):
    """The index has no such row now."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows as they are spoken, the cursor of the next page, and the index's newest block."""

    rows: list[dict[str, Any]]
    next: str | None
    head: int | None


def find(reader: Reader, resource: Resource, asked: Asked) -> Found:
    """One page, by one statement."""
    rows = reader.rows(written(resource, asked.shape), asked.values, asked.is_varied)
    head = rows[0][0] if rows else None
    width = len(asked.sort.keys) + 1
    if not rows or rows[0][1] is None:  # no chain yet, or the chain's row alone
        return Found([], None, head)
    more = len(rows) > asked.limit
    shown = rows[: asked.limit]
    after = ask.next_page(resource, asked.sort, shown[-1][1:width]) if more else None
    return Found(_spoken(resource, asked.shape.fields, shown, width), after, head)


def page(reader: Reader, resource: Resource, query: bytes) -> Kept:
    """A list, as it goes over the wire."""
    found = find(reader, resource, ask.asked(resource, query))
    return packed({resource.name: found.rows, "next": found.next}, found.head)


def one(reader: Reader, resource: Resource, id_: str, query: bytes) -> Kept:
    """One row, as it goes over the wire."""
    found = find(reader, resource, ask.of_one(resource, id_, query))
    if not found.rows:
        raise RowMissing(
            f"The index has no {resource.one} {id_[:80]}; it may not have come that far.",
            id=id_[:80],
        )
    return packed(found.rows[0], found.head)


def packed(content: Any, head: int | None) -> Kept:
    """JSON with the headers of every read: whoever has it asks whether it is still so."""
    return sealed(orjson.dumps(content), b"application/json", head)


def sealed(body: bytes, media_type: bytes, head: int | None, *more: tuple[bytes, bytes]) -> Kept:
    """A body with its tag; anybody may keep it, and asks before using it again."""
    etag = b'"' + blake2b(body, digest_size=12).hexdigest().encode() + b'"'
    headers: Headers = [
        (b"content-type", media_type),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"public, no-cache"),
        (b"etag", etag),
        (b"access-control-allow-origin", b"*"),
        (b"access-control-expose-headers", b"ETag, Last-Block"),
        *more,
    ]
    if head is not None:
        headers.append((b"last-block", str(head).encode()))
    return Kept(etag, headers, body)


def _spoken(
    resource: Resource, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]], width: int
) -> list[dict[str, Any]]:
    shown = [field for field in resource.every if field.name in names]
    speakers = [(at, field.kind.speak) for at, field in enumerate(shown) if field.kind.speak]
    spoken = []
    for row in rows:
        values = list(row[width:])
        for at, speak in speakers:
            if values[at] is not None:
                values[at] = speak(values[at])
        spoken.append(dict(zip(names, values, strict=True)))
    return spoken
