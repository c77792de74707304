"""progress
a change       -> an event; the same again -> none
nothing new    -> a comment now and then
it rests       -> the stream ends, having said so; who comes back knowing that is told to stay away
comes back     -> is told only what is new
a preview      -> has an address; asked for again, it is not sent again
the rest       -> is guessed from what is done, once something is done
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

from generation.recipe import Recipe
from marketplace.adapters.renderer import OnProgress, Rendering
from marketplace.parts import Parts
from marketplace.studio import progress, watch
from marketplace.studio.error import ProgressBusy
from marketplace.studio.state import RESTING
from marketplace.studio.watch import Told
from tests import fakes
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist, WorkOff


def told(state: str, permille: int = 0) -> Told:
    """What there is to tell."""
    facts = {"state": state, "progress_permille": permille}
    return Told(f"{permille}.0", "progress", facts, state in RESTING)


def stream(
    monkeypatch: pytest.MonkeyPatch,
    tell: list[Told | None],
    tick: float,
    since: str | None = None,
) -> list[bytes]:
    """All events of a stream in which each look takes so many seconds of a made-up clock."""
    looks: Iterator[Told | None] = iter(tell)
    times: Iterator[float] = (tick * number for number in range(10_000))
    monkeypatch.setattr(watch, "LOOK_SECONDS", 0)

    async def collect(events: AsyncIterator[bytes]) -> list[bytes]:
        return [event async for event in events]

    heard = asyncio.run(collect(watch.events(lambda: next(looks), since, lambda: next(times))))
    assert heard[0].startswith(b"retry: ")
    return heard[1:]


def test_every_change_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [
        told("asked"),
        told("asked"),
        told("asked", 500),
        told("rendered"),
        told("pinned"),
    ]
    events = stream(monkeypatch, list(looks), tick=0.01)
    said = [json.loads(event.split(b"data: ")[1]) for event in events]
    assert said == [looks[index].facts for index in (0, 2, 3, 4)]
    assert [event.split(b"\n")[0] for event in events] == [
        b"id: 0.0",
        b"id: 500.0",
        b"id: 0.0",
        b"id: 0.0",
    ]


def test_who_comes_back_is_told_only_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Told | None] = [told("asked", 500)] * 3 + [told("asked", 700), told("failed", 700)]
    events = stream(monkeypatch, looks, tick=0.01, since="500.0")
    states = [json.loads(event.split(b"data: ")[1])["progress_permille"] for event in events]
    assert states == [700, 700]


def test_silence_is_broken_by_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    events = stream(monkeypatch, [told("asked")] * 4 + [told("failed")], tick=6.0)
    assert [event.startswith(b":") for event in events] == [False, True, True, True, False]


def test_a_stream_does_not_go_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    events = stream(monkeypatch, [told("asked")] * 10, tick=200.0)
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
        events = watch.events(lambda: told("asked"))
        with suppress(ClientDisconnect, OSError):
            await watch.Broadcast(events, watchers)(scope, gone, send)

    asyncio.run(leave_at_once())
    with watchers:
        pass


def test_a_browser_is_told_as_it_happens(artist: Artist, work_off: WorkOff, parts: Parts) -> None:
    id_ = artist.ask().json()["id"]
    with artist.site.stream("GET", f"/api/v1/commissions/{id_}/progress") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        assert json.loads(_data(lines))["state"] == "asked"
        work_off()
        states = [json.loads(line[6:])["state"] for line in lines if line.startswith("data: ")]
    assert states[-1] == "pinned"
    assert watch.commission(parts.units, UUID(int=0)) is None


def test_strangers_do_not_watch(
    artist: Artist, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    id_ = artist.ask().json()["id"]
    path = f"/api/v1/commissions/{id_}/progress"
    assert browser().get(path).status_code == 401
    assert browser(accounts.stranger).get(path).status_code == 404


def test_a_look_is_sent_as_often_as_it_changes(
    artist: Artist, work_off: WorkOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PAUSE_SECONDS", 0)
    seen: list[dict[str, Any]] = []

    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        assert on_progress is not None
        for permille, look in ((200, b"first"), (400, b"second")):
            on_progress(permille, "painting", look)
            with artist.site.stream("GET", f"{path}/progress") as answer:
                seen.append(json.loads(_data(answer.iter_lines())))
            first = artist.site.get(seen[-1]["preview"])
            assert (first.content, first.headers["content-type"]) == (look, "image/webp")
            again = artist.site.get(
                f"{path}/preview", headers={"If-None-Match": first.headers["etag"]}
            )
            assert (again.status_code, again.content) == (304, b"")
        return fakes.render(recipe)

    path = f"/api/v1/commissions/{artist.ask().json()['id']}"
    assert artist.site.get(f"{path}/preview").status_code == 404
    work_off(render=render)
    assert [told["progress_permille"] for told in seen] == [200, 400]
    assert len({told["preview"] for told in seen}) == 2
    assert all(told["rest_seconds"] >= 0 for told in seen)
    assert artist.site.get(f"{path}/preview").status_code == 404


def test_who_knows_the_end_is_told_to_stay_away(artist: Artist, pinned: str) -> None:
    path = f"/api/v1/commissions/{pinned}/progress"
    lines = artist.site.get(path).text.splitlines()
    (last,) = [line[4:] for line in lines if line.startswith("id: ")]
    assert artist.site.get(path, headers={"Last-Event-ID": last}).status_code == 204
    assert artist.site.get(path, headers={"Last-Event-ID": "0.0"}).status_code == 200


def test_who_waits_is_told_how_many_are_ahead(artist: Artist, parts: Parts) -> None:
    ids = [artist.ask(seed=seed).json()["id"] for seed in range(3)]
    told = [watch.commission(parts.units, UUID(id_)) for id_ in ids]
    assert [one.facts["ahead"] for one in told if one] == [0, 1, 2]


@pytest.mark.parametrize(
    ("permille", "seconds", "rest"),
    [(0, None, None), (20, 1.0, None), (250, 3.0, 9), (500, 0.1, 1), (1000, 5.0, 0)],
)
def test_the_rest_is_guessed_from_what_is_done(
    permille: int, seconds: float | None, rest: int | None
) -> None:
    assert watch.rest_seconds(permille, seconds) == rest


def _data(lines: Iterator[str]) -> str:
    return next(line[6:] for line in lines if line.startswith("data: "))
