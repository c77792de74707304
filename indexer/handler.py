"""Make rows to be: a table and the values of its own columns; their place is added to all alike."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

from indexer.error import SubjectInvalid
from indexer.layout import Column
from indexer.place import Placed

PLACE = ("block_number", "log_index", "transaction_hash")

Row = tuple[type[Placed], tuple[Any, ...]]
Rows = Iterable[Row]


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


@dataclass(frozen=True, slots=True)
class Stated:
    """Keep an event as it is, one row each time; see `stated`."""

    table: type[Placed]
    fields: Mapping[str, str]

    def picks(self, fields: Sequence[str]) -> list[int | None]:
        """Which of an event's fields each own column holds; None is the contract that spoke."""
        found: list[int | None] = []
        for column in own_columns(self.table):
            wanted = self.fields.get(column, column)
            if wanted in fields:
                found.append(fields.index(wanted))
            elif column == "contract":
                found.append(None)
            else:
                raise SubjectInvalid(
                    f"the column {self.table.__tablename__}.{column} wants a field {wanted}; the "
                    f"event has {', '.join(fields) or 'none'}"
                )
        return found

    def rows(
        self, contract: str, fields: Sequence[str], place: Sequence[Column], said: Sequence[Column]
    ) -> Iterator[tuple[Any, ...]]:
        """The rows, from columns of places and of arguments."""
        own = (repeat(contract) if i is None else said[i] for i in self.picks(fields))
        return zip(*place, *own, strict=False)  # what repeats has no end


# What becomes of an event: a row as it is, or whatever rows somebody makes of the contract's name
# and the fact.
Handler = Stated | Callable[[str, Any], Rows]


def stated(table: type[Placed], **fields: str) -> Stated:
    """Keep an event as it is: each column has its field's name, or the one said here.

    A column `contract`, where no field has that name, says which contract spoke.
    """
    if unknown := set(fields) - set(own_columns(table)):
        raise SubjectInvalid(f"{table.__tablename__} has no column {min(unknown)}")
    return Stated(table, fields)
