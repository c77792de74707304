"""cursors
written by us                      -> read as it was written
of another list, or of nobody      -> CursorUnreadable
beyond what a column holds         -> CursorUnreadable, on every page and every list
"""

import itertools
import json
from base64 import urlsafe_b64encode

import pytest

from marketplace import cursor
from marketplace.cursor import END, CursorUnreadable
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser

HASH = "0x" + "5a" * 32
LISTS = (
    "api/v1/works",
    "api/v1/listings",
    "api/v1/commissions",
    "api/v1/applications",
    "api/v1/members",
)
PAGES = ("", "mine", "applications", "members")
IMPOSSIBLE = [[-1], [END], [10**100], [END, 1], [1, -1], [END, HASH], [1, "zz"], [1, HASH.upper()]]
EXTREME = [[END - 1], [END - 1, END - 1], [END - 1, HASH]]


def of(values: object) -> str:
    """A cursor with whatever somebody writes into it."""
    return urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def test_it_is_read_as_it_was_written() -> None:
    assert cursor.read(cursor.write(7, HASH), int, str) == (7, HASH)


@pytest.mark.parametrize("values", [*IMPOSSIBLE, [True], [1.0], 1, {"1": 1}, [1, 1]])
def test_what_no_list_has_is_refused(values: object) -> None:
    kinds = [type(value) for value in values] if values in IMPOSSIBLE else [int]
    with pytest.raises(CursorUnreadable):
        cursor.read(of(values), *kinds)


@pytest.mark.usefixtures("index")
def test_no_cursor_breaks_a_list(browser: Browser, accounts: Accounts) -> None:
    client = browser(accounts.artist)
    broken = [
        (path, values)
        for path, values in itertools.product((*LISTS, *PAGES), (*IMPOSSIBLE, *EXTREME))
        if client.get(f"/{path}?cursor={of(values)}").status_code not in (200, 400)
    ]
    assert broken == []
