"""Write rows as the text that PostgreSQL's COPY reads.

A column after the other, each as one long text: what has to be replaced is replaced in all its
values at once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import orjson
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import (
    BigInteger,
    Boolean,
    Integer,
    LargeBinary,
    Numeric,
    Text,
    TypeEngine,
)

from indexer.place import IndexBase
from indexer.primitives import AddressType, Hash32Type, Uint256

Write = Callable[[Sequence[Any]], Iterable[str]]

# So many rows' text stays in the processor's cache: a third faster than all of a batch's.
AT_ONCE = 500

SPELT = {True: "t", False: "f"}


def lines(table: type[IndexBase], rows: Sequence[tuple[Any, ...]]) -> Iterator[bytes]:
    """A line a row, many at a time; values in the order of the table's columns."""
    writers = _writers(table)
    for start in range(0, len(rows), AT_ONCE):
        columns = zip(*rows[start : start + AT_ONCE], strict=True)
        written = (write(column) for write, column in zip(writers, columns, strict=True))
        yield ("\n".join(map("\t".join, zip(*written, strict=True))) + "\n").encode()


@cache
def _writers(table: type[IndexBase]) -> tuple[Write, ...]:
    return tuple(_writer(column.type) for column in table.__table__.columns)


def _writer(kind: TypeEngine[Any]) -> Write:
    match kind:
        case AddressType() | Hash32Type():
            return _hexadecimal
        case LargeBinary():
            return _bytes
        case Uint256() | BigInteger() | Integer() | Numeric():
            return _numbers
        case Boolean():
            return _truths
        case JSONB():
            return _json
        case Text():
            return _text
    raise TypeError(f"no column of the index has the type {kind!r}")


def _bytes(values: Sequence[bytes]) -> list[str]:
    return ["\\\\x" + value.hex() for value in values]


def _hexadecimal(values: Sequence[str]) -> list[str]:
    """Hexadecimal digits in any case, after the backslash and x that open PostgreSQL's own."""
    return "\n".join(values).replace("0x", "\\\\x").split("\n")


def _numbers(values: Sequence[int]) -> Iterable[str]:
    return map(int.__repr__, values)


def _truths(values: Sequence[bool]) -> Iterable[str]:
    return map(SPELT.__getitem__, values)


def _json(values: Sequence[Any]) -> list[str]:
    """JSON on one line has no line's end within: orjson writes one as a backslash and n."""
    return b"\n".join(map(orjson.dumps, values)).decode().replace("\\", "\\\\").split("\n")


def _text(values: Sequence[str]) -> list[str]:
    """What COPY would read as the end of a field, a row or all of them, it reads as itself.

    No text of PostgreSQL's holds a NUL, so that one keeps them apart.
    """
    text = "\0".join(values)
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if "\n" in text or "\r" in text or "\t" in text:
        text = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return text.split("\0")
