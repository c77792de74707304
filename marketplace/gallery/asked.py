"""Read from a request to the gateway what is wanted: a page, a raw block, an archive, a range."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from marketplace.errors import AtelierError, Malformed

RAW_TYPE: Final = "application/vnd.ipld.raw"
CAR_TYPE: Final = "application/vnd.ipld.car"
CAR_ANSWER: Final = f"{CAR_TYPE}; version=1; order=dfs; dups=n"
CAR_CHOICES: Final = {"version": ("1",), "order": ("dfs", "unk", ""), "dups": ("n", "")}
OTHER_FORMATS: Final = re.compile(r"application/(vnd\.ip(ld|fs)\..*|x-tar|cbor)")
BYTES_RANGE: Final = re.compile(r"bytes\s*=\s*(\d{0,18})-(\d{0,18})")
ENTITY_BYTES: Final = re.compile(r"(-?\d{1,18}):(-?\d{1,18}|\*)")


class QueryUnclear(Malformed):
    """A parameter of the gateway says nothing that it knows."""

    title = "Not a usable query"


class FormatUnknown(AtelierError):
    """The wanted format is not spoken here."""

    status, title = 406, "Format not available"


class RangeOutside(AtelierError):
    """The wanted bytes lie outside the content."""

    status, title = 416, "Range outside the content"


class Format(StrEnum):
    """What kind of answer is wanted."""

    FILE = ""
    RAW = "raw"
    CAR = "car"


class Scope(StrEnum):
    """How much of what lies below the target belongs in an archive."""

    BLOCK = "block"
    ENTITY = "entity"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An answer's format, and whether the URL itself says so."""

    format: Format
    in_url: bool


def wanted(query: Mapping[str, str], accept: str) -> Wanted:
    """Choose the format; the URL goes before the header."""
    asked = query.get("format")
    if asked is None:
        return Wanted(_from_header(query, accept), in_url=False)
    if asked not in (Format.RAW, Format.CAR):
        raise FormatUnknown(f"format={asked[:40]!r} is not spoken here; use raw or car")
    if asked == Format.CAR:
        said = next((said for kind, said in _accepted(accept) if kind == CAR_TYPE), {})
        if not _car_fits(query, said):
            raise FormatUnknown(f"archives come as {CAR_ANSWER} only")
    return Wanted(Format(asked), in_url=True)


def scope(query: Mapping[str, str]) -> Scope:
    """Read dag-scope; entity-bytes implies the entity."""
    asked = query.get("dag-scope", Scope.ALL)
    try:
        said = Scope(asked)
    except ValueError as error:
        raise QueryUnclear(
            f"dag-scope={asked[:40]!r} is unknown; use block, entity or all"
        ) from error
    return Scope.ENTITY if "entity-bytes" in query else said


def entity_bytes(asked: str, size: int) -> tuple[int, int]:
    """Turn `from:to`, negative from the end and `*` for it, into offsets [start, stop)."""
    match = ENTITY_BYTES.fullmatch(asked)
    if not match:
        raise QueryUnclear(f"entity-bytes={asked[:60]!r} is not from:to; 0:* is the whole file")
    start = int(match[1])
    last = size - 1 if match[2] == "*" else int(match[2])
    start = max(0, size + start) if start < 0 else start
    last = size + last if last < 0 and match[2] != "*" else last
    if start >= size > 0:
        raise QueryUnclear(f"entity-bytes={asked!r} starts beyond the {size} bytes of the file")
    return start, max(start, min(size, last + 1))


def byte_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Read a Range of one part into [start, stop); None stands for the whole."""
    match = BYTES_RANGE.fullmatch(header.strip()) if header else None
    if not match or match[1] == match[2] == "":
        return None
    if match[1] == "":
        start, stop = max(0, size - int(match[2])), size
    else:
        start, stop = int(match[1]), min(size, int(match[2]) + 1 if match[2] else size)
        if match[2] and int(match[2]) < start:
            return None
    if start >= stop:
        raise RangeOutside(f"{header} lies outside the {size} bytes of the content")
    return start, stop


def matches(header: str | None, etag: str) -> bool:
    """Say whether an If-None-Match names this version."""
    tags = [tag.strip().removeprefix("W/") for tag in (header or "").split(",")]
    return "*" in tags or etag in tags


def _from_header(query: Mapping[str, str], accept: str) -> Format:
    kinds = list(_accepted(accept))
    for kind, said in kinds:
        if kind == RAW_TYPE:
            return Format.RAW
        if kind == CAR_TYPE and _car_fits(query, said):
            return Format.CAR
    if kinds and all(OTHER_FORMATS.fullmatch(kind) for kind, _ in kinds):
        raise FormatUnknown(
            f"none of {accept[:120]!r} is spoken here; {RAW_TYPE}, {CAR_ANSWER} are"
        )
    return Format.FILE


def _accepted(accept: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield media types with their parameters, the most wanted first."""
    kinds: list[tuple[float, str, dict[str, str]]] = []
    for entry in accept.lower().split(","):
        kind, *rest = (part.strip() for part in entry.split(";"))
        said = dict(part.split("=", 1) for part in rest if "=" in part)
        weight = re.fullmatch(r"[01](\.\d{0,3})?", said.pop("q", "1"))
        kinds.append((float(weight[0]) if weight else 0, kind, said))
    for weight_, kind, said in sorted(kinds, key=lambda one: -one[0]):
        if weight_ and kind:
            yield kind, said


def _car_fits(query: Mapping[str, str], said: Mapping[str, str]) -> bool:
    return all(
        query.get(f"car-{name}", said.get(name, choices[0])) in choices
        for name, choices in CAR_CHOICES.items()
    )
