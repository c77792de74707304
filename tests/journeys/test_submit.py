"""submitting a finished work, in a real browser
a file of the wrong kind   -> said so beside the button; the form keeps what was written
a sound                    -> uploaded, checked, and on its page with a player
"""

from pathlib import Path

from playwright.sync_api import expect

from tests.conftest import Accounts
from tests.journeys.visit import House, Visiting, chain, following, house, sign_in, visit
from tests.marketplace.conftest import act, admitted_state, browser, index
from tests.marketplace.gallery.conftest import mint, parts, seller, send, work
from tests.marketplace.uploads import sample

__all__ = ["act", "admitted_state", "browser", "chain", "following", "house", "index"]
__all__ += ["mint", "parts", "seller", "send", "visit", "work"]


def test_an_artist_submits_a_sound(
    visit: Visiting, house: House, accounts: Accounts, tmp_path: Path
) -> None:
    made = visit(accounts.artist)
    page = made.page
    page.goto("/how")
    sign_in(made)
    page.goto("/studio/submit")
    wrong = tmp_path / "drawing.webp"  # names decide nothing
    wrong.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    page.get_by_label("The work").set_input_files(wrong)
    page.get_by_label("Title").fill("Rain on tin")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Submit the work").click()
    expect(page.get_by_role("alert")).to_contain_text("save it as PNG")
    # The browser notes the refusal, too; that is how it should be.
    made.faults[:] = [fault for fault in made.faults if "status of 422" not in fault]
    page.get_by_label("The work").set_input_files(sample.sound(tmp_path, "mp3"))
    expect(page.locator("#work-look")).to_contain_text("tone.mp3")
    page.get_by_role("button", name="Submit the work").click()
    expect(page.get_by_role("heading", name="Rain on tin")).to_be_visible()
    expect(page.locator("audio")).to_have_js_property("readyState", 4)
    expect(page.get_by_text("checked", exact=True)).to_be_visible()
