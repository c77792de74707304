"""Being asked which one, by hand and by keys
before one agreed        -> what is kept is said first
a click, a key           -> the next two pictures without a new page; the count grows
after some answers       -> what was learnt, in words and pictures
a member                 -> signs choices, sees the model that was trained, proposes it
an artist's slider       -> hangs sketches in the order of the artist's taste, and is remembered
a work's page            -> stars and a feeling, which are there when one comes back
in a hand                -> nothing to scroll sideways
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from marketplace.parts import Parts
from marketplace.studio import sketch
from marketplace.studio.workshop import Workshop
from marketplace.taste.pool import gather
from marketplace.taste.training import FEWEST, train
from tests import fakes
from tests.conftest import Accounts
from tests.journeys.visit import House, Visiting, chain, following, house, sign_in, visit
from tests.marketplace.conftest import Rows, act, admitted_state, browser, index, rows
from tests.marketplace.gallery.conftest import mint, parts, seller, send, work
from tests.marketplace.studio.conftest import workshop
from tests.marketplace.taste.conftest import ask, choose

__all__ = ["act", "admitted_state", "browser", "chain", "following", "house", "index"]
__all__ += ["mint", "parts", "rows", "seller", "send", "visit", "work", "workshop"]

REPORTS = Path(__file__).parents[2] / "reports" / "pages"
SHOWN = "[...document.images].filter((i) => i.checkVisibility() && i.loading !== 'lazy')"
LIGHT = """[...document.querySelectorAll('.side img')].map((image) => {
  const canvas = Object.assign(document.createElement('canvas'), {width: 8, height: 8});
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0, 8, 8);
  return pen.getImageData(0, 0, 8, 8).data.reduce((sum, level) => sum + level, 0);
})"""


def test_somebody_is_asked_and_understood(
    visit: Visiting, house: House, accounts: Accounts, parts: Parts
) -> None:
    REPORTS.mkdir(parents=True, exist_ok=True)
    while gather(parts.units, parts.store, datetime.now(UTC)):
        pass
    made = visit(accounts.collector)
    page = made.page
    page.goto("/taste")
    expect(page.locator(".side")).to_have_count(0)
    sign_in(made)
    _shot(page, "taste-before")
    page.get_by_role("button", name="I agree, ask me").click()
    expect(page.locator("[data-said]")).to_have_text("0 answers so far")

    page.locator(".side").first.click()
    _wait(page, "1 answer so far")
    page.keyboard.press("3")
    _wait(page, "2 answers so far")
    for number in range(3, 21):  # whoever likes it dark
        left, right = page.evaluate(LIGHT)
        page.keyboard.press("1" if left < right else "2")
        _wait(page, f"{number} answers so far")
    expect(page.locator(".leanings li").first).to_be_visible()
    expect(page.locator("[data-favourites] img")).to_have_count(4)
    told = page.locator(".leanings li span").all_text_contents()
    page.reload()
    expect(page.locator(".leanings li span")).to_have_text(told)
    _shot(page, "taste")


def test_a_work_is_given_stars_and_a_feeling(
    visit: Visiting, house: House, accounts: Accounts, parts: Parts
) -> None:
    while gather(parts.units, parts.store, datetime.now(UTC)):
        pass
    made = visit(accounts.collector)
    page = made.page
    page.goto("/taste")
    sign_in(made)
    page.get_by_role("button", name="I agree, ask me").click()
    page.goto(f"/works/{house.work}")
    page.get_by_text("What do you think of it?").click()
    page.get_by_role("radio", name="4 of 5").check()
    page.get_by_text("And how does it feel?").click()
    page.get_by_label("Unpleasant to pleasant").fill("60")
    page.get_by_label("wonder").check()
    _shot(page, "said")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("radio", name="4 of 5")).to_be_checked()
    expect(page.get_by_label("wonder")).to_be_checked()
    expect(page.get_by_label("Unpleasant to pleasant")).to_have_value("60")


def test_members_sign_choices_and_propose_a_model(
    visit: Visiting,
    house: House,
    accounts: Accounts,
    parts: Parts,
    browser: Callable[..., httpx.Client],
) -> None:
    while gather(parts.units, parts.store, datetime.now(UTC)):
        pass
    member = accounts.members[0]
    site = browser(member)
    site.put("/api/v1/taste/consent")
    for _ in range(FEWEST + 4):
        choose(site, ask(site)["id"])
    made = visit(member)
    page = made.page
    page.goto("/taste/members")
    sign_in(made)
    page.get_by_role("button", name="Sign them as a ballot").click()
    expect(page.get_by_text("You have no new choice to sign")).to_be_visible()
    digest = train(parts, datetime.now(UTC))
    page.reload()
    expect(page.locator(".model")).to_contain_text(f"{digest}")
    expect(page.locator(".model h3")).to_have_text("Trained, not proposed")
    page.get_by_role("button", name="Propose to ratify it").click()
    expect(page.locator(".model h3")).to_contain_text("the vote opens")
    _shot(page, "taste-members")


def test_a_taste_orders_sketches(
    visit: Visiting,
    house: House,
    accounts: Accounts,
    parts: Parts,
    browser: Callable[..., httpx.Client],
    workshop: Workshop,
    rows: Rows,
) -> None:
    while gather(parts.units, parts.store, datetime.now(UTC)):
        pass
    site = browser(accounts.artist)
    site.put("/api/v1/taste/consent")
    for _ in range(6):
        choose(site, ask(site)["id"])
    wish = {"engine": "painter", "varies": "seed", "number": 6, "seed": 7}
    site.post("/api/v1/sketches", json=wish).raise_for_status()
    for (id_,) in rows("SELECT id FROM sketches"):
        sketch.draw(workshop, fakes.sketch, id_, lambda: None)
    made = visit(accounts.artist)
    page = made.page
    page.goto("/how")
    sign_in(made)
    page.goto("/studio")
    papers = page.locator(".round[open] .sketches li")
    expect(papers).to_have_count(6)
    expect(page.locator("[data-why]")).to_have_count(6)
    came = papers.locator(".number").all_text_contents()
    page.get_by_label("Taste", exact=True).fill("100")
    expect(page.locator("[data-why=exploration]")).to_have_count(1)
    assert sorted(papers.locator(".number").all_text_contents()) == sorted(came)
    expect(page.locator("output[for=strength]")).to_have_text("100 %")
    _shot(page, "steering")
    page.reload()
    expect(page.locator("[data-why=exploration]")).to_have_count(1)  # remembered


def _wait(page: Page, said: str) -> None:
    """Until the answer is kept and the next two pictures are there."""
    expect(page.locator("[data-said]")).to_have_text(said)
    expect(page.locator(".sides[aria-busy]")).to_have_count(0)


def _shot(page: Page, name: str) -> None:
    """On a desk and in a hand."""
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        shown: Callable[..., Any] = page.evaluate
        shown(f"Promise.all({SHOWN}.map((i) => i.decode().catch(() => null)))")
        assert shown("document.documentElement.scrollWidth - innerWidth") == 0
        page.screenshot(path=REPORTS / f"{name}-{width}.png", full_page=True)
