"""what others do wrong to us
the chain's node stops       -> 502, named; nothing is kept, the same works once it is back
no IPFS node answers         -> 502 with its address; nothing is kept, other pages work
the store's disk is full     -> 507; nothing is kept, the same works once there is room
the database's disk is full  -> 507, not "unavailable"; nothing is kept
a commit fails               -> that is the answer: nobody is told of what was not kept
"""

import random
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from marketplace.config import Settings
from marketplace.runtime.chain import Chain, free_port
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows
from tests.marketplace.curation import hostile

ABSENT = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"
FULL_DISK = (
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
)
AT_INSERT = (
    "CREATE TRIGGER full_disk BEFORE INSERT ON dossiers FOR EACH ROW EXECUTE FUNCTION refuse()"
)
AT_COMMIT = (
    "CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON sign_in_nonces "
    "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()"
)


def hand_in(client: httpx.Client) -> httpx.Response:
    """A dossier whose one picture takes more than a page on the disk."""
    rows = b"".join(b"\0" + random.Random(y).randbytes(120 * 3) for y in range(90))
    files = [("samples", ("noise.png", hostile.png(120, 90, rows)))]
    return client.post("/api/v1/dossiers", data={"statement": "Noise."}, files=files)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


@contextmanager
def small_files() -> Iterator[None]:
    """No file of ours may grow beyond 4 KiB: to a program the same as a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_stopped_node_is_named_and_costs_nothing(
    browser: Browser, accounts: Accounts, chain: Chain, rows: Rows, compare: Callable[[], None]
) -> None:
    """Nothing is indexed yet, so the bond is asked of the chain."""
    client = browser(accounts.artist)
    seal = f"/api/v1/dossiers/{hand_in(client).json()['digest']}/seal"
    compare()
    chain.stop()
    answer = client.post(seal, json={})
    assert refusal(answer) == (502, "node-unreachable")
    assert f"127.0.0.1:{chain.port}" in answer.json()["detail"]
    assert rows("SELECT count(*) FROM dossiers") == [(1,)]
    chain.start()
    assert client.post(seal, json={}).status_code == 201


def test_a_full_store_is_said_and_costs_nothing(
    browser: Browser, accounts: Accounts, rows: Rows
) -> None:
    client = browser(accounts.artist)
    with small_files():
        answer = hand_in(client)
    assert refusal(answer) == (507, "store-full")
    assert "free some space" in answer.json()["detail"]
    assert rows("SELECT count(*) FROM dossiers") == [(0,)]
    assert hand_in(client).status_code == 201


def test_a_full_database_is_said_and_costs_nothing(
    browser: Browser, accounts: Accounts, rows: Rows
) -> None:
    client = browser(accounts.artist)
    rows(FULL_DISK)
    rows(AT_INSERT)
    assert refusal(hand_in(client)) == (507, "no-room")
    assert rows("SELECT count(*) FROM dossiers") == [(0,)]
    rows("DROP TRIGGER full_disk ON dossiers")
    assert hand_in(client).status_code == 201


def test_a_commit_that_fails_is_answered_as_a_failure(browser: Browser, rows: Rows) -> None:
    client = browser()
    rows(FULL_DISK)
    rows(AT_COMMIT)
    assert refusal(client.post("/api/v1/sign-in/nonce")) == (507, "no-room")
    assert rows("SELECT count(*) FROM sign_in_nonces") == [(0,)]


class TestWithoutAnIpfsNode:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"ipfs_api": f"/ip4/127.0.0.1/tcp/{free_port()}"})

    def test_it_is_named_and_costs_nothing(
        self,
        browser: Browser,
        accounts: Accounts,
        settings: Settings,
        rows: Rows,
        index: Callable[[], None],
    ) -> None:
        client = browser(accounts.artist)
        for answer in (client.get(f"/ipfs/{ABSENT}"), hand_in(client)):
            assert refusal(answer) == (502, "store-unreachable")
            assert f"{settings.ipfs_api}: start it" in answer.json()["detail"]
        assert rows("SELECT count(*) FROM dossiers") == [(0,)]
        assert client.get("/applications").status_code == 200
