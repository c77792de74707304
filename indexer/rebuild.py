"""Fill the index once more beside the one in use, compare them byte for byte, and exchange them.

Whoever reads the index meanwhile reads the old one, until the new one takes its place at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

import psycopg
from sqlalchemy import Connection, Engine, text

from indexer import store
from indexer.error import HeadMoved
from indexer.place import Chain, IndexBase

BESIDE = "index_rebuild"
OWN = "public"
ATTEMPTS = 50

Fill = Callable[[Engine], object]


@dataclass(frozen=True, slots=True)
class Compared:
    """One table: how many rows it has now, the digest of them all, and whether it was the same."""

    name: str
    rows: int
    sha256: str
    is_same: bool


def rebuild(engine: Engine, tables: Sequence[type[IndexBase]], fill: Fill) -> list[Compared]:
    """Fill an index of our own with `fill`, which follows the chain to its head, and take it over.

    Raise HeadMoved where the chain grew so fast that both were never at the same block.
    """
    beside = store.connect(engine.url.render_as_string(hide_password=False), BESIDE)
    try:
        _prepare(engine, tables)
        for _ in range(ATTEMPTS):
            fill(beside)
            fill(engine)
            compared = _take_over(engine, tables)
            if compared is not None:
                return compared
    finally:
        beside.dispose()
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA IF EXISTS {BESIDE} CASCADE"))
    raise HeadMoved(f"the chain went on {ATTEMPTS} times before both indexes were at its head")


def digest(connection: Connection, table: type[IndexBase], schema: str = OWN) -> tuple[int, str]:
    """How many rows a table has, and the sha-256 of them as COPY writes them, by their key."""
    key = ", ".join(column.name for column in table.__table__.primary_key)
    columns = ", ".join(column.name for column in table.__table__.columns)
    query = f"SELECT {columns} FROM {schema}.{table.__tablename__} ORDER BY {key}"  # noqa: S608
    driver = cast(psycopg.Connection[Any], connection.connection.driver_connection)
    found, rows = sha256(), 0
    with driver.cursor() as cursor, cursor.copy(f"COPY ({query}) TO STDOUT".encode()) as copied:
        for line in copied:
            found.update(line)
            rows += 1
    return rows, found.hexdigest()


def _prepare(engine: Engine, tables: Sequence[type[IndexBase]]) -> None:
    """The same tables once more, empty, in a schema of their own."""
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {BESIDE} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {BESIDE}"))
        for table in tables:
            name = table.__tablename__
            connection.execute(
                text(f"CREATE TABLE {BESIDE}.{name} (LIKE {OWN}.{name} INCLUDING ALL)")
            )


def _take_over(engine: Engine, tables: Sequence[type[IndexBase]]) -> list[Compared] | None:
    """Compare, and exchange what differs; None while both are not at the same block."""
    with engine.begin() as connection:
        # Nobody moves the head until this transaction is over.
        heads = f"SELECT head_hash FROM {OWN}.{Chain.__tablename__} FOR UPDATE"  # noqa: S608
        ours = connection.execute(text(heads)).scalar_one()
        theirs = connection.execute(text(heads.replace(OWN, BESIDE))).scalar_one()
        if ours != theirs:
            return None
        return [_exchanged(connection, table) for table in tables]


def _exchanged(connection: Connection, table: type[IndexBase]) -> Compared:
    name = table.__tablename__
    before, after = digest(connection, table), digest(connection, table, BESIDE)
    if before != after:
        columns = ", ".join(column.name for column in table.__table__.columns)
        connection.execute(text(f"TRUNCATE {OWN}.{name}"))
        connection.execute(
            text(
                f"INSERT INTO {OWN}.{name} ({columns}) "  # noqa: S608
                f"SELECT {columns} FROM {BESIDE}.{name}"
            )
        )
    return Compared(name, *after, is_same=before == after)
