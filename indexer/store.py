"""Keep the index in PostgreSQL: one transaction a step, or nothing at all."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import psycopg
from psycopg.sql import SQL
from sqlalchemy import Connection, Engine, create_engine, delete, func, inspect, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.types import TypeEngine

from indexer.abi import Deployment
from indexer.apply import Tables
from indexer.error import HeadMoved, IndexForeign, TablesMissing
from indexer.models import Block, Chain, Event, IndexBase, Placed
from indexer.plan import Head
from indexer.primitives import Hash32
from indexer.wire import Header

DRIVER = "postgresql+psycopg"
CHANNEL = "atelier_index"


def connect(url: str) -> Engine:
    """The database at this address, by the one driver we use."""
    return create_engine(make_url(url).set(drivername=DRIVER), pool_pre_ping=True, pool_size=1)


def check_tables(engine: Engine) -> None:
    """Refuse a database that the migrations have not reached."""
    if not inspect(engine).has_table(Chain.__tablename__):
        raise TablesMissing("the database has no index tables yet: run `alembic upgrade head`")


def claimed(engine: Engine, deployment: Deployment) -> Head | None:
    """The head of an index of this very deployment; None when the index is empty."""
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
    return Head(row.head_number, row.head_hash, row.head_timestamp)


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
            },
        )
        connection.execute(insert(Block).on_conflict_do_nothing(), _block(anchor))


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
    engine: Engine, head: Head, headers: Sequence[Header], tables: Tables, window: int
) -> None:
    """Move the head to the last of these headers, with all rows in between."""
    end = headers[-1]
    spoken = {row["block_number"] for rows in tables.values() for row in rows}
    kept = [h for h in headers if h.number in spoken or h.number > end.number - window or h is end]
    with engine.begin() as connection:
        _advance(connection, head, end)
        _copy(connection, Block, map(_block, kept))
        for table, rows in tables.items():
            _copy(connection, table, rows)
        _prune(connection, head.number - window, end.number - window)
        _notify(connection, end.number)


def rewind(engine: Engine, head: Head, ancestor: Head) -> None:
    """Forget every block above the ancestor and all that was said in them."""
    with engine.begin() as connection:
        _advance(connection, head, ancestor)
        for table in fact_tables():
            connection.execute(delete(table).where(table.block_number > ancestor.number))
        connection.execute(delete(Block).where(Block.number > ancestor.number))
        _notify(connection, ancestor.number)


def reset(engine: Engine) -> None:
    """Empty every table of the index."""
    every: list[type[IndexBase]] = [*fact_tables(), Block, Chain]
    tables = ", ".join(table.__tablename__ for table in every)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {tables}")


def fact_tables() -> list[type[Placed]]:
    """Every table whose rows stand at a place on the chain."""
    return [m.class_ for m in IndexBase.registry.mappers if issubclass(m.class_, Placed)]


def _advance(connection: Connection, head: Head, to: Head | Header) -> None:
    """Compare and set: two indexers at once must not both believe they moved the head."""
    moved = connection.execute(
        update(Chain)
        .where(Chain.head_number == head.number, Chain.head_hash == head.hash)
        .values(_head_columns(to))
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


def _copy(connection: Connection, table: type[IndexBase], rows: Iterable[dict[str, Any]]) -> None:
    writers = [(c.name, _writer(c.type, connection.dialect)) for c in table.__table__.columns]
    names = ", ".join(name for name, _ in writers)
    driver = cast(psycopg.Connection[Any], connection.connection.driver_connection)
    statement = SQL("COPY {} ({}) FROM STDIN").format(SQL(table.__tablename__), SQL(names))
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row([write(row[name]) for name, write in writers])


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any]:
    """How the dialect hands a value of this type to the driver, which COPY goes around."""
    return kind.dialect_impl(dialect).bind_processor(dialect) or (lambda value: value)


def _identity(deployment: Deployment) -> tuple[int, Hash32, int, dict[str, Any]]:
    contracts: dict[str, Any] = dict(deployment.contracts)
    return deployment.chain_id, deployment.genesis_hash, deployment.block, contracts


def _head_columns(head: Head | Header) -> dict[str, Any]:
    return {
        "head_number": head.number,
        "head_hash": head.hash,
        "head_timestamp": head.timestamp,
    }


def _block(header: Header) -> dict[str, Any]:
    return {
        "number": header.number,
        "hash": header.hash,
        "parent_hash": header.parent_hash,
        "timestamp": header.timestamp,
    }
