"""cancelling
waits                       -> cancelled; its job is gone, its turn given back; again is as once
is being rendered           -> the rendering ends; nothing is kept of it
is pinned, or failed        -> NotReady
cancelled                   -> goes on when its artist says so, within the quota
somebody else's             -> CommissionMissing
a day's worth was asked for -> QuotaReached
"""

from collections.abc import Callable

import httpx
import pytest
from sqlalchemy import func, select, text

from generation.recipe import Recipe
from marketplace.adapters.renderer import OnProgress, Rendering
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import progress
from marketplace.studio.models import Preview, Turn
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist, WorkOff, kind
from tests.marketplace.studio.test_kill import no_jobs


def cancel(artist: Artist, id_: str) -> httpx.Response:
    """Ask for it."""
    return artist.site.post(f"/api/v1/commissions/{id_}/cancel")


def test_one_that_waits_is_cancelled_once(artist: Artist, parts: Parts, work_off: WorkOff) -> None:
    id_ = artist.ask().json()["id"]
    for _ in range(2):
        answer = cancel(artist, id_)
        assert (answer.status_code, answer.json()["state"]) == (202, "cancelled")
    assert [change["state"] for change in answer.json()["changes"]] == ["asked", "cancelled"]
    assert no_jobs(parts)
    with unit(parts.units) as session:
        assert session.scalar(select(Turn.next)) == 0
    work_off()
    assert artist.look(id_)["state"] == "cancelled"


def test_a_rendering_under_way_ends(
    artist: Artist, parts: Parts, work_off: WorkOff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PAUSE_SECONDS", 0)
    reached: list[int] = []

    def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        assert on_progress is not None
        on_progress(300, "painting", b"a look")
        assert cancel(artist, id_).status_code == 202
        on_progress(600, "painting")
        reached.append(600)
        raise AssertionError("it went on")

    id_ = artist.ask().json()["id"]
    work_off(render=render)
    made = artist.look(id_)
    assert (made["state"], made["progress_permille"], reached) == ("cancelled", 0, [])
    assert no_jobs(parts)
    with unit(parts.units) as session:
        assert session.scalar(select(func.count()).select_from(Preview)) == 0


def test_what_is_pinned_or_failed_is_not_cancelled(
    artist: Artist, pinned: str, parts: Parts
) -> None:
    refused = cancel(artist, pinned)
    assert (refused.status_code, kind(refused)) == (409, "not-ready")
    with unit(parts.units) as session:
        session.execute(text("UPDATE commissions SET state = 'failed'"))
    assert cancel(artist, pinned).status_code == 409


def test_a_cancelled_one_goes_on_within_the_quota(artist: Artist, work_off: WorkOff) -> None:
    ids = [artist.ask(seed=seed).json()["id"] for seed in range(5)]
    cancel(artist, ids[0])
    assert artist.ask(seed=5).status_code == 201
    retry = f"/api/v1/commissions/{ids[0]}/retry"
    refused = artist.site.post(retry)
    assert (refused.status_code, kind(refused)) == (429, "quota-reached")
    cancel(artist, ids[1])
    assert artist.site.post(retry).json()["state"] == "asked"
    work_off()
    assert artist.look(ids[0])["state"] == "pinned"


def test_it_is_its_artists(
    artist: Artist, browser: Callable[..., httpx.Client], accounts: Accounts
) -> None:
    id_ = artist.ask().json()["id"]
    for path in ("cancel", "preview"):
        method = "POST" if path == "cancel" else "GET"
        refused = browser(accounts.stranger).request(method, f"/api/v1/commissions/{id_}/{path}")
        assert (refused.status_code, kind(refused)) == (404, "commission-missing")


def test_a_day_has_its_bound(artist: Artist, parts: Parts) -> None:
    artist.ask()
    with unit(parts.units) as session:
        session.execute(
            text(
                "INSERT INTO commissions (id, artist, title, description, recipe, recipe_digest, "
                "state, progress_permille, stage, created_at) SELECT gen_random_uuid(), artist, "
                "'', '', '{}', decode(lpad(to_hex(n), 64, '0'), 'hex'), 'failed', 0, '', "
                "now() - interval '23 hours' FROM commissions, generate_series(1, 59) n"
            )
        )
    refused = artist.ask(seed=8)
    assert (refused.status_code, kind(refused)) == (429, "quota-reached")
    assert "24 hours" in refused.json()["detail"]
    with unit(parts.units) as session:
        session.execute(text("UPDATE commissions SET created_at = now() - interval '25 hours'"))
    assert artist.ask(seed=8).status_code == 201
