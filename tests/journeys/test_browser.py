"""Clicking, in a real browser with a wallet that signs with a test key
a member signs in and votes     -> the vote and its reason are on the chain and on the page
the collector buys              -> the work is theirs, the artist is paid
the artist lists at a higher price while a cheaper listing lives -> is offered to cancel it first
an old wallet, only injected    -> is offered and signs like any other
wallet on another network       -> asked to switch, then as usual
the person declines             -> said so; nothing is sent; may try again
the listing died meanwhile      -> said so, whether our server or the contract notices
no wallet                       -> said so
JavaScript off                  -> everything can be looked at
the development wallet          -> signs in by choosing who to be; lets time pass
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from eth_utils.address import to_checksum_address
from playwright.sync_api import Page, expect

from marketplace.config import Settings
from tests.conftest import Accounts
from tests.journeys.visit import (
    PRICE_WEI,
    STATEMENT,
    House,
    Visiting,
    chain,
    choose_wallet,
    following,
    house,
    sign_in,
    visit,
)
from tests.marketplace.conftest import Actor, act, admitted_state, browser, index
from tests.marketplace.gallery.conftest import mint, parts, seller, send, work

__all__ = ["act", "admitted_state", "browser", "chain", "following", "house", "index"]
__all__ += ["mint", "parts", "seller", "send", "visit", "work"]

REASON = "The wind is in it.\nI want to see what comes next."


def _owner(act: Actor, house: House) -> str:
    return to_checksum_address(act.read("Artwork", "ownerOf", house.work.token)[0])


def _wei(act: Actor, address: str) -> int:
    with act.chain as node:
        return int(node.ask("eth_getBalance", address, "latest"), 16)


def _alert(page: Page) -> Any:
    return page.get_by_role("alert")


def test_a_member_signs_in_and_votes(
    visit: Visiting, house: House, act: Actor, accounts: Accounts
) -> None:
    member = accounts.members[0]
    page = visit(member).page
    page.goto("/applications")
    expect(page.locator(".docket")).to_contain_text(STATEMENT)
    page.locator(".docket h3 a").first.click()
    page.get_by_role("button", name="Sign in to vote").click()
    choose_wallet(page)
    page.get_by_label("For", exact=True).check()
    page.get_by_role("button", name="Cast the vote").click()
    expect(page.locator("#reason:invalid")).to_be_focused()

    page.get_by_label("Your reason").fill(REASON)
    page.get_by_role("button", name="Cast the vote").click()

    expect(page.locator(".notice")).to_have_text("You voted for.")
    expect(page.locator(".votes blockquote")).to_have_text(REASON, use_inner_text=True)
    ballot = act.read("Curation", "applications", house.application)[0]
    assert act.read("Curation", "hasVoted", house.application, member.address)[0]
    assert (ballot[5], ballot[6], ballot[7]) == (1, 0, 0)


def test_the_collector_buys(visit: Visiting, house: House, act: Actor, accounts: Accounts) -> None:
    collector, artist = accounts.collector.address, accounts.artist.address
    before = _wei(act, artist)
    page = visit(accounts.collector).page
    page.goto("/?listed=true")
    page.locator(".wall .title a").first.click()
    page.get_by_role("button", name="Buy this work").click()
    choose_wallet(page)

    expect(page.locator(".history")).to_contain_text("Sold by")
    expect(page.get_by_role("button", name="List for sale")).to_be_visible()
    fee_bps = act.read("Market", "policy")[0][0]
    assert _owner(act, house) == collector
    assert _wei(act, artist) - before == PRICE_WEI - PRICE_WEI * fee_bps // 10_000


def test_a_higher_price_first_clears_the_cheaper_listing(
    visit: Visiting, house: House, act: Actor, accounts: Accounts
) -> None:
    """The page shows the cheaper listing, so the form is one that was open before."""
    made = visit(accounts.artist)
    page = made.page
    page.goto(f"/works/{house.work}")
    sign_in(made)
    page.evaluate(LISTING_FORM, f"/api/v1/works/{house.work}/listing-terms")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("Price in ETH").fill("0.75")
    page.get_by_role("button", name="List for sale").click()

    expect(page.locator(".price")).to_have_text("0.75\u00a0ETH")
    assert act.read("Market", "isCancelled", bytes.fromhex(house.listing[2:]))[0]
    assert made.faults.pop().startswith("console: Failed to load resource")  # the refusal, 409


LISTING_FORM = """(path) => {
  document.querySelector(".deal").innerHTML = `<form data-action="listing" action="${path}">
    <label>Price in ETH <input name="price" data-unit="ether"></label>
    <input type="hidden" name="days" value="30" data-unit="integer"><button>List for sale</button>
  </form>`;
}"""


def test_a_wallet_that_only_injects_itself_is_offered(visit: Visiting, accounts: Accounts) -> None:
    page = visit(accounts.collector, announces=False).page
    page.goto("/members")
    page.locator(".viewer").get_by_role("button", name="Sign in").click()
    choose_wallet(page, "Browser wallet")
    expect(page.locator(".viewer .name")).to_have_text("The collector")


def test_a_wallet_on_another_network_is_asked_to_switch(
    visit: Visiting, accounts: Accounts
) -> None:
    made = visit(accounts.collector)
    assert made.wallet
    made.wallet.chain_id = 1
    made.page.goto("/members")
    sign_in(made)
    assert "wallet_switchEthereumChain" in made.wallet.asked
    expect(made.page.locator(".viewer .name")).to_have_text("The collector")


def test_declining_sends_nothing(
    visit: Visiting, house: House, act: Actor, accounts: Accounts
) -> None:
    made = visit(accounts.collector)
    assert made.wallet
    made.page.goto(f"/works/{house.work}")
    sign_in(made)
    made.wallet.agrees = False
    buy = made.page.get_by_role("button", name="Buy this work")
    buy.click()
    expect(_alert(made.page)).to_have_text("You declined in your wallet. Nothing was sent.")
    assert _owner(act, house) == accounts.artist.address
    made.wallet.agrees = True
    buy.click()
    expect(made.page.locator(".history")).to_contain_text("Sold by")


def test_a_listing_that_died_meanwhile_is_told(
    visit: Visiting, house: House, act: Actor, accounts: Accounts, index: Callable[[], None]
) -> None:
    made = visit(accounts.collector)
    made.page.goto(f"/works/{house.work}")
    sign_in(made)
    act.send(accounts.artist.address, "Market", "cancelAll")
    index()
    made.page.evaluate(PURCHASE_FORM, f"/api/v1/listings/{house.listing}/purchase")
    made.page.get_by_role("button", name="Buy this work").click()
    expect(_alert(made.page)).to_contain_text("the seller cancelled all listings")
    assert made.faults.pop().startswith("console: Failed to load resource")


def test_a_refusal_of_the_contract_is_told_in_words(
    visit: Visiting, house: House, act: Actor, accounts: Accounts
) -> None:
    """The seller cancels after our server looked, before the wallet opens."""
    made = visit(accounts.collector)
    assert made.wallet
    made.page.goto(f"/works/{house.work}")
    sign_in(made)
    cancel = partial(act.send, accounts.artist.address, "Market", "cancelAll")
    made.wallet.before["eth_estimateGas"] = cancel
    made.page.get_by_role("button", name="Buy this work").click()
    expect(_alert(made.page)).to_have_text("The seller has cancelled this listing.")
    assert "eth_sendTransaction" not in made.wallet.asked


PURCHASE_FORM = """(path) => {
  document.querySelector(".deal").innerHTML =
    `<form data-action="transaction" action="${path}"><button>Buy this work</button></form>`;
}"""


def test_without_javascript_everything_can_be_looked_at(visit: Visiting, house: House) -> None:
    page = visit(java_script_enabled=False).page
    page.goto("/")
    page.locator(".wall .title a, .hero h2 a").first.click()
    expect(page.locator("h1")).to_have_text("Study 1")
    expect(page.locator(".deal noscript")).to_have_count(1)
    page.goto(f"/applications/{house.application}")
    expect(page.locator(".samples img")).to_have_count(2)


def test_the_development_wallet_takes_roles_and_lets_time_pass(
    visit: Visiting, house: House
) -> None:
    page = visit().page
    page.goto(f"/applications/{house.application}")
    page.get_by_label("Be", exact=True).select_option(label="Second member")
    expect(page.locator(".viewer .name")).to_have_text("Second member")
    expect(page.get_by_label("Your reason")).to_be_visible()
    page.get_by_role("button", name="Skip ahead 1 hour").click()
    page.get_by_role("button", name="Close the vote").click()
    expect(page.locator(".stamp")).to_have_text("Not admitted")


class TestBeyondTheEmbeddedChain:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"development": False})

    def test_a_browser_without_a_wallet_is_told_so(self, visit: Visiting) -> None:
        made = visit()
        loaded: list[str] = []
        made.page.on("request", lambda request: loaded.append(request.url))
        made.page.goto("/mine")
        made.page.locator("main").get_by_role("button", name="Sign in").click()
        expect(_alert(made.page)).to_contain_text("No wallet was found in this browser.")
        assert not any("development" in url for url in loaded)
