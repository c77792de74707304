"""the stream of events
from now on                      -> open with a cursor, then what is told
from a cursor                    -> what was told after it, then what is told, each once
topics                           -> these and no others
a reorganisation                 -> retracted, naming what it takes back
nothing happens                  -> a sign of life
somebody who does not keep up    -> cut with a reason and a cursor, which resumes without a gap
somebody who takes nothing       -> is left
more listeners than are taken    -> refused
the database hangs up            -> what is told later is heard all the same
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import Any

import pytest
from sqlalchemy import Engine, text

from marketplace import db
from marketplace.live import hub as hubs
from marketplace.live import stream
from marketplace.live.hub import Hub, Listener, NothingHeard, TooManyListeners, running
from marketplace.live.stream import Stream, events
from marketplace.live.tell import tell_all
from marketplace.live.topic import Topic
from tests.marketplace.live.scribe import BID, MINT, SALE, Scribe

ALL: frozenset[Topic] = frozenset()
Said = tuple[str, Any]
Tell = Callable[..., Awaitable[None]]


@pytest.fixture
def hub(engine: Engine) -> Hub:
    """A hub that is not running yet."""
    return Hub(db.units(engine), engine.url.render_as_string(hide_password=False))


@pytest.fixture
def say(engine: Engine, scribe: Scribe) -> Tell:
    """Have one more block said and told."""

    async def tell(*sayings: Any, branch: str = "aaaa") -> None:
        await asyncio.to_thread(scribe.block, *sayings, branch=branch)
        await asyncio.to_thread(tell_all, engine)

    return tell


async def heard(source: AsyncIterator[bytes], count: int) -> list[Said]:
    """The next events of a stream: what kind, and the data."""
    found: list[Said] = []
    async with asyncio.timeout(30):
        while len(found) < count:
            lines = (await anext(source)).decode().splitlines()
            fields = dict(line.split(": ", 1) for line in lines if line)
            if "data" in fields:
                found.append((fields["event"], json.loads(fields["data"])))
    return found


def names(said: list[Said]) -> list[str]:
    """Which contract events they are."""
    return [data["event"] for _, data in said]


def test_from_now_on(hub: Hub, say: Tell) -> None:
    async def play() -> None:
        await say(MINT)
        async with running(hub):
            await hub.ready()
            with hub.joined(ALL) as listener:
                async with aclosing(events(hub, listener, None)) as source:
                    ((kind, data),) = await heard(source, 1)
                    assert (kind, data) == ("open", {"cursor": str(hub.position)})
                    await say(SALE)
                    ((kind, data),) = await heard(source, 1)
        assert (kind, data["event"], data["topics"]) == (
            "stated",
            "WorkSold",
            ["sales", "listings"],
        )
        assert data["arguments"] == SALE[2]
        assert data["work"].startswith("bafkrei")

    asyncio.run(play())


def test_from_a_cursor_each_event_once(
    hub: Hub, say: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs.queries, "PAGE", 2)

    async def play() -> None:
        await say(*[MINT] * 5)
        async with running(hub):
            await hub.ready()
            with hub.joined(ALL) as listener:
                async with aclosing(events(hub, listener, hub.position - 5)) as source:
                    first = await heard(source, 3)
                    await say(SALE, SALE)  # while the past is still being told
                    said = first[1:] + await heard(source, 5)
        assert names(said) == ["WorkMinted"] * 5 + ["WorkSold"] * 2
        ids = [int(data["id"]) for _, data in said]
        assert ids == list(range(ids[0], ids[0] + 7))

    asyncio.run(play())


def test_topics(hub: Hub, say: Tell) -> None:
    async def play() -> None:
        await say(MINT, BID)
        async with running(hub):
            await hub.ready()
            with hub.joined(frozenset({Topic.BIDS, Topic.AUCTIONS})) as listener:
                async with aclosing(events(hub, listener, 0)) as source:
                    await heard(source, 1)
                    await say(SALE, BID)
                    assert names(await heard(source, 2)) == ["BidPlaced"] * 2

    asyncio.run(play())


def test_a_reorganisation_is_told(hub: Hub, say: Tell, scribe: Scribe) -> None:
    async def play() -> None:
        async with running(hub):
            await hub.ready()
            with hub.joined(ALL) as listener:
                async with aclosing(events(hub, listener, None)) as source:
                    await heard(source, 1)
                    await say(SALE)
                    await asyncio.to_thread(scribe.rewind, 0)
                    await say(BID, branch="bbbb")
                    first, second, third = await heard(source, 3)
        assert [first[0], second[0], third[0]] == ["stated", "retracted", "stated"]
        assert second[1]["retracts"] == first[1]["id"]
        assert second[1]["arguments"] == first[1]["arguments"]
        assert third[1]["event"] == "BidPlaced"

    asyncio.run(play())


def test_a_sign_of_life(hub: Hub, scribe: Scribe) -> None:
    async def play() -> None:
        source = events(hub, Listener(ALL), None, heartbeat=0.01, longest=60)
        async with aclosing(source):
            lines = [await anext(source) for _ in range(4)]
        assert lines[2:] == [b": still here\n\n"] * 2

    asyncio.run(play())


def test_who_falls_behind_is_cut_and_resumes(
    hub: Hub, say: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "QUEUE", 3)

    async def play() -> None:
        await say(MINT)
        async with running(hub):
            await hub.ready()
            begun = hub.position
            with hub.joined(ALL) as listener:
                async with aclosing(events(hub, listener, None)) as source:
                    await heard(source, 1)
                    await say(*[SALE] * 5)
                    await until(lambda: hub.position == begun + 5)
                    *kept, (kind, last) = await heard(source, 4)
                    with pytest.raises(StopAsyncIteration):
                        await anext(source)
            assert (kind, last["cursor"]) == ("cut", kept[-1][1]["id"])
            assert "more slowly" in last["reason"]
            with hub.joined(ALL) as listener:
                async with aclosing(events(hub, listener, int(last["cursor"]))) as source:
                    rest = await heard(source, 3)
        ids = [int(data["id"]) for _, data in (*kept, *rest[1:])]
        assert ids == list(range(begun + 1, begun + 6))

    asyncio.run(play())


def test_who_takes_nothing_is_left(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "SEND_SECONDS", 0.05)

    async def never(*_: object) -> Any:
        await asyncio.Event().wait()

    async def play() -> None:
        sent = Stream(hub, ALL, None)
        async with asyncio.timeout(30):
            await sent({"type": "http", "asgi": {"spec_version": "2.3"}}, never, never)
        with hub.joined(ALL):
            pass

    asyncio.run(play())


def test_more_listeners_than_are_taken(engine: Engine) -> None:
    hub = Hub(db.units(engine), "", most=1)
    with hub.joined(ALL), pytest.raises(TooManyListeners, match="1 listen"), hub.joined(ALL):
        pass
    with hub.joined(ALL):
        pass


def test_a_hub_that_reaches_no_database_says_so(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hubs, "READY_SECONDS", 0.01)
    with pytest.raises(NothingHeard):
        asyncio.run(hub.ready())


def test_a_database_that_hangs_up_is_heard_again(hub: Hub, say: Tell, engine: Engine) -> None:
    async def play() -> None:
        async with running(hub):
            await hub.ready()
            with hub.joined(ALL) as listener:
                async with aclosing(events(hub, listener, None)) as source:
                    assert await asyncio.to_thread(hang_up, engine) == 1
                    await say(SALE)
                    assert names((await heard(source, 2))[1:]) == ["WorkSold"]

    asyncio.run(play())


def hang_up(engine: Engine) -> int:
    """End the hub's own connection; how many that were."""
    query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name"
    with engine.begin() as connection:
        return len(connection.execute(text(query), {"name": "atelier-live"}).all())


async def until(what: Callable[[], bool]) -> None:
    """Give way until it is so."""
    async with asyncio.timeout(30):
        while not what():
            await asyncio.sleep(0)
