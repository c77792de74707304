"""People who are asked what they like, on real parts, with the studies of the house measured."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from marketplace.parts import Parts
from marketplace.taste.pool import gather
from tests.conftest import Accounts
from tests.marketplace.gallery.conftest import chain, mint, parts

__all__ = ["chain", "mint", "parts"]

Measure = Callable[..., None]


@pytest.fixture
def measure(parts: Parts) -> Measure:
    """Measure all pictures that were not, as the worker does in its rounds."""

    def run(later: timedelta = timedelta(0)) -> None:
        while gather(parts.units, parts.store, datetime.now(UTC) + later):
            pass

    return run


@pytest.fixture
def person(
    browser: Callable[..., httpx.Client], accounts: Accounts, measure: Measure
) -> httpx.Client:
    """A visitor who is signed in and has agreed."""
    measure()
    site = browser(accounts.stranger)
    assert site.put("/api/v1/taste/consent").status_code == 204
    return site


def ask(site: httpx.Client, pictures: str = "gallery") -> dict[str, Any]:
    """The question that waits."""
    answer = site.post("/api/v1/taste/questions", json={"pictures": pictures})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def choose(site: httpx.Client, question: str, chosen: str = "left") -> httpx.Response:
    """Answer it."""
    event = {"kind": "pair", "question": question, "chosen": chosen}
    return site.post("/api/v1/feedback", json=event)
