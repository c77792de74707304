"""progress
a change       -> an event; the same again -> none
nothing new    -> a comment now and then
it rests       -> the stream ends, having said so
too many watch -> ProgressBusy
gone at once   -> counts no longer
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

import httpx
import pytest
from starlette.requests import ClientDisconnect

from marketplace.parts import Parts
from marketplace.studio import watch
from marketplace.studio.error import ProgressBusy
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist, WorkOff


def facts(state: str, permille: int = 0) -> dict[str, Any]:
    """What there is to tell."""
    return {"state": state, "progress_permille": permille, "stage": "", "failure": None}


def stream(
    monkeypatch: pytest.MonkeyPatch, told: list[dict[str, Any] | None], tick: float
) -> list[bytes]:
    """All events of a stream in which each look takes so many seconds of a made-up clock."""
    looks: Iterator[dict[str, Any] | None] = iter(told)
    times: Iterator[float] = (tick * number for number in range(10_000))
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0)

    async def collect(events: AsyncIterator[bytes]) -> list[bytes]:
        return [event async for event in events]

    return asyncio.run(collect(watch.events(lambda: next(looks), lambda: next(times))))


def test_every_change_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [
        facts("asked"),
        facts("asked"),
        facts("asked", 500),
        facts("rendered"),
        facts("pinned"),
    ]
    events = stream(monkeypatch, list(looks), tick=0.01)
    said = [json.loads(event.split(b"data: ")[1]) for event in events]
    assert said == [looks[0], looks[2], looks[3], looks[4]]


def test_silence_is_broken_by_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    events = stream(monkeypatch, [facts("asked")] * 4 + [facts("failed")], tick=6.0)
    assert [event.startswith(b":") for event in events] == [False, True, True, True, False]


def test_a_stream_does_not_go_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    events = stream(monkeypatch, [facts("asked")] * 10, tick=200.0)
    assert len(events) <= 5
    assert stream(monkeypatch, [None], tick=1.0) == []


def test_only_so_many_watch() -> None:
    watchers = watch.Watchers(most=1)
    with watchers, pytest.raises(ProgressBusy), watchers:
        pass
    with watchers:
        pass


@pytest.mark.parametrize("spec_version", ["2.3", "2.4"])
def test_who_leaves_before_the_first_event_counts_no_longer(spec_version: str) -> None:
    """On a connection that is closed by the time the stream begins."""
    watchers = watch.Watchers(most=1)
    scope = {"type": "http", "asgi": {"spec_version": spec_version}}

    async def gone() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(_message: Any) -> None:
        raise OSError("the connection is closed")

    async def leave_at_once() -> None:
        events = watch.events(lambda: facts("asked"))
        with suppress(ClientDisconnect, OSError):
            await watch.Broadcast(events, watchers)(scope, gone, send)

    asyncio.run(leave_at_once())
    with watchers:
        pass


def test_a_browser_is_told_as_it_happens(artist: Artist, work_off: WorkOff, parts: Parts) -> None:
    id_ = artist.ask().json()["id"]
    with artist.site.stream("GET", f"/api/commissions/{id_}/progress") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert json.loads(_data(lines))["state"] == "asked"
        work_off()
        states = [json.loads(line[6:])["state"] for line in lines if line.startswith("data: ")]
    assert states[-1] == "pinned"
    assert watch.facts(parts.units, UUID(int=0)) is None


def test_strangers_do_not_watch(
    artist: Artist, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    id_ = artist.ask().json()["id"]
    path = f"/api/commissions/{id_}/progress"
    assert browser().get(path).status_code == 401
    assert browser(accounts.stranger).get(path).status_code == 404


def _data(lines: Iterator[str]) -> str:
    return next(line[6:] for line in lines if line.startswith("data: "))
