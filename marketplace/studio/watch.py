"""Tell a watching browser how a commission goes on, as server-sent events, until it rests."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any, Final
from uuid import UUID

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from marketplace.db import Units, unit
from marketplace.studio import queries
from marketplace.studio.error import ProgressBusy
from marketplace.studio.state import MINTED, RESTING

LOOK_SECONDS: Final = 0.3
HEARTBEAT_SECONDS: Final = 10.0
LONGEST_SECONDS: Final = 900.0  # a browser's EventSource comes back by itself
MOST_WATCHERS: Final = 200

Facts = dict[str, Any]


class Watchers:
    """Counts who watches in this process, so that watching cannot starve everything else."""

    def __init__(self, most: int = MOST_WATCHERS) -> None:
        self._most = most
        self._now = 0

    def __enter__(self) -> None:
        if self._now >= self._most:
            raise ProgressBusy(
                f"{self._now} people watch right now, which is all we take; "
                "reload the page in a moment.",
                retry_after=5,
            )
        self._now += 1

    def __exit__(self, *_: object) -> None:
        self._now -= 1


class Broadcast(StreamingResponse):
    """A stream to one watcher, who counts while it lasts.

    Not while its events are asked for: of a browser that left before the first one, nobody asks.
    """

    media_type = "text/event-stream"

    def __init__(self, events: AsyncIterator[bytes], watchers: Watchers) -> None:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(events, headers=headers)
        self._watchers = watchers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the events end or the watcher leaves."""
        with self._watchers:
            await super().__call__(scope, receive, send)


def facts(units: Units, id_: UUID) -> Facts | None:
    """The state of the moment; `minted` where the index says so."""
    with unit(units) as session:
        row = queries.progress(session, id_)
    if row is None:
        return None
    state, permille, stage, failure, is_minted = row
    return {
        "state": MINTED if is_minted else state,
        "progress_permille": permille,
        "stage": stage,
        "failure": failure,
    }


async def events(
    look: Callable[[], Facts | None], clock: Callable[[], float] = time.monotonic
) -> AsyncIterator[bytes]:
    """An event for every change, a comment when nothing changes, the end at a resting state."""
    begun = clock()
    told: Facts | None = None
    told_at = begun
    while clock() - begun < LONGEST_SECONDS:
        now = await run_in_threadpool(look)
        if now is None:
            return
        if now != told:
            yield b"event: progress\ndata: " + orjson.dumps(now) + b"\n\n"
            told, told_at = now, clock()
            if now["state"] == MINTED or now["state"] in RESTING:
                return
        elif clock() - told_at >= HEARTBEAT_SECONDS:
            yield b": still here\n\n"
            told_at = clock()
        await asyncio.sleep(LOOK_SECONDS)
