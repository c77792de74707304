"""The receipt's page, and two things beside each other
never made again       -> says so, and lets anybody ask; without script too
being made             -> progress, no second button
judged                 -> the ladder, both pictures, when, on what
another picture        -> said plainly
two works              -> both pictures, the differences in words
somebody else's sketch -> not there; one's own, beside a work
names of nothing       -> refused
"""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from marketplace.adapters.difference import AGAIN, DIFFERENCE
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.renderer import Judgement
from marketplace.db import unit
from marketplace.parts import Parts
from marketplace.studio import glimpse
from marketplace.studio.models import Verification
from marketplace.studio.verification import _keep
from tests.conftest import Accounts
from tests.marketplace.web.test_pages import Page, read

SKETCHES: dict[str, Any] = {"engine": "painter", "varies": "palette", "number": 2, "seed": 7}


@pytest.fixture
def site(browser: Callable[..., httpx.Client]) -> httpx.Client:
    """Anybody."""
    return browser()


def judged(parts: Parts, level: str, **changed: Any) -> None:
    """The worker has come to a judgement."""
    judgement = Judgement(
        level=level,
        promise="B",
        reason="as the test has it",
        rungs=(("plan", True, "equal"), ("samples", level == "A", "looked at")),
        measures={},
        environment={"python": "3.99"},
        departures=("python: made with 3.11, here 3.99",),
        sample_sha256="0" * 64,
        **{"differing": 0, "largest": 0, **changed},
        pictures={AGAIN: b"again", DIFFERENCE: b"difference"},
    )
    with unit(parts.units) as session:
        row = session.scalars(select(Verification)).one()
        _keep(session, row, judgement)


def test_anybody_may_ask_without_script(site: httpx.Client, work: Cid, parts: Parts) -> None:
    path = f"/works/{work}/receipt"
    assert "Verify now</button>" in read(site, path)
    assert site.post(path, follow_redirects=False).headers["location"] == path
    asked = read(site, path)
    assert 'data-state="asked"' in asked
    assert "</button>" not in asked.split("<main")[1].split("From token to picture")[0]


def test_a_judgement_is_shown_rung_by_rung(site: httpx.Client, work: Cid, parts: Parts) -> None:
    path = f"/works/{work}/receipt"
    site.post(path)
    judged(parts, "B")
    text = read(site, path)
    assert "the very pixels" in text
    assert (text.count(": reached"), text.count(": not reached")) == (2, 1)
    assert "<strong>3.99</strong>" in text
    sources = [str(one.get("src")) for one in Page(text).all("img")]
    assert [source.rsplit("/", 1)[-1] for source in sources] == ["960.webp", "again", "difference"]
    assert "See the receipt" in read(site, f"/works/{work}")


def test_another_picture_is_said_plainly(site: httpx.Client, work: Cid, parts: Parts) -> None:
    path = f"/works/{work}/receipt"
    site.post(path)
    judged(parts, "fail", differing=1234, largest=255)
    text = read(site, path)
    assert "It is not what its recipe makes." in text
    assert "1,234 pixels differ, by 255 of 255 at most" in text
    assert ": reached" not in text


def test_two_works_differ_in_words(site: httpx.Client, mint: Callable[..., Cid]) -> None:
    one, other = mint(1), mint(2)
    text = read(site, f"/compare?left=work/{one}&right=work/{other}")
    assert "<td><bdi>1</bdi></td><td><bdi>2</bdi></td>" in text
    assert len(Page(text).all("img")) == 2
    same = read(site, f"/compare?left=work/{one}&right=work/{one}")
    assert "both are of the same recipe" in same


def test_sketches_are_compared_by_their_artist_alone(
    browser: Callable[..., httpx.Client], accounts: Accounts, work: Cid, parts: Parts
) -> None:
    artist = browser(accounts.artist)
    sheet = artist.post("/api/v1/sketches", json=SKETCHES).json()["id"]
    path = f"/compare?left=sketch/{sheet}/0&right=work/{work}"
    assert "One of them has no picture yet" in read(artist, path)
    with unit(parts.units) as session:
        from marketplace.studio import queries

        sketch = queries.sketch(session, sheet, 0, accounts.artist.address.lower())
        assert sketch is not None
        glimpse.keep_preview(session, sketch.id, b"look", "image/webp", "0" * 64)
    assert f"/api/v1/sketches/{sheet}/0/picture" in read(artist, path)
    read(browser(accounts.collector), path, 404)
    read(browser(), path, 401)


def test_names_of_nothing_are_refused(site: httpx.Client, work: Cid) -> None:
    for name, status in (
        ("nothing", 400),
        ("work/nonsense", 400),
        (f"work/{Cid.from_digest(5)}", 404),
        ("commission/none", 400),
        (f"sketch/{uuid4()}/1", 401),
    ):
        read(site, f"/compare?left=work/{work}&right={name}", status)
