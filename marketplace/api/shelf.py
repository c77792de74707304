"""Keep answers for as long as nothing that they tell has changed, and give them at the door.

Nothing that a visitor reads here changes but by a block or by a write of ours, and either is
announced by the database as it is committed (`CHANNEL`). Whoever does not hear keeps nothing.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from threading import Lock
from typing import Final

import psycopg
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from marketplace import log
from marketplace.api.reader import address
from marketplace.guard import SAFE_METHODS

CHANNEL: Final = "atelier_shown"
MOST_BYTES: Final = 64 << 20
ROOT: Final = "/api/v1/"
FIRST_PAUSE_SECONDS: Final = 0.2
LONGEST_PAUSE_SECONDS: Final = 10.0

Headers = list[tuple[bytes, bytes]]
Name = tuple[str, bytes]  # path and query

_log = log.get(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that may be given again, and its `ETag`."""

    etag: bytes
    headers: Headers
    body: bytes


class Shelf:
    """Answers by path and query, the least used thrown away first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes, self._bytes = most_bytes, 0
        self._kept: OrderedDict[Name, Kept] = OrderedDict()
        self._hears = False
        self._lock = Lock()
        self.edition = 0

    def get(self, name: Name) -> Kept | None:
        """What is kept under this name."""
        with self._lock:
            found = self._kept.get(name)
            if found is not None:
                self._kept.move_to_end(name)
            return found

    def put(self, name: Name, kept: Kept, edition: int) -> None:
        """Keep an answer, unless something changed since `edition` was read before asking."""
        with self._lock:
            if not self._hears or edition != self.edition or name in self._kept:
                return
            self._kept[name] = kept
            self._bytes += len(kept.body)
            while self._bytes > self._most_bytes:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.body)

    def renew(self, hears: bool | None = None) -> None:
        """Throw all away: something changed, or may have while nobody heard."""
        with self._lock:
            self._hears = self._hears if hears is None else hears
            self.edition += 1
            self._kept.clear()
            self._bytes = 0


class Counter:
    """An ASGI application around ours that answers from the shelf, and empties it at a write."""

    def __init__(self, app: ASGIApp, shelf: Shelf) -> None:
        self._app, self._shelf = app, shelf

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["method"] not in SAFE_METHODS:
            await self._app(scope, receive, self._emptying(send))
        elif (
            scope["method"] == "GET"
            and scope["path"].startswith(ROOT)
            and (kept := self._shelf.get((scope["path"], scope["query_string"])))
        ):
            await give(kept, scope, send)
        else:
            await self._app(scope, receive, send)

    def _emptying(self, send: Send) -> Send:
        """Whoever is told that their write is done reads it, even before it is announced."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._shelf.renew()
            await send(message)

        return told


async def give(kept: Kept, scope: Scope, send: Send) -> None:
    """Answer with what is kept; 304 to whoever has it already."""
    asked = next((value for name, value in scope["headers"] if name == b"if-none-match"), b"")
    has = kept.etag in asked or asked.strip() == b"*"
    headers = [pair for pair in kept.headers if not has or pair[0] != b"content-length"]
    await send({"type": "http.response.start", "status": 304 if has else 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if has else kept.body})


@asynccontextmanager
async def hearing(url: str, name: str, shelf: Shelf) -> AsyncIterator[None]:
    """Empty the shelf at every announcement, for as long as this lasts."""
    ear = asyncio.create_task(_listen(url, name, shelf))
    try:
        yield
    finally:
        ear.cancel()
        with suppress(asyncio.CancelledError):
            await ear


async def _listen(url: str, name: str, shelf: Shelf) -> None:
    named = address(url) | {"application_name": name}
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(
                **named, autocommit=True
            ) as connection:
                await connection.execute(f"LISTEN {CHANNEL}")
                shelf.renew(hears=True)
                pause = FIRST_PAUSE_SECONDS
                async for _ in connection.notifies():
                    shelf.renew()
        except psycopg.Error as fault:
            _log.info("nothing_is_kept", reason=type(fault).__name__)
        shelf.renew(hears=False)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
