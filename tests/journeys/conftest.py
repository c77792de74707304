"""One browser for the journeys of a module, and the web process that they visit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.part import parts
from tests.marketplace.adapters.ipfs.conftest import node_command, reference
from tests.marketplace.conftest import compare, served

__all__ = ["compare", "node_command", "parts", "reference", "served"]

CHROMIUMS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else the one that Playwright fetched.

    Not for longer than a module: while it lasts, its event loop counts as running in this thread,
    and tests of other rooms that start one of their own would be refused.
    """
    found = next((path for path in CHROMIUMS if Path(path).exists()), None)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()
