"""Tell a watching browser how a commission goes on, as server-sent events, until it rests."""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import orjson
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from marketplace.db import Units, unit
from marketplace.studio import glimpse
from marketplace.studio.error import ProgressBusy
from marketplace.studio.models import Preview, Sketch, Verification
from marketplace.studio.state import MINTED, RESTING, State

LOOK_SECONDS: Final = 0.3
HEARTBEAT_SECONDS: Final = 10.0
LONGEST_SECONDS: Final = 900.0  # a browser's EventSource comes back by itself
MOST_WATCHERS: Final = 200
RETRY_MILLISECONDS: Final = 2000
LEAST_PERMILLE: Final = 50  # before that much is done, nobody knows how long the rest will take


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say now; `id` names it, so that whoever comes back is not told it again."""

    id: str
    event: str
    facts: Mapping[str, Any]
    is_over: bool


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


def commission(units: Units, id_: UUID) -> Told | None:
    """How a commission is now; `minted` where the index says so."""
    with unit(units) as session:
        found = glimpse.of_commission(session, id_)
        if found is None:
            return None
        is_waiting = found.state is State.ASKED and found.seconds is None
        ahead = glimpse.ahead(session, id_) if is_waiting else None
    facts = {
        "state": MINTED if found.is_minted else found.state,
        "progress_permille": found.permille,
        "stage": found.stage,
        "failure": found.failure,
        "ahead": ahead,
        "rest_seconds": rest_seconds(found.permille, found.seconds),
        "preview": preview_url(id_, found.preview),
    }
    is_over = found.is_minted or found.state in RESTING
    return Told(f"{found.revision}.{int(found.is_minted)}", "progress", facts, is_over)


def sheet(units: Units, id_: UUID) -> Told | None:
    """How the sketches of a sheet are now."""
    with unit(units) as session:
        rows = glimpse.of_sheet(session, id_)
    if not rows:
        return None
    facts = {"sketches": [of_sketch(sketch, look, seconds) for sketch, look, seconds in rows]}
    is_over = all(sketch.state != State.ASKED for sketch, _, _ in rows)
    return Told(".".join(str(sketch.revision) for sketch, _, _ in rows), "sheet", facts, is_over)


def verification(units: Units, id_: UUID) -> Told | None:
    """How the making again of a work is now."""
    with unit(units) as session:
        found = session.get(Verification, id_)
        if found is None:
            return None
        is_waiting = found.state == State.ASKED and found.begun_at is None
        ahead = glimpse.ahead(session, id_) if is_waiting else None
        look = session.scalar(select(Preview.sha256).where(Preview.subject == id_))
    begun = found.begun_at
    seconds = (found.updated_at - begun).total_seconds() if begun else None
    is_over = found.state != State.ASKED
    facts = {
        "state": found.state,
        "progress_permille": found.progress_permille,
        "stage": found.stage,
        "failure": found.failure,
        "ahead": ahead,
        "rest_seconds": None if is_over else rest_seconds(found.progress_permille, seconds),
        "preview": None if look is None else f"/api/v1/verifications/{id_}/preview?v={look[:12]}",
    }
    return Told(str(found.revision), "progress", facts, is_over)


def of_sketch(sketch: Sketch, look: str | None, seconds: float | None) -> dict[str, Any]:
    """What is told of one sketch."""
    is_going = sketch.state == State.ASKED
    found = {} if sketch.reasons is None else {"found": True}
    return {
        **found,
        "number": sketch.number,
        "state": sketch.state,
        "progress_permille": sketch.progress_permille,
        "stage": sketch.stage,
        "failure": sketch.failure,
        "rest_seconds": rest_seconds(sketch.progress_permille, seconds) if is_going else None,
        "picture": picture_url(sketch.sheet, sketch.number, look),
    }


def rest_seconds(permille: int, seconds: float | None) -> int | None:
    """How long it will go on, if it goes on as it did; None while nobody can say."""
    if seconds is None or permille < LEAST_PERMILLE:
        return None
    return math.ceil(float(seconds) * (1000 - permille) / permille)


def preview_url(id_: UUID, sha256: str | None) -> str | None:
    """Where a commission's newest look is; another look has another address."""
    return None if sha256 is None else f"/api/v1/commissions/{id_}/preview?v={sha256[:12]}"


def picture_url(sheet: UUID, number: int, sha256: str | None) -> str | None:
    """Where a sketch's newest look is."""
    return None if sha256 is None else f"/api/v1/sketches/{sheet}/{number}/picture?v={sha256[:12]}"


async def events(
    look: Callable[[], Told | None],
    since: str | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[bytes]:
    """An event for every change, a comment when nothing changes, the end when all is over.

    `since` is the id that a browser heard last (Last-Event-ID): that much it knows.
    """
    begun = clock()
    told: Told | None = None
    told_at = begun
    yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
    while clock() - begun < LONGEST_SECONDS:
        now = await run_in_threadpool(look)
        if now is None:
            return
        if now != told and not (told is None and now.id == since):
            yield _event(now)
            told_at = clock()
        elif clock() - told_at >= HEARTBEAT_SECONDS:
            yield b": still here\n\n"
            told_at = clock()
        if now.is_over:
            return
        told = now
        await asyncio.sleep(LOOK_SECONDS)


def _event(told: Told) -> bytes:
    return (
        f"id: {told.id}\nevent: {told.event}\ndata: ".encode() + orjson.dumps(told.facts) + b"\n\n"
    )
