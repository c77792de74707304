"""Write rows as the text that PostgreSQL's COPY reads."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import orjson
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import BigInteger, Boolean, Integer, Text, TypeEngine

from indexer.models import IndexBase
from indexer.primitives import AddressType, Hash32Type, Uint256

Write = Callable[[Any], str]


def lines(table: type[IndexBase], rows: Iterable[tuple[Any, ...]]) -> bytes:
    """A line a row; values in the order of the table's columns, of their types in Python."""
    writers = _writers(table)
    text = [
        "\t".join([write(value) for write, value in zip(writers, row, strict=True)]) for row in rows
    ]
    return ("\n".join(text) + "\n").encode() if text else b""


@cache
def _writers(table: type[IndexBase]) -> tuple[Write, ...]:
    return tuple(_writer(column.type) for column in table.__table__.columns)


def _writer(kind: TypeEngine[Any]) -> Write:
    match kind:
        case AddressType() | Hash32Type():
            return _bytes
        case Uint256() | BigInteger() | Integer():
            return int.__repr__
        case Boolean():
            return _truth
        case JSONB():
            return _json
        case Text():
            return _text
    raise TypeError(f"no column of the index has the type {kind!r}")


def _bytes(value: str) -> str:
    """Hexadecimal digits in any case, after the backslash and x that open PostgreSQL's own."""
    return "\\\\x" + value[2:]


def _truth(value: bool) -> str:
    return "t" if value else "f"


def _json(value: Any) -> str:
    return orjson.dumps(value).decode().replace("\\", "\\\\")


def _text(value: str) -> str:
    """What COPY would read as the end of a field, a row or all of them, it reads as itself."""
    if "\\" in value:
        value = value.replace("\\", "\\\\")
    if value.isprintable():
        return value
    return value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
