"""sketches by taste
no strength                     -> as they came
full strength                   -> what the artist is foreseen to like first; a place explores
asked about a sheet's sketches  -> pairs of those alone, kept like others
out of range                    -> 422
somebody else's sheet           -> SheetMissing
"""

from uuid import uuid4

import httpx
import pytest

from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows
from tests.marketplace.studio.conftest import (
    Artist,
    WorkOff,
    artist,
    chain,
    kind,
    parts,
    work_off,
    workshop,
)
from tests.marketplace.taste.conftest import Measure, ask, choose, measure

__all__ = ["artist", "chain", "measure", "parts", "work_off", "workshop"]


@pytest.fixture
def sheet(artist: Artist, work_off: WorkOff) -> str:
    """An artist who agreed, and six sketches that were drawn."""
    artist.site.put("/api/v1/taste/consent")
    wish = {"engine": "painter", "varies": "seed", "number": 6, "seed": 7}
    made = artist.site.post("/api/v1/sketches", json=wish)
    assert made.status_code == 201, made.text
    work_off()
    return str(made.json()["id"])


def order(site: httpx.Client, sheet: str, strength: int) -> httpx.Response:
    return site.get(f"/api/v1/taste/orders/{sheet}", params={"strength": strength})


def test_without_strength_they_stay_as_they_came(artist: Artist, sheet: str) -> None:
    answer = order(artist.site, sheet, 0).json()
    placed = [(one["number"], one["why"]) for one in answer["sketches"]]
    assert placed == [(number, "own") for number in range(6)]


def test_choices_bring_the_liked_ones_forward(artist: Artist, sheet: str, rows: Rows) -> None:
    """The artist always prefers the sketch that is lighter."""
    for _ in range(12):
        question = ask(artist.site, sheet)
        light = dict(rows("SELECT sha256, features[1] FROM taste_pictures"))
        left, right = (light[question[side]["name"]] for side in ("left", "right"))
        assert choose(artist.site, question["id"], "left" if left > right else "right").is_success
    placed = order(artist.site, sheet, 1000).json()["sketches"]
    assert [one["why"] for one in placed].count("exploration") == 1
    by_taste = [one["number"] for one in placed if one["why"] == "taste"]
    statement = "SELECT right(title, 1)::int - 1, features[1] FROM taste_pictures"
    drawn = dict(rows(f"{statement} WHERE source = 'sketch'"))
    liked = [drawn[number] for number in by_taste]
    assert sum(liked[:2]) > sum(liked[-2:])


def test_a_sheet_asks_about_its_own_sketches(
    artist: Artist, sheet: str, measure: Measure, rows: Rows
) -> None:
    measure()
    question = ask(artist.site, sheet)
    addresses = {question[side]["address"] for side in ("left", "right")}
    assert all(address.startswith(f"/api/v1/sketches/{sheet}/") for address in addresses)
    assert artist.site.get(addresses.pop()).status_code == 200


def test_a_strength_out_of_range_is_refused(artist: Artist, sheet: str) -> None:
    answer = order(artist.site, sheet, 1001)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "strength"


def test_nobody_orders_somebody_elses_sheet(
    artist: Artist, sheet: str, browser: Browser, accounts: Accounts
) -> None:
    other = browser(accounts.collector)
    other.put("/api/v1/taste/consent")
    asked = other.post("/api/v1/taste/questions", json={"pictures": sheet})
    assert {kind(order(other, sheet, 500)), kind(asked)} == {"sheet-missing"}
    assert kind(order(artist.site, str(uuid4()), 500)) == "sheet-missing"
