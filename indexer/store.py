"""Keep the index in PostgreSQL: one transaction a step, or nothing at all."""

from collections.abc import Sequence
from typing import Any, cast

import psycopg
from sqlalchemy import (
    Connection,
    Engine,
    Table,
    create_engine,
    delete,
    func,
    inspect,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import make_url

from indexer import copytext
from indexer.abi import Deployment
from indexer.error import HeadMoved, IndexForeign, TablesMissing
from indexer.place import Block, Chain, Event, IndexBase, Placed
from indexer.plan import Head, Marks
from indexer.primitives import Hash32
from indexer.subject import Tables
from indexer.wire import Header

DRIVER = "postgresql+psycopg"
CHANNEL = "atelier_index"

Values = tuple[Any, ...]


def connect(url: str, schema: str | None = None) -> Engine:
    """The database at this address, by the one driver we use; in a schema other than its own."""
    options = {"options": f"-csearch_path={schema}"} if schema else {}
    return create_engine(
        make_url(url).set(drivername=DRIVER), pool_pre_ping=True, pool_size=1, connect_args=options
    )


def check_tables(engine: Engine, tables: Sequence[type[IndexBase]]) -> None:
    """Refuse a database that lacks one of these tables, and say how they are made."""
    there = set(inspect(engine).get_table_names())
    missing = [table.__tablename__ for table in tables if table.__tablename__ not in there]
    if missing:
        raise TablesMissing(
            f"the database has no table {missing[0]} yet: run `alembic upgrade head` or, with "
            "contracts of your own, `python -m indexer create`"
        )


def create(engine: Engine, tables: Sequence[type[IndexBase]]) -> None:
    """Make those of these tables that are not there."""
    IndexBase.metadata.create_all(engine, [cast(Table, table.__table__) for table in tables])


def claimed(engine: Engine, deployment: Deployment) -> tuple[Head, Marks] | None:
    """Head and marks of an index of this very deployment; None when the index is empty."""
    with engine.connect() as connection:
        row = connection.execute(select(Chain.__table__)).one_or_none()
    if row is None:
        return None
    ours = (row.chain_id, row.genesis_hash, row.deployment_block, row.contracts)
    if ours != _identity(deployment):
        raise IndexForeign(
            f"the index was filled from chain {row.chain_id} (genesis {row.genesis_hash}, "
            f"contracts from block {row.deployment_block}), the deployment file names chain "
            f"{deployment.chain_id} (genesis {deployment.genesis_hash}, contracts from block "
            f"{deployment.block}): run `python -m indexer reset` to fill it again, or name "
            "another database"
        )
    head = Head(row.head_number, row.head_hash, row.head_timestamp)
    return head, Marks(row.safe_number, row.finalized_number)


def claim(engine: Engine, deployment: Deployment, anchor: Header) -> None:
    """Start an index at the block before the deployment; another indexer may have done so."""
    chain_id, genesis_hash, block, contracts = _identity(deployment)
    with engine.begin() as connection:
        connection.execute(
            insert(Chain).on_conflict_do_nothing(),
            {
                "chain_id": chain_id,
                "genesis_hash": genesis_hash,
                "deployment_block": block,
                "contracts": contracts,
                **_head_columns(anchor),
                **_mark_columns(Marks(0, 0)),
            },
        )
        names = [column.name for column in Block.__table__.columns]
        values = dict(zip(names, _block(anchor), strict=True))
        connection.execute(insert(Block).on_conflict_do_nothing(), values)


def recent(engine: Engine, highest: int, count: int) -> list[Head]:
    """The last blocks we know up to a number, upwards."""
    query = (
        select(Block.number, Block.hash, Block.timestamp)
        .where(Block.number <= highest)
        .order_by(Block.number.desc())
        .limit(count)
    )
    with engine.connect() as connection:
        return [Head(*row) for row in reversed(connection.execute(query).all())]


def commit(
    engine: Engine,
    head: Head,
    headers: Sequence[Header],
    tables: Tables,
    marks: Marks,
    window: int,
) -> None:
    """Move the head to the last of these headers, with all rows in between."""
    end = headers[-1]
    spoken = {row[0] for row in tables[Event]}
    kept = [h for h in headers if h.number in spoken or h.number > end.number - window or h is end]
    with engine.begin() as connection:
        _advance(connection, head, end, marks)
        copy(connection, Block, list(map(_block, kept)))
        for table, rows in tables.items():
            copy(connection, table, rows)
        _prune(connection, head.number - window, end.number - window)
        _notify(connection, end.number)


def mark(engine: Engine, head: Head, marks: Marks) -> None:
    """Say that more of what is there became safe or final."""
    with engine.begin() as connection:
        _advance(connection, head, head, marks)
        _notify(connection, head.number)


def rewind(
    engine: Engine, head: Head, ancestor: Head, marks: Marks, tables: Sequence[type[Placed]]
) -> None:
    """Forget every block above the ancestor and all that was said in them."""
    with engine.begin() as connection:
        _advance(connection, head, ancestor, marks.within(ancestor.number))
        for table in tables:
            connection.execute(delete(table).where(table.block_number > ancestor.number))
        connection.execute(delete(Block).where(Block.number > ancestor.number))
        _notify(connection, ancestor.number)


def reset(engine: Engine, tables: Sequence[type[IndexBase]]) -> None:
    """Empty these tables of the index."""
    names = ", ".join(table.__tablename__ for table in tables)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {names}")


def _advance(connection: Connection, head: Head, to: Head | Header, marks: Marks) -> None:
    """Compare and set: two indexers at once must not both believe they moved the head."""
    moved = connection.execute(
        update(Chain)
        .where(Chain.head_number == head.number, Chain.head_hash == head.hash)
        .values(_head_columns(to) | _mark_columns(marks))
    )
    if moved.rowcount != 1:
        raise HeadMoved(f"another indexer moved the head on from block {head.number}")


def _prune(connection: Connection, oldest: int, newest: int) -> None:
    """Drop headers that left the recent window and hold no event; the anchor stays."""
    silent = ~select(Event.block_number).where(Event.block_number == Block.number).exists()
    anchor = select(Chain.deployment_block - 1).scalar_subquery()
    connection.execute(
        delete(Block).where(Block.number.between(oldest, newest), Block.number > anchor, silent)
    )


def _notify(connection: Connection, number: int) -> None:
    connection.execute(select(func.pg_notify(CHANNEL, str(number))))


def copy(connection: Connection, table: type[IndexBase], rows: Sequence[Values]) -> None:
    """Hand rows over as COPY's text, which is the fastest that PostgreSQL takes."""
    if not rows:
        return
    names = ", ".join(f'"{column.name}"' for column in table.__table__.columns)
    driver = cast(psycopg.Connection[Any], connection.connection.driver_connection)
    statement = f"COPY {table.__tablename__} ({names}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement.encode()) as opened:
        for chunk in copytext.lines(table, rows):
            opened.write(chunk)


def _identity(deployment: Deployment) -> tuple[int, Hash32, int, dict[str, Any]]:
    contracts: dict[str, Any] = dict(deployment.contracts)
    return deployment.chain_id, deployment.genesis_hash, deployment.block, contracts


def _head_columns(head: Head | Header) -> dict[str, Any]:
    return {
        "head_number": head.number,
        "head_hash": head.hash,
        "head_timestamp": head.timestamp,
    }


def _mark_columns(marks: Marks) -> dict[str, Any]:
    return {"safe_number": marks.safe, "finalized_number": marks.finalized}


def _block(header: Header) -> Values:
    return header.number, header.hash, header.parent_hash, header.timestamp
