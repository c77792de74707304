"""problems
whatever was sent        -> can be told back
any error of the trees   -> its status, title, detail and values (RFC 9457)
fields                   -> 422 with each field and what is wrong with it
nobody foresaw it        -> 500 that says nothing of our insides
a person's browser       -> a page
connections die          -> replaced, nobody notices
no database answers      -> 503, to be tried again
"""

import asyncio
import json

import httpx
import pytest
from fastapi import FastAPI

from marketplace import problem
from marketplace.adapters.chain import NodeSlow
from marketplace.adapters.ipfs.error import StoreFull
from marketplace.app import create_app
from marketplace.config import Settings
from marketplace.errors import AtelierError, Conflict, slug
from marketplace.guard import Guard
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows

SECRET = "hunter2-at-/home/somebody"


class VoteClosed(Conflict):
    """A leaf."""

    title = "Voting has closed"


def everything() -> list[type[AtelierError]]:
    kinds = [AtelierError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    return kinds


def test_a_leaf_says_who_what_and_how_much() -> None:
    said = problem.of(VoteClosed("Too late.", closes_at=5, bond_wei=2**60)).as_dict()
    assert said == {
        "type": "urn:atelier:problem:vote-closed",
        "title": "Voting has closed",
        "status": 409,
        "detail": "Too late.",
        "closes_at": 5,
        "bond_wei": str(2**60),
    }


def test_whatever_was_sent_can_be_told(browser: Browser, accounts: Accounts) -> None:
    """Half a character, or a number beyond every reader, is told back like anything else."""
    client = browser(accounts.artist)
    recipe = {"title": "A", "engine": "painter", "seed": 0}
    for wrong in ({"parameters": {"\ud800": 1}}, {"seed": 10**400}, {"seed": 2**60}):
        answer = client.post(
            "/api/v1/commissions",
            content=json.dumps(recipe | wrong),
            headers={"Content-Type": "application/json"},
        )
        assert answer.status_code == 422, wrong
        assert answer.json()["type"] == "urn:atelier:problem:recipe-faulty"
    assert answer.json()["problems"][0]["value"] == str(2**60)


def test_values_never_hide_a_standard_member() -> None:
    assert problem.of(VoteClosed("Too late.", status=200)).as_dict()["status"] == 409


@pytest.mark.parametrize(
    ("error", "status"), [(StoreFull("full"), 507), (NodeSlow("slow"), 504), (VoteClosed("x"), 409)]
)
def test_errors_of_other_trees_keep_their_status(error: Exception, status: int) -> None:
    assert problem.of(error).status == status


def test_every_error_that_can_be_raised_has_a_status_and_a_title() -> None:
    assert [kind for kind in everything() if not (400 <= kind.status < 600 and kind.title)] == []
    assert len({slug(kind.__name__) for kind in everything()}) > 30


def app_that_fails() -> FastAPI:
    app = FastAPI()

    @app.get("/api/v1/fails")
    def fails() -> None:
        raise RuntimeError(SECRET)

    problem.install(app)
    app.add_middleware(Guard, public_url="http://a")
    return app


def test_what_nobody_foresaw_tells_nothing_of_our_insides() -> None:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app_that_fails())
        async with httpx.AsyncClient(transport=transport, base_url="http://a") as client:
            return await client.get("/api/v1/fails")

    answer = asyncio.run(ask())
    assert answer.status_code == 500
    assert SECRET not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_fields_are_told_one_by_one(browser: Browser) -> None:
    answer = browser().post("/api/v1/sign-in", json={"message": 5})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["message", "signature"]


def test_a_body_that_is_no_json_is_told_so(browser: Browser) -> None:
    answer = browser().post(
        "/api/v1/sign-in", content=b"{", headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422


def test_a_person_gets_a_page_and_a_program_gets_json(browser: Browser) -> None:
    client = browser()
    page = client.get("/no/such/page", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    told = client.get("/api/v1/no/such/thing", headers={"Accept": "text/html"})
    assert told.headers["content-type"] == "application/problem+json"


def test_connections_that_died_are_replaced_unnoticed(browser: Browser, rows: Rows) -> None:
    client = browser()
    assert client.get("/api/v1/members").status_code == 200
    rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    assert client.get("/api/v1/members").status_code == 200


def test_a_silent_database_is_told(settings: Settings) -> None:
    nowhere = settings.model_copy(update={"database_url": "postgresql+psycopg://a@127.0.0.1:1/a"})

    async def ask() -> httpx.Response:
        app = create_app(nowhere)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(
                transport=httpx.ASGITransport(app), base_url=settings.public_url
            ) as client,
        ):
            return await client.get("/api/v1/members")

    answer = asyncio.run(ask())
    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:atelier:problem:database-unavailable"
    assert "127.0.0.1" not in answer.text
