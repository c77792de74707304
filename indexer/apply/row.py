"""Make rows to be: a table and the values of its own columns; their place is added to all alike."""

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from indexer.models import Placed

PLACE = ("block_number", "log_index", "transaction_hash")

Row = tuple[type[Placed], tuple[Any, ...]]
Rows = Iterable[Row]
Handler = Callable[[str, Any], Rows]


@cache
def own_columns(table: type[Placed]) -> tuple[str, ...]:
    """The columns of a table besides its place, in their order."""
    return tuple(column.name for column in table.__table__.columns if column.name not in PLACE)


def row(table: type[Placed], **values: Any) -> Row:
    """A row by its columns' names; KeyError or TypeError unless they are exactly the table's."""
    columns = own_columns(table)
    if len(values) != len(columns):
        raise TypeError(f"{table.__tablename__} has {columns}, not {tuple(values)}")
    return table, tuple(values[column] for column in columns)


def stated(table: type[Placed], **fields: str) -> Handler:
    """Keep an event as it is: each column has its field's name, or the one said here.

    A column `contract`, which no event has, says which contract spoke.
    """
    columns = own_columns(table)
    speaks = columns[0] == "contract"
    names = [fields.get(column, column) for column in columns[speaks:]]
    read = _reader(names)

    def keep(_contract: str, fact: Any) -> Rows:
        return ((table, read(fact)),)

    def keep_with_contract(contract: str, fact: Any) -> Rows:
        return ((table, (contract, *read(fact))),)

    return keep_with_contract if speaks else keep


def _reader(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    name = names[0]
    return lambda fact: (getattr(fact, name),)
