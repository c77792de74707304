"""A studio on real parts: an admitted artist, a worker's tools, and ways to let jobs run."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from eth_account.messages import encode_typed_data
from eth_account.signers.local import LocalAccount
from procrastinate import App, PsycopgConnector

from marketplace.adapters import imprinter
from marketplace.adapters.chain import Chain as Node
from marketplace.config import DRIVER, Settings
from marketplace.parts import Parts, assembled
from marketplace.resemblance.attester import Attester
from marketplace.runtime.chain import Chain, free_port
from marketplace.studio import step
from marketplace.studio.relayer import Relayer
from marketplace.studio.workshop import Workshop
from tests import fakes
from tests.conftest import Accounts

ORDER: dict[str, Any] = {
    "title": "On Wings of Song",
    "description": "a cloud, about to flower",
    "engine": "painter",
    "parameters": {},
    "prompt": "",
    "seed": 7,
}

WorkOff = Callable[..., None]


@pytest.fixture
def chain(admitted_state: Path) -> Iterator[Chain]:
    """A chain of the test's own on which the artist is admitted."""
    chain = Chain(free_port(), start_from=admitted_state)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture
def parts(settings: Settings, index: Callable[[], None]) -> Iterator[Parts]:
    """What the worker process holds."""
    with assembled(settings, "test") as parts:
        yield parts


@pytest.fixture
def workshop(parts: Parts) -> Workshop:
    """The worker's tools, with the quick renderer."""
    relayer = Relayer.load(
        parts.settings.relayer_key_file, parts.contracts["Artwork"], parts.deployment.chain_id
    )
    return Workshop(
        parts.units,
        parts.store,
        parts.chain,
        render=fakes.render,
        sketch=fakes.sketch,
        sketch_on_gpu=fakes.sketch,
        again=fakes.make_again,
        find=fakes.find,
        imprint=imprinter.take,
        attester=Attester.ensure(parts.settings.attester_key_file),
        relayer=relayer,
    )


@pytest.fixture
def work_off(workshop: Workshop, settings: Settings) -> WorkOff:
    """Run every job that is due, as a worker would; with other tools where a test has its own."""

    async def run(tools: Workshop) -> None:
        conninfo = "postgresql://" + settings.database.removeprefix(DRIVER)
        app = App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=4))
        step.register(app, tools)
        async with app.open_async():
            await app.run_worker_async(
                wait=False, install_signal_handlers=False, delete_jobs="successful"
            )

    return lambda **changes: asyncio.run(run(replace(workshop, **changes)))


@dataclass(frozen=True, slots=True)
class Artist:
    """A browser that is signed in, and the wallet beside it."""

    site: httpx.Client
    account: LocalAccount

    def ask(self, **changed: Any) -> httpx.Response:
        """Commission a work."""
        return self.site.post("/api/v1/commissions", json=ORDER | changed)

    def look(self, id_: str) -> dict[str, Any]:
        """The commission as it is now."""
        found: dict[str, Any] = self.site.get(f"/api/v1/commissions/{id_}").json()
        return found

    def terms(self, id_: str, royalty_bps: int = 700) -> httpx.Response:
        """Ask for a voucher to sign."""
        wish = {"royalty_bps": royalty_bps}
        return self.site.post(f"/api/v1/commissions/{id_}/voucher-terms", json=wish)

    def sign(self, typed: dict[str, Any]) -> str:
        """Sign it."""
        signable = encode_typed_data(full_message=typed)
        return str(self.account.sign_message(signable).signature.to_0x_hex())

    def hand_in(self, id_: str, message: dict[str, Any], signature: str) -> httpx.Response:
        """Hand in a signed voucher."""
        signed = {"voucher": message, "signature": signature}
        return self.site.post(f"/api/v1/commissions/{id_}/voucher", json=signed)

    def mint(self, id_: str) -> httpx.Response:
        """Ask for the voucher, sign it, hand it in."""
        asked = self.terms(id_)
        assert asked.status_code == 200, asked.text
        typed = asked.json()["typed_data"]
        return self.hand_in(id_, typed["message"], self.sign(typed))


@pytest.fixture
def artist(browser: Callable[..., httpx.Client], accounts: Accounts, parts: Parts) -> Artist:
    """The admitted artist."""
    return Artist(browser(accounts.artist), accounts.artist)


@pytest.fixture
def pinned(artist: Artist, work_off: WorkOff) -> str:
    """A commission that waits for its voucher."""
    asked = artist.ask()
    assert asked.status_code == 201, asked.text
    work_off()
    return str(asked.json()["id"])


def kind(answer: httpx.Response) -> str:
    """The kind of a problem, whatever its address."""
    return str(answer.json()["type"]).rsplit("/", 1)[-1].rsplit(":", 1)[-1]


class Liar:
    """Stands before the node: forwards everything, and for some methods loses what comes back."""

    def __init__(self, url: str) -> None:
        self.lost: set[str] = set()  # the node hears it, the caller hears nothing
        self.garbled: set[str] = set()  # the node hears it, the caller hears a page
        self.unheard: set[str] = set()  # the caller is told yes, the node hears nothing
        self.heard: list[str] = []
        liar = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                question = json.loads(body)
                method = question["method"]
                liar.heard.append(method)
                if method in liar.unheard:
                    return self._say(
                        {"jsonrpc": "2.0", "id": question["id"], "result": "0x" + "00" * 32}
                    )
                answer = httpx.post(url, json=question, trust_env=False).json()
                if method in liar.lost:
                    return None  # the connection closes without a word
                if method in liar.garbled:
                    return self._send(b"<html>Please try again</html>")
                return self._say(answer)

            def _say(self, content: dict[str, Any]) -> None:
                self._send(json.dumps(content).encode())

            def _send(self, said: bytes) -> None:
                self.send_response(200)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def stop(self) -> None:
        """Stop standing there."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def liar(settings: Settings) -> Iterator[Liar]:
    """A liar before the test's node."""
    liar = Liar(settings.rpc)
    yield liar
    liar.stop()


@pytest.fixture
def lied_to(liar: Liar) -> Iterator[Node]:
    """A client that only ever speaks to the liar."""
    with Node(liar.url) as node:
        yield node
