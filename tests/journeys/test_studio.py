"""The studio by hand: an idea, six sketches of it, and one that leads on
sketching          -> six papers of the recipe in the form; a round under it
more like this     -> the form holds that sketch's recipe; six more around its seed
paint this         -> asks for a title, then opens the commission of that very seed
looking for        -> what is typed is what is left to choose
"""

from playwright.sync_api import expect

from tests.conftest import Accounts
from tests.journeys.visit import House, Visiting, chain, following, house, sign_in, visit
from tests.marketplace.conftest import act, admitted_state, browser, index
from tests.marketplace.gallery.conftest import mint, parts, seller, send, work

__all__ = ["act", "admitted_state", "browser", "chain", "following", "house", "index"]
__all__ += ["mint", "parts", "seller", "send", "visit", "work"]


def test_a_sketch_leads_on(visit: Visiting, house: House, accounts: Accounts) -> None:
    made = visit(accounts.artist)
    page = made.page
    page.goto("/studio?preset=song")
    sign_in(made)
    page.locator("[data-picker] summary").first.click()
    page.locator("#concept-filter").fill("boat")
    left = page.locator("[data-picker]").first.locator("label.choice:visible")
    expect(left).to_have_count(1)
    left.click()
    expect(page.locator("[data-chosen]").first).to_have_text("Boat")

    page.get_by_role("button", name="Sketch six variants").click()
    papers = page.locator(".round[open] .sketches li")
    expect(papers).to_have_count(6)
    second = papers.nth(1)
    seed = (second.locator(".number").text_content() or "").removeprefix("Seed ")
    second.get_by_role("button", name="More like this").click()
    expect(page.locator(".round")).to_have_count(2)
    expect(page.locator(".round[open] summary")).to_contain_text(f"More like seed {seed}")
    expect(page.locator("#seed")).to_have_value(seed)

    page.get_by_role("button", name="Paint this").first.click()
    expect(page.locator("#title")).to_be_focused()
    page.locator("#title").fill("A boat that sings")
    page.get_by_role("button", name="Paint this").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A boat that sings")
    expect(page.locator(".facts")).to_contain_text(seed)
