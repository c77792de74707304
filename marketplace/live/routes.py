"""Answer who listens: the stream of events, and the log that it is made of."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Query, Request
from starlette.concurrency import run_in_threadpool

from marketplace.cursor import CursorUnreadable
from marketplace.db import Units, unit
from marketplace.dependency import PartsDep
from marketplace.live import queries
from marketplace.live.hub import Hub
from marketplace.live.schemas import ChainEvent, EventsAnswer
from marketplace.live.stream import Stream
from marketplace.live.topic import Topic

PAGE: Final = 500
SCANNED: Final = 5_000  # events looked at for one answer, however few of them are asked for

router = APIRouter(prefix="/api/v1/events", tags=["events"])


def _hub(request: Request) -> Hub:
    hub: Hub = request.app.state.hub
    return hub


HubDep = Annotated[Hub, Depends(_hub)]
Topics = Annotated[
    list[Topic], Query(alias="topic", max_length=len(Topic), description="None: all of them.")
]
CURSOR: Final = r"^[0-9]{1,18}$"
Cursor = Annotated[
    str | None,
    Query(
        pattern=CURSOR,
        description="An event's id: what was told after it. 0: everything from the beginning.",
    ),
]
LastEventId = Annotated[
    str | None,
    Header(
        alias="Last-Event-ID",
        pattern=CURSOR,
        description="What a browser that comes back sends by itself; goes before the cursor.",
    ),
]
STREAM: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "Events `stated` and `retracted`, each with an event as its data; `open` "
        "at the beginning, and `cut` with a reason at the end, both with a cursor.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


@router.get("", status_code=200, response_class=Stream, responses=STREAM)
async def listen(
    hub: HubDep,
    parts: PartsDep,
    topic: Topics = [],  # noqa: B006 - FastAPI copies it
    cursor: Cursor = None,
    known: LastEventId = None,
) -> Stream:
    """Hear of events as they happen, from a cursor on or from now on (server-sent events)."""
    await hub.ready()
    position = known or cursor
    if position is not None:
        await run_in_threadpool(_check, parts.units, int(position))
    return Stream(hub, frozenset(topic), None if position is None else int(position))


@router.get("/log")
def read_log(
    parts: PartsDep,
    topic: Topics = [],  # noqa: B006 - FastAPI copies it
    cursor: Cursor = "0",
    limit: Annotated[int, Query(ge=1, le=PAGE)] = 100,
) -> EventsAnswer:
    """Read what was told, in the order in which it became known; retractions stand where they came.

    An answer may hold fewer events than asked for, or none, while more follow: go by `is_all`.
    """
    wanted = frozenset(topic)
    position = int(cursor or 0)
    found: list[ChainEvent] = []
    with unit(parts.units) as session:
        end = queries.last(session)
        _require(position, end)
        until = min(end, position + SCANNED)
        for told in queries.scan(session, position, until):
            position = told.sequence
            answer = ChainEvent.of(told)
            if not wanted or not wanted.isdisjoint(answer.topics):
                found.append(answer)
            if len(found) == limit:
                break
        else:
            position = until
    return EventsAnswer(events=found, next=str(position), is_all=position >= end)


def _check(units: Units, position: int) -> None:
    with unit(units) as session:
        _require(position, queries.last(session))


def _require(position: int, end: int) -> None:
    """A cursor that nobody was given: an event missed by it would be missed for ever."""
    if position > end:
        raise CursorUnreadable(
            f"{position} is no event's id, the last one is {end}; begin without a cursor, or at 0.",
            cursor=str(position),
        )
