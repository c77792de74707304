"""An application on the way: handed in, opened on the chain, indexed."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from eth_account.signers.local import LocalAccount

from tests.conftest import Accounts
from tests.marketplace.conftest import Actor, Browser
from tests.marketplace.curation import hostile


@dataclass(frozen=True, slots=True)
class Stage:
    """Who plays, on which chain, seen through which index."""

    browser: Browser
    act: Actor
    index: Callable[[], None]
    compare: Callable[[], None]

    def carry_out(self, person: LocalAccount, answer: httpx.Response) -> None:
        """Send a prepared transaction as the person's wallet would, and let the index see it."""
        prepared: dict[str, Any] = answer.raise_for_status().json()
        prepared = prepared.get("transaction", prepared)
        with self.act.chain as chain:
            content = {
                "from": person.address,
                "to": prepared["to"],
                "data": prepared["data"],
                "value": hex(int(prepared["value"])),
            }
            hash_ = chain.ask("eth_sendTransaction", content | {"gas": hex(2_000_000)})
            deadline = time.monotonic() + 30
            while (receipt := chain.receipt(hash_)) is None:
                assert time.monotonic() < deadline, f"{prepared['function']} was not mined"
            assert receipt.is_success
        self.index()

    def hand_in(self, person: LocalAccount, statement: str) -> httpx.Response:
        """Upload a dossier of one picture."""
        return self.browser(person).post(
            "/api/v1/dossiers",
            data={"statement": statement, "titles": "Cloud"},
            files=[("samples", ("cloud.png", hostile.picture()))],
        )

    def apply(self, person: LocalAccount, statement: str = "Clouds and flowers.") -> None:
        """Hand in a dossier, have it compared, seal it, and send the application."""
        digest = self.hand_in(person, statement).raise_for_status().json()["digest"]
        self.compare()
        seal = f"/api/v1/dossiers/{digest}/seal"
        self.carry_out(person, self.browser(person).post(seal, json={}))

    def vote(
        self, member: LocalAccount, support: str, reason: str = "I looked at it for a long time."
    ) -> httpx.Response:
        """Ask for a prepared vote on the first application."""
        content = {"support": support, "reason": reason}
        return self.browser(member).post("/api/v1/applications/1/vote", json=content)

    def skip_voting(self) -> None:
        """Let the voting period pass."""
        (opened,) = self.act.read("Curation", "applications", 1)
        with self.act.chain as chain:
            now = chain.head().timestamp
        self.act.skip(opened[2] - now)
        self.index()


@pytest.fixture
def stage(
    browser: Browser, act: Actor, index: Callable[[], None], compare: Callable[[], None]
) -> Stage:
    """The stage before anybody applied."""
    return Stage(browser, act, index, compare)


@pytest.fixture
def opened(stage: Stage, accounts: Accounts) -> Stage:
    """The stage with one open application by the artist."""
    stage.apply(accounts.artist)
    return stage
