"""Read every announcement once, and hand it to all who listen in this process.

A listener has a short queue of its own. Whoever does not keep up with it is cut off rather than
waited for: the log has everything, and a cursor resumes there.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

import orjson
from starlette.concurrency import run_in_threadpool

from marketplace import log
from marketplace.db import AWAY, Units, unit
from marketplace.errors import TooMany, Unavailable
from marketplace.live import ear, queries
from marketplace.live.models import Announcement
from marketplace.live.schemas import ChainEvent
from marketplace.live.tell import CHANNEL
from marketplace.live.topic import Topic

QUEUE: Final = 256
MOST_LISTENERS: Final = 500
READY_SECONDS: Final = 5.0

_log = log.get(__name__)


class TooManyListeners(TooMany):
    """As many people listen as this process takes."""

    title = "Too many listen right now"


class NothingHeard(Unavailable):
    """The hub has not reached the database yet, or has lost it."""

    title = "Events cannot be read right now"


@dataclass(frozen=True, slots=True)
class Item:
    """One announcement as the stream sends it: made once, sent to many."""

    sequence: int
    topics: frozenset[Topic]
    content: bytes


@dataclass(slots=True, eq=False)
class Listener:
    """Somebody who listens to some topics, or to all if none is named."""

    topics: frozenset[Topic]
    queue: asyncio.Queue[Item] = field(default_factory=lambda: asyncio.Queue(QUEUE))
    is_cut: bool = False

    def wants(self, item: Item) -> bool:
        """Whether it is one of these topics."""
        return not self.topics or not self.topics.isdisjoint(item.topics)

    def offer(self, item: Item) -> None:
        """Hand it over; a full queue ends the listening, so that nothing is left out in between."""
        if self.is_cut or not self.wants(item):
            return
        try:
            self.queue.put_nowait(item)
        except asyncio.QueueFull:
            self.is_cut = True


class Hub:
    """Everybody who listens in this process, and how far all of them have been told."""

    def __init__(self, units: Units, database: str, most: int = MOST_LISTENERS) -> None:
        self.position = 0
        self._units, self._database, self._most = units, database, most
        self._listeners: set[Listener] = set()
        self._is_ready = asyncio.Event()

    async def run(self) -> None:
        """Hand on what is announced, until cancelled; a database that is away is waited for."""
        async with aclosing(ear.rings(self._database, [CHANNEL], "atelier-live")) as rings:
            async for _ in rings:
                try:
                    await self._hand_on()
                except AWAY as fault:
                    reason = str(fault).splitlines()[0]
                    _log.warning("announcements_unread", reason=reason)

    async def ready(self) -> None:
        """Wait until it is known where the log ends; `NothingHeard` if that takes too long."""
        try:
            async with asyncio.timeout(READY_SECONDS):
                await self._is_ready.wait()
        except TimeoutError:
            raise NothingHeard(
                "The database does not answer. Try again in a few seconds.", retry_after=2
            ) from None

    @contextmanager
    def joined(self, topics: frozenset[Topic]) -> Iterator[Listener]:
        """Listen while the block lasts, to all that comes after the present position."""
        if len(self._listeners) >= self._most:
            raise TooManyListeners(
                f"{len(self._listeners)} listen right now, which is all we take. Try again in a "
                "moment, or read the log at /api/v1/events/log.",
                retry_after=5,
            )
        listener = Listener(topics)
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    async def page(self, after: int, until: int) -> Sequence[Item]:
        """A part of the log, for who resumes: some hundred announcements, of every topic."""
        return await run_in_threadpool(self._read, after, until)

    async def end(self) -> int:
        """The number of the last announcement there is, told to our listeners or not."""
        return await run_in_threadpool(self._last)

    async def _hand_on(self) -> None:
        if not self._is_ready.is_set():
            self.position = await self.end()
            self._is_ready.set()
        while items := await run_in_threadpool(self._read, self.position):
            # Nobody joins between here and the new position: nothing is missed, or heard twice.
            for listener in self._listeners:
                for item in items:
                    listener.offer(item)
            self.position = items[-1].sequence

    def _last(self) -> int:
        with unit(self._units) as session:
            return queries.last(session)

    def _read(self, after: int, until: int | None = None) -> Sequence[Item]:
        with unit(self._units) as session:
            return [
                _item(row) for row in queries.after(session, after, until=until, limit=queries.PAGE)
            ]


@asynccontextmanager
async def running(hub: Hub) -> AsyncIterator[None]:
    """Have the hub hand on while the block lasts."""
    task = asyncio.create_task(hub.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _item(told: Announcement) -> Item:
    answer = ChainEvent.of(told)
    head = f"id: {answer.id}\nevent: {answer.kind}\ndata: ".encode()
    content = head + orjson.dumps(answer.model_dump(mode="json")) + b"\n\n"
    return Item(told.sequence, frozenset(answer.topics), content)
