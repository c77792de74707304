"""Declare a resource once: its fields, where they come from, its filters and its orders.

The declaration makes the statement, reads the query, and describes itself; nothing about a resource
is said in a second place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from marketplace.api.kind import FINALITY, HASH, NUMBER, PLACE, Kind

MOST: Final = 100  # rows of a page, and ids of a batch
PAGE: Final = 50

# How far the chain stands behind a row's block; `c` is the chain's one row.
FINALITY_SQL: Final = (
    "CASE WHEN {0}.block_number <= c.finalized_number THEN 'finalized' "
    "WHEN {0}.block_number <= c.safe_number THEN 'safe' ELSE 'latest' END"
)


@dataclass(frozen=True, slots=True)
class Field:
    """One member of every row."""

    name: str
    kind: Kind
    help: str = ""
    may_be_null: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """Where rows come from: a table and its alias, the columns of the fields, and what they join.

    `joins` are named by their alias; one is used where an expression in use names it. `filters`
    overrides, for this branch, the condition of a filter.
    """

    table: str
    columns: Mapping[str, str]
    joins: Mapping[str, str] = field(default_factory=dict)
    where: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that keeps some rows: by equality with a column, or as `sql` says.

    `choices` instead names conditions; `default` is what holds where nothing is asked.
    """

    name: str
    help: str
    kind: Kind | None = None
    column: str = ""
    sql: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    default: str | None = None
    example: str = ""
    is_varied: bool = False  # whether the best plan depends on what is asked

    @property
    def shown(self) -> str:
        """An example of what may be asked."""
        if self.example:
            return self.example
        if self.kind is None:
            return next(iter(self.choices))
        shown = self.kind.example
        return str(shown).lower() if isinstance(shown, bool) else str(shown)


@dataclass(frozen=True, slots=True)
class Key:
    """A column of an order; in a cursor it is a number, wide, hash, address or moment."""

    column: str
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class Sort:
    """An order that an index has; its keys together tell every row from every other."""

    name: str
    keys: tuple[Key, ...]
    is_descending: bool = True
    requires: str = ""  # a filter without which it means nothing


@dataclass(frozen=True, eq=False)
class Resource:
    """What is served at `/api/v1/{name}`."""

    name: str
    one: str
    title: str
    key: Field
    fields: tuple[Field, ...]
    branches: tuple[Branch, ...]
    filters: tuple[Filter, ...]
    sorts: tuple[Sort, ...]
    ids: str = ""  # the condition of a batch by ids, where the key is no column of its own
    needs_one_of: tuple[str, ...] = ()
    has_read: bool = True  # whether `/{name}/{id}` is served, too

    @property
    def every(self) -> tuple[Field, ...]:
        """The key and all other fields."""
        return (self.key, *self.fields)


MADE_AT: Final = (
    "coalesce((SELECT made.timestamp FROM blocks made WHERE made.number = {}.block_number), 0)"
)

PLACE_KEYS: Final = (Key("block_number"), Key("log_index"))
NEWEST: Final = Sort("newest", PLACE_KEYS)
OLDEST: Final = Sort("oldest", PLACE_KEYS, is_descending=False)

FROM_BLOCK: Final = Filter(
    "from_block",
    "Only what the chain said in this block or later.",
    NUMBER,
    sql="{block_number} >= {param}",
    example="1",
)
TO_BLOCK: Final = Filter(
    "to_block",
    "Only what the chain said in this block or earlier.",
    NUMBER,
    sql="{block_number} <= {param}",
    example="100000",
)
BLOCKS: Final = (FROM_BLOCK, TO_BLOCK)

ID: Final = Field("id", PLACE, "Where the chain says it.")
PLACED: Final = (
    Field("block_number", NUMBER),
    Field("log_index", NUMBER),
    Field("transaction_hash", HASH),
    Field("finality", FINALITY, "How sure its block is."),
)
ID_IDS: Final = (
    "({block_number}, {log_index}) IN (SELECT split_part(place, '-', 1)::bigint, "
    "split_part(place, '-', 2)::bigint FROM unnest({param}::text[]) AS place)"
)


def placed(alias: str) -> dict[str, str]:
    """The columns that every fact of the index has."""
    return {
        "block_number": f"{alias}.block_number",
        "log_index": f"{alias}.log_index",
        "transaction_hash": f"{alias}.transaction_hash",
        "finality": FINALITY_SQL.format(alias),
        "id": f"{alias}.block_number || '-' || {alias}.log_index",
    }


def at(alias: str) -> str:
    """When a fact's block was made; looked up for each row that is shown."""
    return MADE_AT.format(alias)
