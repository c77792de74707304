"""The web process as tests meet it: whole, on real parts, spoken to over a socket as browsers do."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx
    from eth_account.signers.local import LocalAccount

    from marketplace.config import Settings

Browser = Callable[..., "httpx.Client"]


@pytest.fixture
def served(settings: "Settings") -> Iterator[str]:
    """The application, served; its public URL."""
    import uvicorn

    from marketplace.app import create_app

    server = uvicorn.Server(
        uvicorn.Config(create_app(settings), log_config=None, access_log=False, lifespan="on")
    )
    # Listening begins here, so that the first request waits for the application to be ready.
    with socket.create_server(("127.0.0.1", settings.port)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield settings.public_url
        server.should_exit = True
        thread.join()


@pytest.fixture
def browser(served: str) -> Iterator[Browser]:
    """Open a browser, with cookies of its own: nobody's, or of a person who signs in."""
    import httpx

    with ExitStack() as stack:

        def opened(person: "LocalAccount | None" = None) -> "httpx.Client":
            client = httpx.Client(
                base_url=served, headers={"Origin": served}, timeout=30, trust_env=False
            )
            stack.enter_context(client)
            return client if person is None else sign_in(client, person)

        yield opened


def sign_in(client: "httpx.Client", person: "LocalAccount") -> "httpx.Client":
    """Do what a wallet does: ask for a nonce, sign the message made of it, hand it in."""
    from eth_account.messages import encode_defunct

    terms = client.post("/api/sign-in/nonce").raise_for_status().json()
    message = (
        f"{terms['domain']} wants you to sign in with your Ethereum account:\n{person.address}\n\n"
        f"{terms['statement']}\n\nURI: {terms['uri']}\nVersion: 1\nChain ID: {terms['chain_id']}\n"
        f"Nonce: {terms['nonce']}\nIssued At: {terms['issued_at']}\n"
        f"Expiration Time: {terms['expires_at']}"
    )
    signature = person.sign_message(encode_defunct(text=message)).signature.to_0x_hex()
    client.post("/api/sign-in", json={"message": message, "signature": signature}).raise_for_status()
    return client
