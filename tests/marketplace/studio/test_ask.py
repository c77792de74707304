"""asking
not signed in                        -> 401
not an admitted artist               -> NotAdmitted
engine, parameter, seed, title wrong -> refused by field, value and range; nothing is kept
same key, again or fifty at once     -> the first commission, one job
same key for something else          -> KeyReused
same recipe, again                   -> AlreadyCommissioned, and where the first one is
a sixth while five wait              -> QuotaReached
transaction fails after asking       -> neither commission nor job
anybody else's commission            -> CommissionMissing
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import func, select, text

from generation.recipe import compose
from indexer.primitives import Address
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import commission as commissions
from marketplace.studio.commission import Order
from marketplace.studio.models import Commission
from marketplace.studio.quota import QUOTA
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import ORDER, Artist, kind

Browser = Callable[..., httpx.Client]


def counted(parts: Parts) -> tuple[int, int]:
    """How many commissions and jobs there are."""
    with unit(parts.units) as session:
        jobs = session.scalar(text("SELECT count(*) FROM procrastinate_jobs")) or 0
        return session.scalar(select(func.count()).select_from(Commission)) or 0, jobs


def test_nobody_and_strangers_do_not_commission(
    browser: Browser, accounts: Accounts, parts: Parts
) -> None:
    assert browser().post("/api/v1/commissions", json=ORDER).status_code == 401
    refused = browser(accounts.stranger).post("/api/v1/commissions", json=ORDER)
    assert (refused.status_code, kind(refused)) == (403, "not-admitted")
    assert counted(parts) == (0, 0)


FAULTY: tuple[tuple[dict[str, Any], str], ...] = (
    ({"engine": "sculptor"}, "engine"),
    ({"parameters": {"size": 511}}, "parameters.size"),
    ({"parameters": {"size": "large"}}, "parameters.size"),
    ({"parameters": {"colour": 1}}, "parameters.colour"),
    ({"seed": -1}, "seed"),
    ({"seed": 2**53}, "seed"),
    ({"prompt": "turned \u202e round"}, "prompt"),
)


def test_a_recipe_is_refused_by_field(artist: Artist, parts: Parts) -> None:
    for changed, field in FAULTY:
        refused = artist.ask(**changed)
        assert (refused.status_code, kind(refused)) == (422, "recipe-faulty"), changed
        (problem,) = refused.json()["problems"]
        assert problem["field"] == field
        assert problem["allowed"], changed
    assert counted(parts) == (0, 0)


SHAPELESS: tuple[dict[str, Any], ...] = (
    {"title": ""},
    {"title": "a" * 121},
    {"title": "two\nlines"},
    {"title": "turned \u202e round"},
    {"title": "nul \u0000"},
    {"seed": 1.5},
    {"seed": True},
    {"artist": "0x0"},
    {"parameters": {"size": 512.0}},
)


def test_a_shape_that_cannot_be_is_refused(artist: Artist, parts: Parts) -> None:
    for changed in SHAPELESS:
        assert artist.ask(**changed).status_code == 422, changed
    assert counted(parts) == (0, 0)


def test_fifty_at_once_with_one_key_are_one(artist: Artist, parts: Parts) -> None:
    headers = {"Idempotency-Key": "k"}

    def ask(_: int) -> httpx.Response:
        return artist.site.post("/api/v1/commissions", json=ORDER, headers=headers)

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(ask, range(50)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert counted(parts) == (1, 1)


def test_a_key_is_for_one_request(artist: Artist) -> None:
    headers = {"Idempotency-Key": "k"}
    artist.site.post("/api/v1/commissions", json=ORDER, headers=headers)
    other = artist.site.post("/api/v1/commissions", json=ORDER | {"seed": 8}, headers=headers)
    assert (other.status_code, kind(other)) == (409, "key-reused")


def test_a_recipe_is_commissioned_once(artist: Artist, parts: Parts) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: artist.ask(), range(8)))
    (first,) = [answer for answer in answers if answer.status_code == 201]
    others = [answer for answer in answers if answer.status_code != 201]
    assert {kind(answer) for answer in others} == {"already-commissioned"}
    assert {answer.json()["commission"] for answer in others} == {first.json()["id"]}
    assert counted(parts) == (1, 1)


def test_one_artist_does_not_fill_the_studio(artist: Artist) -> None:
    for seed in range(QUOTA.waiting):
        assert artist.ask(seed=seed).status_code == 201
    refused = artist.ask(seed=99)
    assert (refused.status_code, kind(refused)) == (429, "quota-reached")
    assert refused.json()["limit"] == QUOTA.waiting


def test_commission_and_job_come_together_or_not_at_all(
    artist: Artist, parts: Parts, accounts: Accounts
) -> None:
    order = Order("t", "", compose("painter", {}, seed=1), None)
    me = Address(accounts.artist.address)

    def ask_and_fall() -> None:
        with unit(parts.units) as session:
            commissions.ask(session, uuid4(), me, order)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        ask_and_fall()
    assert counted(parts) == (0, 0)
    with unit(parts.units) as session:
        commissions.ask(session, uuid4(), me, order)
    assert counted(parts) == (1, 1)


def test_commissions_are_their_artists(
    artist: Artist, browser: Browser, accounts: Accounts
) -> None:
    id_ = artist.ask().json()["id"]
    stranger = browser(accounts.stranger)
    for answer in (
        stranger.get(f"/api/v1/commissions/{id_}"),
        stranger.get(f"/api/v1/commissions/{id_}/progress"),
        stranger.post(f"/api/v1/commissions/{id_}/retry"),
        stranger.post(f"/api/v1/commissions/{id_}/voucher-terms", json={"royalty_bps": 0}),
        artist.site.get(f"/api/v1/commissions/{UUID(int=1)}"),
    ):
        assert (answer.status_code, kind(answer)) == (404, "commission-missing")
    assert stranger.get("/api/v1/commissions").json() == {"commissions": [], "next": None}


def test_own_commissions_are_paged(artist: Artist, parts: Parts, accounts: Accounts) -> None:
    me = Address(accounts.artist.address)
    for seed in range(26):
        with unit(parts.units) as session:
            order = Order(f"{seed}", "", compose("painter", {}, seed=seed), None)
            commission = commissions.ask(session, uuid4(), me, order)
            commissions.enter(session, commission, commissions.State.FAILED, "not now")
    first = artist.site.get("/api/v1/commissions").json()
    rest = artist.site.get(f"/api/v1/commissions?cursor={first['next']}").json()
    titles = [c["title"] for c in first["commissions"] + rest["commissions"]]
    assert titles == [str(seed) for seed in reversed(range(26))]
    assert rest["next"] is None


def test_engines_show_every_choice(browser: Browser, parts: Parts) -> None:
    (painter,) = browser().get("/api/v1/engines").json()
    assert painter["name"] == "painter"
    kinds = {parameter["kind"] for parameter in painter["parameters"]}
    assert kinds == {"choice", "range", "vector", "swatches"}
