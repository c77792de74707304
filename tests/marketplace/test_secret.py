"""secrets
a whole session, a failure in it   -> no token, nonce, cookie, signature or key in any log line
what the API says of itself        -> no example of them either
"""

import io
import logging
from collections.abc import Iterator

import pytest

from marketplace import log
from marketplace.api import answer
from marketplace.config import Settings
from tests.conftest import Accounts
from tests.marketplace.conftest import Browser


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """All that is logged, at the most talkative level, as an operator would keep it."""
    root = logging.getLogger()
    before, level = root.handlers, root.level
    log.configure("json", logging.DEBUG)
    stream = io.StringIO()
    (configured,) = root.handlers
    kept = logging.StreamHandler(stream)
    kept.setFormatter(configured.formatter)
    root.handlers = [kept]
    yield stream
    root.handlers, root.level = before, level


def test_no_log_line_holds_a_secret(
    written: io.StringIO,
    browser: Browser,
    accounts: Accounts,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a fault inside a request")

    monkeypatch.setattr(answer, "page", fails)
    client = browser(accounts.artist)
    nonce = client.post("/api/v1/sign-in/nonce").json()["nonce"]
    assert client.get("/api/v1/members").status_code == 500
    secrets = [
        client.cookies["atelier_session"],
        client.cookies["atelier_sign_in"],
        nonce,
        settings.relayer_key_file.read_text().strip().removeprefix("0x"),
        accounts.artist.key.hex().removeprefix("0x"),
    ]
    lines = written.getvalue()
    assert "a fault inside a request" in lines  # the log does work
    assert [secret for secret in secrets if secret in lines] == []


def test_the_description_of_the_api_holds_no_secret(browser: Browser, accounts: Accounts) -> None:
    client = browser(accounts.artist)
    described = client.get("/api/v1/openapi.json")
    assert described.status_code == 200
    assert client.cookies["atelier_session"] not in described.text
