"""sign in
message and signature fit       -> 200, a session in a cookie that scripts cannot read
signed by somebody else         -> signature-wrong
another chain                   -> chain-wrong
another site, another URI       -> domain-wrong
issued too long ago             -> message-stale
nonce of another browser        -> nonce-unknown
nonce twice                     -> nonce-used
nonce that waited too long      -> nonce-expired
nonce a hundred times at once   -> one session
a text that is no such message  -> message-unreadable
signed in again                 -> the former session is dead
signed out                      -> the cookie's token is dead on the server, too
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import httpx
import pytest
from eth_account.messages import encode_defunct
from eth_account.signers.local import LocalAccount

from tests.conftest import Accounts
from tests.marketplace.conftest import Browser, Rows


@pytest.fixture
def anybody(browser: Browser) -> httpx.Client:
    """A browser in which nobody is signed in."""
    return browser()


def message_of(client: httpx.Client, person: LocalAccount, **changes: object) -> str:
    """What the wallet would sign, with whatever a case changes."""
    terms = client.post("/api/v1/sign-in/nonce").raise_for_status().json()
    said = SimpleNamespace(**(terms | {"address": person.address} | changes))
    return (
        f"{said.domain} wants you to sign in with your Ethereum account:\n{said.address}\n\n"
        f"{said.statement}\n\nURI: {said.uri}\nVersion: {said.version}\nChain ID: {said.chain_id}\n"
        f"Nonce: {said.nonce}\nIssued At: {said.issued_at}\nExpiration Time: {said.expires_at}"
    )


def hand_in(client: httpx.Client, person: LocalAccount, message: str) -> httpx.Response:
    signature = person.sign_message(encode_defunct(text=message)).signature.to_0x_hex()
    return client.post("/api/v1/sign-in", json={"message": message, "signature": signature})


def refusal(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].rpartition(":")[2]


def test_a_person_is_signed_in_by_a_cookie_that_scripts_cannot_read(
    anybody: httpx.Client, accounts: Accounts
) -> None:
    answer = hand_in(anybody, accounts.artist, message_of(anybody, accounts.artist))
    assert answer.json() == {"address": accounts.artist.address}
    cookie = next(c for c in answer.headers.get_list("set-cookie") if "atelier_session" in c)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert anybody.get("/api/v1/session").json() == {"address": accounts.artist.address}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"chain_id": 1}, (403, "chain-wrong")),
        ({"domain": "evil.example"}, (403, "domain-wrong")),
        ({"uri": "https://evil.example"}, (403, "domain-wrong")),
        ({"version": "2"}, (403, "version-wrong")),
        (
            {"issued_at": (datetime.now(UTC) - timedelta(minutes=6)).isoformat()},
            (403, "message-stale"),
        ),
        (
            {"expires_at": (datetime.now(UTC) - timedelta(seconds=1)).isoformat()},
            (403, "message-stale"),
        ),
        ({"nonce": "0123456789abcdef"}, (403, "nonce-unknown")),
        ({"issued_at": "yesterday"}, (400, "message-unreadable")),
    ],
)
def test_a_message_that_we_did_not_ask_for_is_refused(
    anybody: httpx.Client, accounts: Accounts, changes: dict[str, object], expected: tuple[int, str]
) -> None:
    answer = hand_in(anybody, accounts.artist, message_of(anybody, accounts.artist, **changes))
    assert refusal(answer) == expected
    assert anybody.get("/api/v1/session").status_code == 401


def test_somebody_elses_signature_is_refused(anybody: httpx.Client, accounts: Accounts) -> None:
    message = message_of(anybody, accounts.artist)
    assert refusal(hand_in(anybody, accounts.stranger, message)) == (403, "signature-wrong")


def test_a_nonce_of_another_browser_is_refused(browser: Browser, accounts: Accounts) -> None:
    message = message_of(browser(), accounts.artist)
    assert refusal(hand_in(browser(), accounts.artist, message)) == (403, "nonce-unknown")


def test_a_hundred_uses_of_one_nonce_open_one_session(
    anybody: httpx.Client, accounts: Accounts, served: str
) -> None:
    message = message_of(anybody, accounts.artist)
    cookies = dict(anybody.cookies)
    signature = accounts.artist.sign_message(encode_defunct(text=message)).signature.to_0x_hex()

    def use(_: int) -> int:
        with httpx.Client(base_url=served, headers={"Origin": served}, cookies=cookies) as client:
            content = {"message": message, "signature": signature}
            return client.post("/api/v1/sign-in", json=content, timeout=60).status_code

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(use, range(100)))
    assert sorted(answers) == [200] + [409] * 99


def test_a_used_nonce_says_so(anybody: httpx.Client, accounts: Accounts) -> None:
    message = message_of(anybody, accounts.artist)
    cookies = dict(anybody.cookies)
    hand_in(anybody, accounts.artist, message)
    anybody.cookies.update(cookies)
    assert refusal(hand_in(anybody, accounts.artist, message)) == (409, "nonce-used")


def test_a_nonce_that_waited_too_long_says_so(
    anybody: httpx.Client, accounts: Accounts, rows: Rows
) -> None:
    message = message_of(anybody, accounts.artist)
    rows("UPDATE sign_in_nonces SET expires_at = now() - interval '1 second'")
    assert refusal(hand_in(anybody, accounts.artist, message)) == (409, "nonce-expired")


def test_signing_in_again_ends_the_former_session(
    anybody: httpx.Client, browser: Browser, accounts: Accounts
) -> None:
    hand_in(anybody, accounts.artist, message_of(anybody, accounts.artist))
    former = anybody.cookies["atelier_session"]
    hand_in(anybody, accounts.artist, message_of(anybody, accounts.artist))
    thief = browser()
    thief.cookies.set("atelier_session", former)
    assert anybody.cookies["atelier_session"] != former
    assert refusal(thief.get("/api/v1/session")) == (401, "sign-in-missing")


def test_signing_out_kills_the_session_on_the_server(browser: Browser, accounts: Accounts) -> None:
    client = browser(accounts.artist)
    token = client.cookies["atelier_session"]
    assert client.delete("/api/v1/session").status_code == 204
    thief = browser()
    thief.cookies.set("atelier_session", token)
    assert thief.get("/api/v1/session").status_code == 401


def test_an_expired_session_is_none(browser: Browser, accounts: Accounts, rows: Rows) -> None:
    client = browser(accounts.artist)
    rows("UPDATE sessions SET expires_at = now() - interval '1 second'")
    assert client.get("/api/v1/session").status_code == 401


def test_only_the_hash_of_a_token_is_kept(browser: Browser, accounts: Accounts, rows: Rows) -> None:
    token = browser(accounts.artist).cookies["atelier_session"]
    ((kept,),) = rows("SELECT s::text FROM sessions s")
    assert token not in kept
    assert token.encode().hex() not in kept
