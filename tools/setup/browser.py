"""Find a browser for the tests that click, or fetch one."""

import os
import shutil

from tools.setup.fault import SetupFault
from tools.setup.place import PYTHON, run

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_browser() -> str:
    """The system's Chromium if it has one; else Debian's; else Playwright's."""
    if found := _found():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run("browser", "apt-get", "update", environment=quiet)
        run("browser", "apt-get", "install", "-y", "--no-install-recommends", "chromium",
            environment=quiet)  # fmt: skip
        if found := _found():
            return found
    try:
        run("browser", PYTHON, "-m", "playwright", "install", "chromium")
    except SetupFault as fault:
        raise SetupFault(
            f"No Chromium is here, and Playwright could not fetch one. {fault.message}",
            "Install Chromium or Chrome with the system's packages, then run the same again.",
        ) from fault
    return "Playwright's Chromium"


def _found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)
