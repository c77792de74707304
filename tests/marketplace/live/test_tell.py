"""telling
an empty index                         -> nothing
events                                 -> told once, in the chain's order
a look without news                    -> nothing, and nobody is woken
a backlog                              -> whole blocks, batch by batch
two tellers at once                    -> each event once
a block replaced                       -> retracted newest first, then the new chain is told
a replaced block that was silent       -> what is said in its place is told
a rewind alone                         -> retracted
retracted and told again, many times   -> what stands is what the index holds
the index emptied and filled again     -> nothing new
another chain                          -> everything retracted, then that chain is told
every event that makes rows            -> has a topic of its own
the index's channel                    -> is where we listen
"""

from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import psycopg
from sqlalchemy import Engine, select

from indexer import store
from indexer.apply import HANDLERS
from indexer.models import Event
from marketplace.live.models import Announcement
from marketplace.live.tell import CHANNEL, INDEX_CHANNEL, STANDING, Told, tell, tell_all
from marketplace.live.topic import Topic, topics
from tests.marketplace.live.scribe import BID, MINT, SALE, Scribe, named

Line = tuple[int, int, str | None]


def told(engine: Engine) -> list[Any]:
    """Everything that was told, in order."""
    with engine.connect() as connection:
        return list(connection.execute(select(Announcement).order_by(Announcement.sequence)))


def lines(engine: Engine) -> list[tuple[str, int, str]]:
    """What was told, shortly: whether it stands there as said or withdrawn, block and branch."""
    return [
        ("-" if row.retracts else "+", row.block_number, row.block_hash[2]) for row in told(engine)
    ]


def standing(engine: Engine) -> list[Any]:
    """What was told and not taken back, as the index would say it."""
    columns = (Announcement.block_number, Announcement.log_index, Announcement.transaction_hash)
    query = select(*columns, Announcement.name).where(STANDING).order_by(*columns[:2])
    with engine.connect() as connection:
        return list(connection.execute(query))


def indexed(engine: Engine) -> list[Any]:
    """The same of the index itself."""
    columns = (Event.block_number, Event.log_index, Event.transaction_hash, Event.name)
    with engine.connect() as connection:
        return list(connection.execute(select(*columns).order_by(*columns[:2])))


def test_an_empty_index_says_nothing(engine: Engine) -> None:
    assert tell(engine) == Told()


def test_events_are_told_once_in_their_order(engine: Engine, scribe: Scribe) -> None:
    scribe.block(MINT, SALE)
    scribe.block(BID)
    assert tell_all(engine) == Told(stated=3)
    assert tell_all(engine) == Told()
    assert [(row.block_number, row.log_index, row.name) for row in told(engine)] == [
        (1, 0, "WorkMinted"),
        (1, 1, "WorkSold"),
        (2, 0, "BidPlaced"),
    ]
    first = told(engine)[0]
    assert (first.block_hash, first.timestamp, first.arguments) == (named(1), 1, MINT[2])


def test_only_news_wake_listeners(engine: Engine, scribe: Scribe) -> None:
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        scribe.block()
        tell_all(engine)
        scribe.block(SALE)
        tell_all(engine)
        tell_all(engine)
        listening.execute(f"NOTIFY {CHANNEL}, 'end'")
        heard = list(listening.notifies(timeout=30, stop_after=2))
        assert [one.payload for one in heard] == ["", "end"]


def test_a_backlog_comes_in_whole_blocks(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT, SALE, BID)] * 3)
    assert tell(engine, batch=2) == Told(stated=3, is_all=False)
    assert tell(engine, batch=2) == Told(stated=3, is_all=False)
    assert tell_all(engine, batch=2) == Told(stated=3)
    assert standing(engine) == indexed(engine)


def test_two_tellers_tell_each_event_once(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT, SALE)] * 40)
    with ThreadPoolExecutor(4) as pool:
        sums = list(pool.map(lambda _: tell_all(engine, batch=3), range(4)))
    assert sum(one.stated for one in sums) == 80
    assert standing(engine) == indexed(engine)


def test_a_replaced_block_is_taken_back_first(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT,), (SALE, SALE), (BID,)])
    tell_all(engine)
    scribe.rewind(1)
    scribe.blocks([(SALE,), (), (BID,)], branch="bbbb")
    assert tell_all(engine) == Told(stated=2, retracted=3)
    assert lines(engine)[4:] == [
        ("-", 3, "a"),
        ("-", 2, "a"),
        ("-", 2, "a"),
        ("+", 2, "b"),
        ("+", 4, "b"),
    ]
    rows = told(engine)
    assert [row.retracts for row in rows[4:7]] == [row.sequence for row in reversed(rows[1:4])]
    assert standing(engine) == indexed(engine)


def test_what_replaces_silent_blocks_is_told(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT,), (), ()])
    tell_all(engine)
    scribe.rewind(1)
    scribe.blocks([(), (SALE,)], branch="bbbb")
    assert tell_all(engine) == Told(stated=1)
    assert standing(engine) == indexed(engine)


def test_a_rewind_alone_takes_back(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT,), (SALE,)])
    tell_all(engine)
    scribe.rewind(1)
    assert tell_all(engine) == Told(retracted=1)


def test_what_stands_is_what_the_index_holds(engine: Engine, scribe: Scribe) -> None:
    dice = Random(7)
    for number in range(40):
        if scribe.head.number > 6 and dice.random() < 0.3:
            scribe.rewind(scribe.head.number - dice.randint(1, 5))
        scribe.block(*([MINT] * dice.randint(0, 2)), branch=f"{number:04x}")
        if dice.random() < 0.6:
            tell_all(engine, batch=dice.choice([1, 2, 100]))
    tell_all(engine)
    assert standing(engine) == indexed(engine)


def test_an_index_filled_again_is_no_news(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT,), (SALE,), (BID,)])
    scribe.finalize(2)
    tell_all(engine)
    scribe.forget()
    assert tell_all(engine) == Told()
    again = Scribe(engine)
    again.block(MINT)
    assert tell_all(engine) == Told()
    again.blocks([(SALE,), (BID,)])
    assert tell_all(engine) == Told()


def test_another_chain_takes_everything_back(engine: Engine, scribe: Scribe) -> None:
    scribe.blocks([(MINT,), (SALE,)])
    scribe.finalize(2)
    tell_all(engine)
    scribe.forget()
    other = Scribe(engine, genesis="cccc")
    other.block(BID, branch="cccc")
    assert tell_all(engine, batch=1) == Told(stated=1, retracted=2)
    assert standing(engine) == indexed(engine)


def test_every_event_that_makes_rows_has_a_topic() -> None:
    assert {place for place in HANDLERS if topics(*place) == (Topic.OTHER,)} == set()
    assert topics("AuctionHouse", "AuctionSettled") == (Topic.SALES, Topic.AUCTIONS)
    assert topics("Treasury", "CallScheduled") == (Topic.OTHER,)


def test_we_listen_where_the_index_speaks() -> None:
    assert INDEX_CHANNEL == store.CHANNEL
