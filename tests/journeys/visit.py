"""A house with a work for sale and an application to vote on, and browsers to visit it with."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import playwright.sync_api as playwright
import pytest
from eth_account.signers.local import LocalAccount
from PIL import Image

from marketplace.adapters.ipfs.cid import Cid
from marketplace.config import Settings
from marketplace.runtime.chain import Chain, free_port
from tests.conftest import Accounts
from tests.journeys.wallet import Wallet
from tests.marketplace.gallery.conftest import Seller

PATIENCE_MS = 60_000  # what is well comes sooner, on however busy a machine
PRICE_WEI = 250_000_000_000_000_000
STATEMENT = "I paint with machines because they forget nothing and understand nothing."


@dataclass(frozen=True)
class House:
    """What there is to see."""

    url: str
    work: Cid
    listing: str
    application: int


@dataclass
class Visit:
    """A page in a browser of somebody's own, their wallet, and what went wrong so far."""

    page: playwright.Page
    wallet: Wallet | None
    faults: list[str] = field(default_factory=list)

    def watch(self, origin: str) -> None:
        """Note errors, and every request that leaves our own origin."""
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self._look(request.url, origin))

    def _hear(self, message: playwright.ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text} at {self.page.url}")

    def _look(self, url: str, origin: str) -> None:
        if not url.startswith((origin + "/", "data:")):
            self.faults.append(f"outside request: {url}")


@pytest.fixture
def chain(admitted_state: Path) -> Iterator[Chain]:
    """A chain of the test's own on which the artist is admitted."""
    chain = Chain(free_port(), start_from=admitted_state)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture
def following(settings: Settings) -> Iterator[None]:
    """The index as a process of its own."""
    arguments = ["--rpc", settings.rpc, "--deployment", str(settings.deployment), "--poll", "0.05"]
    process = subprocess.Popen(
        [sys.executable, "-m", "indexer", *arguments, "--database", settings.database],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    yield
    process.terminate()
    process.wait(timeout=60)


@pytest.fixture
def house(
    served: str,
    work: Cid,
    seller: Seller,
    browser: Callable[..., httpx.Client],
    accounts: Accounts,
    send: Callable[[str, dict[str, Any]], None],
    index: Callable[[], None],
    compare: Callable[[], None],
    following: None,
) -> House:
    """One work for sale; and a stranger has applied."""
    listing = seller.list(work, PRICE_WEI)
    samples = [("a.png", _picture(900, 600)), ("b.png", _picture(64, 640))]
    handed_in = browser(accounts.stranger).post(
        "/api/v1/dossiers",
        data={"statement": STATEMENT, "titles": ["Dusk", "Dawn"], "links": "https://example.org/"},
        files=[("samples", sample) for sample in samples],
    )
    digest = handed_in.raise_for_status().json()["digest"]
    compare()
    sealed = browser(accounts.stranger).post(f"/api/v1/dossiers/{digest}/seal", json={})
    send(accounts.stranger.address, sealed.raise_for_status().json()["transaction"])
    index()
    return House(served, work, listing, application=2)


Visiting = Callable[..., Visit]


@pytest.fixture
def visit(chromium: playwright.Browser, house: House, settings: Settings) -> Iterator[Visiting]:
    """Open a browser for somebody; at the end nothing may have gone wrong in any."""
    playwright.expect.set_options(timeout=PATIENCE_MS)
    visits: list[Visit] = []
    with ExitStack() as stack:

        def opened(person: LocalAccount | None = None, **options: Any) -> Visit:
            announces = options.pop("announces", True)
            viewport = {"width": options.pop("width", 1440), "height": 900}
            context = chromium.new_context(base_url=house.url, viewport=viewport, **options)
            context.set_default_timeout(PATIENCE_MS)
            stack.callback(context.close)
            wallet = None
            if person:
                wallet = Wallet(person, settings.rpc, 31337, announces=announces)
                wallet.put_into(context)
            made = Visit(context.new_page(), wallet)
            made.watch(house.url)
            visits.append(made)
            return made

        yield opened
    assert [fault for made in visits for fault in made.faults] == []


def choose_wallet(page: playwright.Page, name: str = "Test wallet") -> None:
    """Where several wallets are at hand, the page asks once."""
    page.get_by_role("dialog").get_by_role("button", name=name).click()


def sign_in(visit: Visit) -> None:
    """Sign in by clicking."""
    visit.page.locator(".viewer").get_by_role("button", name="Sign in").click()
    choose_wallet(visit.page)
    visit.page.locator(".viewer .person").wait_for()


def _picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(file, "PNG")
    return file.getvalue()
