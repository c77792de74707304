"""the door
a write from another origin, or from none   -> origin-foreign
a body beyond its limit, told or not        -> 413, cut while it streams
a body that does not come, or in drops      -> 408
any answer, errors included                 -> the strict headers
"""

import asyncio
import itertools
import socket
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import pytest

from marketplace import guard
from marketplace.guard import BODY_LIMIT, HEADERS, Guard, origin_of
from tests.marketplace.conftest import Browser

WRITES = (
    ("POST", "/api/v1/sign-in/nonce"),
    ("POST", "/api/v1/sign-in"),
    ("DELETE", "/api/v1/session"),
    ("POST", "/api/v1/dossiers"),
    ("POST", "/api/v1/applications/1/vote"),
    ("POST", "/api/v1/applications/1/finalize"),
    ("POST", "/api/v1/commissions"),
    ("POST", "/api/v1/listings"),
    ("POST", "/development/rpc"),
    ("PUT", "/no/such/route"),
)
ORIGINS = (None, "null", "https://evil.example", "http://localhost:1", "http://localhost")
ANSWERS = (
    ("GET", "/api/v1/chain", 503),  # nothing is indexed yet
    ("GET", "/api/v1/members", 200),
    ("GET", "/api/v1/no/such/thing", 404),
    ("PATCH", "/api/v1/members", 405),
    ("GET", "/api/v1/members?limit=0", 422),
    ("POST", "/api/v1/dossiers", 401),
    ("POST", "/no/such/page", 404),
)


def test_writes_are_taken_from_our_own_origin_only(browser: Browser) -> None:
    client = browser()
    client.headers.pop("Origin")
    let_through = [
        (method, path, origin)
        for (method, path), origin in itertools.product(WRITES, ORIGINS)
        if client.request(method, path, headers={} if origin is None else {"Origin": origin})
        .json()
        .get("type")
        != "urn:atelier:problem:origin-foreign"
    ]
    assert let_through == []


def test_every_answer_has_the_strict_headers(browser: Browser) -> None:
    client = browser()
    for method, path, status in ANSWERS:
        answer = client.request(method, path)
        assert (path, answer.status_code) == (path, status)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_an_announced_body_beyond_the_limit_is_refused_unread(browser: Browser) -> None:
    answer = browser().post("/api/v1/sign-in", content=b"x" * (BODY_LIMIT + 1))
    assert answer.status_code == 413
    assert str(BODY_LIMIT) in answer.json()["detail"]


def test_an_endless_body_is_cut_at_the_limit(served: str) -> None:
    """The sender goes on until the other side hangs up; how much it took is what it could send."""
    host = urlsplit(served)
    head = (
        f"POST /api/v1/sign-in HTTP/1.1\r\nHost: {host.netloc}\r\nOrigin: {served}\r\n"
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", host.port), timeout=60) as connection:
        with suppress(ConnectionResetError, BrokenPipeError):
            connection.sendall(head.encode() + chunk + chunk)
        answer = connection.recv(65536)
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.05)
    refused = []

    async def reader(scope: Any, receive: Any, send: Any) -> None:
        try:
            await receive()
        except Exception as error:
            refused.append(error.status_code)

    async def silence() -> None:
        await asyncio.Event().wait()

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"origin", b"http://a")]}
    asyncio.run(Guard(reader, "http://a")(scope, silence, None))
    assert refused == [408]


def test_a_body_that_comes_in_drops_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much would be taken: else a few senders hold every place for uploads for an hour."""
    monkeypatch.setattr(guard, "BODY_SECONDS", 0.05)
    drops = itertools.count()
    refused = []

    async def reader(scope: Any, receive: Any, send: Any) -> None:
        try:
            while (await receive())["more_body"]:
                pass
        except Exception as error:
            refused.append(error.status_code)

    async def drop() -> dict[str, Any]:
        await asyncio.sleep(0.001)
        return {"type": "http.request", "body": b"x", "more_body": next(drops) < 1_000}

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"origin", b"http://a")]}
    asyncio.run(Guard(reader, "http://a", {"/": 256 * 2**20})(scope, drop, None))
    assert refused == [408]


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://Atelier.Example:443/", "https://atelier.example"),
        ("http://[::1]:80/x", "http://[::1]"),
    ],
)
def test_an_origin_is_written_as_browsers_write_it(url: str, origin: str) -> None:
    assert origin_of(url) == origin
