"""members
the founders          -> listed in order, each voting for themselves
a delegated vote      -> named with its delegate
page by page          -> each once
"""

from collections.abc import Callable

from tests.conftest import Accounts
from tests.marketplace.conftest import Actor, Browser


def test_the_founders_are_listed_each_with_their_own_vote(
    browser: Browser, accounts: Accounts, index: Callable[[], None]
) -> None:
    founders = [member.address for member in accounts.members]
    listed = browser().get("/api/v1/members").json()["members"]
    assert [(member["member"], member["holder"], member["delegate"]) for member in listed] == [
        (number, founder, founder) for number, founder in enumerate(founders, 1)
    ]


def test_a_delegated_vote_is_named(
    browser: Browser, accounts: Accounts, index: Callable[[], None], act: Actor
) -> None:
    giver, taker, _ = accounts.members
    act.send(giver.address, "Membership", "delegate", taker.address)
    index()
    listed = browser().get("/api/v1/members").json()["members"]
    assert listed[0]["delegate"] == taker.address


def test_members_come_page_by_page(browser: Browser, index: Callable[[], None]) -> None:
    client = browser()
    first = client.get("/api/v1/members?limit=2").json()
    second = client.get(f"/api/v1/members?limit=2&cursor={first['next']}").json()
    assert [member["member"] for member in first["members"] + second["members"]] == [1, 2, 3]
    assert second["next"] is None
