"""Teach SQLAlchemy the one column type of pgvector that we keep."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.engine import Dialect
from sqlalchemy.types import UserDefinedType


class Vector(UserDefinedType[Sequence[float]]):
    """Numbers in single precision, as pgvector keeps and compares them."""

    cache_ok = True

    def __init__(self, width: int | None = None) -> None:
        self.width = width

    def get_col_spec(self, **_: Any) -> str:
        return "vector" if self.width is None else f"vector({self.width})"

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        return lambda numbers: None if numbers is None else written(numbers)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        return lambda text: None if text is None else _read(text)


def written(numbers: Sequence[float]) -> str:
    """A vector as pgvector reads it."""
    return f"[{','.join(map(repr, numbers))}]"


def _read(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.strip("[]").split(",")))


ischema_names["vector"] = Vector  # for those who read tables from the database
