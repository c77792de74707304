"""Every page as nobody, the artist and the collector see it, on a desk and in a hand
any of them -> nothing to scroll sideways, no error, nothing fetched from elsewhere, all drawn
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import Accounts
from tests.journeys.visit import House, Visiting, chain, following, house, sign_in, visit
from tests.marketplace.conftest import act, admitted_state, browser, index
from tests.marketplace.gallery.conftest import mint, parts, seller, send, work

__all__ = ["act", "admitted_state", "browser", "chain", "following", "house", "index"]
__all__ += ["mint", "parts", "seller", "send", "visit", "work"]

REPORTS = Path(__file__).parents[2] / "reports" / "pages"
WIDTHS = (1440, 390)
SHOWN = "[...document.images].filter((i) => i.checkVisibility())"  # not what waits in a closed list


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits(visit: Visiting, house: House, accounts: Accounts, width: int) -> None:
    REPORTS.mkdir(parents=True, exist_ok=True)
    for name, person in (
        ("nobody", None),
        ("artist", accounts.artist),
        ("collector", accounts.collector),
    ):
        made = visit(person, width=width)
        made.page.goto("/how")
        if person:
            sign_in(made)
        for title, path in _paths(house, accounts).items():
            made.page.goto(path)
            _scroll_through(made.page)
            made.page.screenshot(path=REPORTS / f"{title}-{name}-{width}.png", full_page=True)
            assert _overflow(made.page) == 0, f"{path} for {name} at {width}"
            assert _missing(made.page) == [], f"{path} for {name} at {width}"


def _paths(house: House, accounts: Accounts) -> dict[str, str]:
    return {
        "gallery": "/",
        "for-sale": "/?listed=true",
        "work": f"/works/{house.work}",
        "apply": "/apply",
        "applications": "/applications",
        "application": f"/applications/{house.application}",
        "studio": "/studio",
        "submit": "/studio/submit",
        "taste": "/taste",
        "taste-members": "/taste/members",
        "mine": "/mine",
        "artist": f"/artists/{accounts.artist.address}",
        "members": "/members",
        "about": "/how",
    }


def _scroll_through(page: Page) -> None:
    """What is lazy loads as somebody reads on."""
    for image in page.locator("img").all():
        if image.is_visible():
            image.scroll_into_view_if_needed()
    page.evaluate(f"Promise.all({SHOWN}.map((i) => i.decode().catch(() => null)))")


def _overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def _missing(page: Page) -> list[str]:
    """Pictures that did not come."""
    return list(page.evaluate(f"{SHOWN}.filter((i) => !i.naturalWidth).map((i) => i.src)"))
