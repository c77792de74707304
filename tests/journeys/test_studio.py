"""The studio by hand: an idea, six sketches of it, and one that leads on
sketching          -> six papers of the recipe in the form; a round under it
more like this     -> the form holds that sketch's recipe; six more around its seed
paint this         -> asks for a title, then opens the commission of that very seed
looking for        -> what is typed is what is left to choose
the muse           -> proposes six subjects, each with its reasons; is stopped
towards            -> words lead on from one; the way is shown, and every step can be returned to
"""

import threading

from playwright.sync_api import expect

from tests.conftest import Accounts
from tests.journeys.visit import House, Visiting, chain, following, house, sign_in, visit
from tests.marketplace.conftest import act, admitted_state, browser, index
from tests.marketplace.gallery.conftest import mint, parts, seller, send, work
from tests.marketplace.studio.conftest import WorkOff, work_off, workshop

__all__ = ["act", "admitted_state", "browser", "chain", "following", "house", "index"]
__all__ += ["mint", "parts", "seller", "send", "visit", "work", "work_off", "workshop"]


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


def finished(work_off: WorkOff) -> None:
    """Let the worker do what is due, beside the browser's own loop."""
    worker = threading.Thread(target=work_off)
    worker.start()
    worker.join()


def test_the_muse_proposes_and_one_leads_on(
    visit: Visiting, house: House, accounts: Accounts, work_off: WorkOff
) -> None:
    made = visit(accounts.artist)
    page = made.page
    page.goto("/studio")
    sign_in(made)
    page.get_by_role("button", name="Ask the muse").click()
    proposed = page.locator('.round[data-varies="muse"] .sketches > li')
    expect(proposed).to_have_count(6)
    finished(work_off)
    expect(proposed.locator("img:visible")).to_have_count(6)
    expect(proposed.locator(".why")).to_have_text(["Closer."] * 6)

    third = proposed.nth(2)
    third.get_by_role("button", name="Towards").click()
    words = third.get_by_role("textbox")
    expect(words).to_be_focused()
    words.press("Escape")
    expect(words).to_be_hidden()
    third.get_by_role("button", name="Towards").press("Enter")
    words.fill("golden, calm")
    words.press("Enter")
    expect(page.locator(".round[open] > summary")).to_contain_text("Towards “golden, calm”")
    finished(work_off)
    led = page.locator('.round[data-varies="guide"] .sketches > li')
    expect(led.locator("img:visible")).to_have_count(6)
    way = page.get_by_role("navigation", name="The way that led here").get_by_role("button")
    expect(way).to_have_count(1)

    led.nth(1).get_by_role("button", name="Into the form").click()
    expect(way).to_have_count(2)
    expect(way.last).to_have_attribute("aria-current", "step")
    later = page.locator("#seed").input_value()
    way.first.click()
    expect(way).to_have_count(1)
    expect(third).to_have_attribute("data-taken", "")
    assert page.locator("#seed").input_value() != later
    assert page.evaluate("location.pathname") == "/studio"

    page.get_by_role("button", name="Ask the muse").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    expect(page.locator(".round")).to_have_count(2)
    page.reload()
    expect(page.locator(".round")).to_have_count(2)
