"""Send events to one listener as they come, beginning where it left off, until it falls behind."""

import asyncio
import time
from collections.abc import AsyncGenerator, MutableMapping
from typing import Any, Final

import orjson
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from marketplace import log
from marketplace.live.hub import Hub, Listener
from marketplace.live.topic import Topic

RETRY_MILLISECONDS: Final = 1000
HEARTBEAT_SECONDS: Final = 15.0
LONGEST_SECONDS: Final = 3600.0  # then the browser comes back by itself, perhaps to another machine
SEND_SECONDS: Final = 20.0  # who takes nothing for so long is gone, or as good as

SLOW: Final = "You read more slowly than events come. Resume from this cursor."
DONE: Final = "A stream lasts an hour. Resume from this cursor."

_log = log.get(__name__)


class Stream(StreamingResponse):
    """One listener's stream; the hub knows of it for exactly as long as it is sent."""

    media_type = "text/event-stream"

    def __init__(self, hub: Hub, topics: frozenset[Topic], cursor: int | None) -> None:
        super().__init__(iter(()), headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._hub, self._topics, self._cursor = hub, topics, cursor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the events end, the listener leaves, or takes nothing any more."""
        with self._hub.joined(self._topics) as listener:
            self.body_iterator = events(self._hub, listener, self._cursor)
            try:
                await super().__call__(scope, receive, _impatient(send))
            except Stuck:
                _log.info("listener_left", reason=f"took nothing for {SEND_SECONDS:g} s")


class Stuck(Exception):
    """The listener takes nothing any more; the server closes what is not ended."""


def _impatient(send: Send) -> Send:
    """Wait for a listener's network, but not for ever; the server then closes the connection."""

    async def send_or_leave(message: MutableMapping[str, Any]) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await send(message)
        except TimeoutError as late:
            raise Stuck from late

    return send_or_leave


async def events(
    hub: Hub,
    listener: Listener,
    cursor: int | None,
    heartbeat: float = HEARTBEAT_SECONDS,
    longest: float = LONGEST_SECONDS,
) -> AsyncGenerator[bytes]:
    """What was told after the cursor, then what is told now; `None`: now.

    It opens with the cursor at which it begins, so that who loses the connection before the first
    event misses none, and ends with the reason and the cursor that resumes.
    """
    begun, joined = time.monotonic(), hub.position
    position = joined if cursor is None else cursor
    yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
    yield control("open", position)
    while position < joined:
        for item in (page := await hub.page(position, joined)):
            if listener.wants(item):
                yield item.content
        position = page[-1].sequence if page else joined
    while time.monotonic() - begun < longest:
        if listener.is_cut and listener.queue.empty():
            yield control("cut", position, SLOW)
            return
        try:
            async with asyncio.timeout(heartbeat):
                item = await listener.queue.get()
        except TimeoutError:
            yield b": still here\n\n"
            continue
        if item.sequence > position:
            yield item.content
            position = item.sequence
    yield control("cut", position, DONE)


def control(event: str, position: int, reason: str | None = None) -> bytes:
    """A word about the stream itself."""
    facts = {"cursor": str(position)} | ({"reason": reason} if reason else {})
    return f"id: {position}\nevent: {event}\ndata: ".encode() + orjson.dumps(facts) + b"\n\n"
