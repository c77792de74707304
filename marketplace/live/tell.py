"""Tell of what the index holds since the last time, and take back what it holds no longer.

One transaction a step, and one teller at a time: what is told has the order in which it became
known, without gaps that a reader could fall into. The index is only read. It forgets what a
reorganisation took away; what was told of it is compared with its blocks, and retracted, newest
first, before anything new is told.
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Insert,
    and_,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from indexer.models import Block, Chain, Event
from marketplace.live.models import Announcement, Telling

INDEX_CHANNEL: Final = "atelier_index"  # where the index says that it moved
CHANNEL: Final = "atelier_announced"  # where we say that there is something new
BATCH: Final = 5_000

READ: Final = ", ".join(table.__tablename__ for table in (Chain, Block, Event))

STANDING: Final = and_(Announcement.retracts.is_(None), Announcement.is_retracted.is_(False))
PLACE: Final = (
    "contract",
    "name",
    "block_number",
    "block_hash",
    "timestamp",
    "log_index",
    "transaction_hash",
    "arguments",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one step came to; `is_all` says that there was no more to tell."""

    stated: int = 0
    retracted: int = 0
    is_all: bool = True


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the index is, and up to where it has to be what was told."""

    head: int
    final: int  # as the index has it now
    kept: int  # as it was when something was told last


def tell_all(engine: Engine, batch: int = BATCH) -> Told:
    """Tell until there is no more; what that came to."""
    stated = retracted = 0
    while True:
        step = tell(engine, batch)
        stated, retracted = stated + step.stated, retracted + step.retracted
        if step.is_all:
            return Told(stated, retracted)


def tell(engine: Engine, batch: int = BATCH) -> Told:
    """One step: take back, or tell of whole blocks until `batch` events are reached."""
    frozen = {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**frozen) as connection, connection.begin():
        # Locks take no snapshot: what is read below includes what the last teller wrote, and no
        # table of the index is emptied between two looks, which a snapshot would not survive.
        connection.execute(text(f"LOCK TABLE {Telling.__tablename__} IN EXCLUSIVE MODE"))
        connection.execute(text(f"LOCK TABLE {READ} IN ACCESS SHARE MODE"))
        reach = _reach(connection)
        # Behind what was final: the index is being filled again, and will say the same.
        if reach is None or reach.head < reach.kept:
            return Told()
        told = _retract(connection, reach, batch) or _state(connection, reach, batch)
        if told.stated or told.retracted:
            connection.execute(select(func.pg_notify(CHANNEL, "")))
        return told


def _reach(connection: Connection) -> Reach | None:
    """How far the index is; None while it is empty. Of another chain, nothing told is final."""
    chain = connection.execute(select(Chain.__table__)).one_or_none()
    if chain is None:
        return None
    known = connection.execute(select(Telling.__table__)).one_or_none()
    ours = (chain.genesis_hash, chain.deployment_block)
    if known is not None and (known.genesis_hash, known.deployment_block) == ours:
        return Reach(chain.head_number, chain.finalized_number, known.final_number)
    connection.execute(delete(Telling))
    connection.execute(
        insert(Telling).values(genesis_hash=ours[0], deployment_block=ours[1], final_number=-1)
    )
    return Reach(chain.head_number, chain.finalized_number, -1)


def _retract(connection: Connection, reach: Reach, batch: int) -> Told | None:
    """Take back what stands in a block that the index has no longer, and all above; the last first.

    None where every block is still there.
    """
    fork = connection.scalar(
        select(func.min(Announcement.block_number))
        .outerjoin(Block, _same_block())
        .where(STANDING, Announcement.block_number > reach.kept, Block.number.is_(None))
    )
    if fork is None:
        return None
    lost = (
        select(Announcement.sequence)
        .where(STANDING, Announcement.block_number >= fork)
        .order_by(Announcement.sequence.desc())
        .limit(batch)
    )
    numbers = connection.scalars(lost).all()
    again = [column for column in Announcement.__table__.c if column.name in PLACE]
    connection.execute(
        insert(Announcement).from_select(
            ["retracts", *(column.name for column in again)],
            select(Announcement.sequence, *again)
            .where(Announcement.sequence.in_(numbers))
            .order_by(Announcement.sequence.desc()),
        )
    )
    connection.execute(
        update(Announcement).where(Announcement.sequence.in_(numbers)).values(is_retracted=True)
    )
    return Told(retracted=len(numbers), is_all=False)


def _state(connection: Connection, reach: Reach, batch: int) -> Told:
    """Tell of the blocks above the last one told of; whole blocks, as they were committed."""
    last = connection.scalar(select(func.max(Announcement.block_number)).where(STANDING))
    after = -1 if last is None else last
    numbers = (
        select(Event.block_number)
        .where(Event.block_number > after)
        .order_by(Event.block_number, Event.log_index)
        .limit(batch)
        .subquery()
    )
    until = connection.scalar(select(func.max(numbers.c.block_number)))
    stated = 0
    if until is not None:
        done = connection.execute(
            _announce(after, until), execution_options={"preserve_rowcount": True}
        )
        stated = done.rowcount
    is_all = stated < batch
    final = min(reach.final, reach.head if is_all or until is None else until)
    if final > reach.kept:
        connection.execute(update(Telling).values(final_number=final))
    return Told(stated=stated, is_all=is_all)


def _announce(after: int, until: int) -> Insert:
    """Copy the events of these blocks, in the chain's order."""
    values = {
        "contract": Event.contract,
        "name": Event.name,
        "block_number": Event.block_number,
        "block_hash": Block.hash,
        "timestamp": Block.timestamp,
        "log_index": Event.log_index,
        "transaction_hash": Event.transaction_hash,
        "arguments": Event.arguments,
    }
    return insert(Announcement).from_select(
        [*values],
        select(*values.values())
        .join(Block, Block.number == Event.block_number)
        .where(Event.block_number > after, Event.block_number <= until)
        .order_by(Event.block_number, Event.log_index),
    )


def _same_block() -> ColumnElement[bool]:
    return and_(Block.number == Announcement.block_number, Block.hash == Announcement.block_hash)
