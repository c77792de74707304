"""making a work again
asked by anybody                -> made by the worker, judged, its pictures kept
asked while it is being made    -> the same run
watched                         -> progress, then the end; who knows the end stays away
somebody changed the file       -> the judgement says fail
made again once more            -> a run of its own; only the newest has pictures
no minted work, not even a name -> VerificationMissing; nothing is kept
too many, of one address        -> VerificationsMany, also for another work; others may
the artefact is away            -> failed, which is no judgement
a day later                     -> nobody knows who asked
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from marketplace import caller
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import BlockMissing
from marketplace.adapters.renderer import Judgement
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import verification
from marketplace.studio.error import VerificationsMany
from tests import fakes
from tests.marketplace.studio.conftest import Artist, WorkOff, kind


@pytest.fixture
def work(artist: Artist, pinned: str, work_off: WorkOff, index: Callable[[], None]) -> str:
    """A minted work's CID."""
    assert artist.mint(pinned).status_code == 202
    work_off()
    index()
    return str(artist.look(pinned)["metadata_cid"])


@pytest.fixture
def anybody(browser: Callable[..., httpx.Client]) -> httpx.Client:
    """Who is not signed in."""
    return browser()


def ask(site: httpx.Client, work: str) -> dict[str, Any]:
    """Press the button."""
    answer = site.post(f"/api/v1/works/{work}/verification")
    assert answer.status_code == 202, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_anybody_has_it_made_again(work: str, anybody: httpx.Client, work_off: WorkOff) -> None:
    asked = ask(anybody, work)
    assert (asked["state"], asked["judgement"]) == ("asked", None)
    work_off()
    found = anybody.get(f"/api/v1/works/{work}/verification").json()
    assert (found["id"], found["state"], found["judgement"]["level"]) == (
        asked["id"],
        "judged",
        "A",
    )
    for name in ("again", "difference"):
        assert anybody.get(found[name]).headers["content-type"] == "image/webp"


def test_while_it_is_made_there_is_one_run(work: str, anybody: httpx.Client) -> None:
    assert ask(anybody, work)["id"] == ask(anybody, work)["id"]


def test_watchers_hear_the_end(work: str, anybody: httpx.Client, work_off: WorkOff) -> None:
    path = f"/api/v1/verifications/{ask(anybody, work)['id']}/progress"
    work_off()
    told = anybody.get(path).text
    (data,) = [line for line in told.splitlines() if line.startswith("data: ")]
    assert json.loads(data.removeprefix("data: "))["state"] == "judged"
    (known,) = [line for line in told.splitlines() if line.startswith("id: ")]
    headers = {"Last-Event-ID": known.removeprefix("id: ")}
    assert anybody.get(path, headers=headers).status_code == 204


def test_another_file_fails(work: str, anybody: httpx.Client, work_off: WorkOff) -> None:
    def again(recipe: Any, content: bytes, stated: Any, on_progress: Any = None) -> Judgement:
        return fakes.make_again(recipe, content + b"!", stated, on_progress)

    ask(anybody, work)
    work_off(again=again)
    found = anybody.get(f"/api/v1/works/{work}/verification").json()
    assert (found["state"], found["judgement"]["level"]) == ("judged", "fail")


def test_only_the_newest_run_has_pictures(
    work: str, anybody: httpx.Client, work_off: WorkOff
) -> None:
    runs = []
    for _ in range(2):
        runs.append(ask(anybody, work)["id"])
        work_off()
    old, new = (anybody.get(f"/api/v1/verifications/{id_}/again").status_code for id_ in runs)
    assert (old, new) == (404, 200)


def test_what_nobody_minted_is_not_made(anybody: httpx.Client, rows: Callable[..., Any]) -> None:
    unknown = Cid.from_digest(7)
    answer = anybody.post(f"/api/v1/works/{unknown}/verification")
    assert (answer.status_code, kind(answer)) == (404, "verification-missing")
    assert rows("SELECT * FROM verifications") == []


def test_one_address_cannot_keep_the_painter_busy(
    work: str, anybody: httpx.Client, parts: Parts, work_off: WorkOff
) -> None:
    for _ in range(verification.MOST_HOURLY):
        ask(anybody, work)
        work_off()
    answer = anybody.post(f"/api/v1/works/{work}/verification")
    assert (answer.status_code, kind(answer)) == (429, "verifications-many")
    token = Cid.parse(work).token
    with unit(parts.units) as session:
        asked = verification.ask(session, token, caller.digest("192.0.2.7"))
        assert asked.state == "asked"
    with unit(parts.units) as session, pytest.raises(VerificationsMany):
        verification._require_room(session, caller.digest("127.0.0.1"))


def test_a_household_is_one_caller() -> None:
    assert caller.digest("2001:db8::1") == caller.digest("2001:db8::2")
    assert caller.digest("2001:db8::1") != caller.digest("2001:db8:0:1::1")
    assert caller.digest("::ffff:192.0.2.7") == caller.digest("192.0.2.7")
    assert caller.digest("192.0.2.8") != caller.digest("192.0.2.7")


def test_a_file_that_is_away_is_no_judgement(
    work: str, anybody: httpx.Client, work_off: WorkOff, parts: Parts
) -> None:
    class Away:
        def read(self, cid: Cid, path: str = "") -> bytes:
            raise BlockMissing(str(cid))

        def __getattr__(self, name: str) -> Any:
            return getattr(parts.store, name)

    ask(anybody, work)
    work_off(store=Away())
    found = anybody.get(f"/api/v1/works/{work}/verification").json()
    assert (found["state"], found["judgement"]) == ("failed", None)
    assert found["failure"]


def test_who_asked_is_forgotten(
    work: str, anybody: httpx.Client, parts: Parts, rows: Callable[..., Any]
) -> None:
    ask(anybody, work)
    now = datetime.now(UTC)
    for moment, known in ((now, 1), (now + timedelta(days=1, seconds=1), 0)):
        with unit(parts.units) as session:
            verification.forget(session, moment)
        assert rows("SELECT count(asker) FROM verifications") == [(known,)]
