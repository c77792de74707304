"""The web process as tests meet it: whole, on real parts, spoken to over a socket."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from eth_account.signers.local import LocalAccount

    from indexer.abi import Deployment
    from marketplace.adapters.chain import Chain as NodeClient
    from marketplace.adapters.contract import Contract
    from marketplace.config import Settings
    from tests.conftest import Accounts

Browser = Callable[..., "httpx.Client"]
Rows = Callable[[str], list[Any]]


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

    terms = client.post("/api/v1/sign-in/nonce").raise_for_status().json()
    message = (
        f"{terms['domain']} wants you to sign in with your Ethereum account:\n{person.address}\n\n"
        f"{terms['statement']}\n\nURI: {terms['uri']}\nVersion: 1\nChain ID: {terms['chain_id']}\n"
        f"Nonce: {terms['nonce']}\nIssued At: {terms['issued_at']}\n"
        f"Expiration Time: {terms['expires_at']}"
    )
    signature = person.sign_message(encode_defunct(text=message)).signature.to_0x_hex()
    client.post(
        "/api/v1/sign-in", json={"message": message, "signature": signature}
    ).raise_for_status()
    return client


@pytest.fixture(scope="session")
def admitted_state(
    deployed: "tuple[Path, Path]", accounts: "Accounts", tmp_path_factory: pytest.TempPathFactory
) -> "Path":
    """A saved chain on which the members have admitted the artist."""
    from indexer.abi import Deployment
    from marketplace.runtime import chain_state
    from marketplace.runtime.chain import Chain, free_port

    state, file = deployed
    chain = Chain(free_port(), start_from=state)
    chain.start()
    try:
        act = Actor(chain.url, Deployment.load(file))
        _admit(act, accounts.artist.address, [member.address for member in accounts.members])
        admitted = tmp_path_factory.mktemp("chain") / "admitted.json"
        chain_state.write(admitted, chain_state.dump(chain.url))
        chain_state.settle(admitted)
    finally:
        chain.stop()
    return admitted


def _admit(act: "Actor", artist: str, members: list[str]) -> None:
    bond_wei = act.read("Curation", "parameters")[0][0]
    act.skip(1)  # founders vote from the second after the deployment
    act.send(artist, "Curation", "openApplication", b"\x01" * 32, value_wei=bond_wei)
    for member in members:
        act.send(member, "Curation", "vote", 1, 1, "welcome")
    closes_at = act.read("Curation", "applications", 1)[0][2]
    with act.chain as chain:
        now = chain.head().timestamp
    act.skip(closes_at - now + 1)
    act.send(members[0], "Curation", "finalize", 1)


@dataclass(frozen=True, slots=True)
class Actor:
    """Sends transactions for Anvil's unlocked accounts, and reads what came of them."""

    url: str
    deployment: "Deployment"

    @property
    def chain(self) -> "NodeClient":
        """A client of the node, to be closed by whoever asked for it."""
        from marketplace.adapters.chain import Chain as Client

        return Client(self.url)

    def contract(self, name: str) -> "Contract":
        """One of our contracts."""
        from indexer.abi import abi
        from marketplace.adapters.contract import Contract

        return Contract(name, self.deployment.contracts[name], abi(name))

    def send(
        self, sender: str, contract: str, function: str, *arguments: object, value_wei: int = 0
    ) -> str:
        """Send and mine one call; a revert is an error."""
        from marketplace.adapters.chain import Call

        callee = self.contract(contract)
        call = Call(callee.address, callee.encode(function, *arguments), sender, value_wei)
        with self.chain as chain:
            chain.call(call)
        return self.see_through(call.as_json() | {"gas": hex(2_000_000)})

    def see_through(self, content: dict[str, Any]) -> str:
        """Send a transaction from an unlocked account and wait for its block; a failure is ours."""
        with self.chain as chain:
            transaction: str = chain.ask("eth_sendTransaction", content)
            deadline = time.monotonic() + 60
            while (receipt := chain.receipt(transaction)) is None:
                assert time.monotonic() < deadline, f"{transaction} was not mined"
        assert receipt.is_success, f"{transaction} failed"
        return transaction

    def read(self, contract: str, function: str, *arguments: object) -> "tuple[Any, ...]":
        """What a view says now."""
        from marketplace.adapters.chain import Call

        callee = self.contract(contract)
        with self.chain as chain:
            answer = chain.call(Call(callee.address, callee.encode(function, *arguments)))
        return callee.decode(function, answer)

    def skip(self, seconds: int) -> None:
        """Let chain time pass."""
        with self.chain as chain:
            chain.ask("evm_increaseTime", seconds)
            chain.ask("evm_mine")


@pytest.fixture
def act(settings: "Settings", deployment: "Deployment") -> Actor:
    """Whoever does something on the chain directly."""
    return Actor(settings.rpc, deployment)


@pytest.fixture
def index(settings: "Settings", deployment: "Deployment") -> "Iterator[Callable[[], None]]":
    """Bring the index to the chain's head, now and whenever called."""
    import structlog

    from indexer import store
    from indexer.apply import ATELIER
    from indexer.follow import Follower
    from indexer.run import sync
    from indexer.source import Node

    engine = store.connect(settings.database)
    node = Node(settings.rpc)
    follower = Follower(node, engine, ATELIER, deployment)
    log = structlog.make_filtering_bound_logger(50)(structlog.ReturnLogger(), [], {})

    def catch_up() -> None:
        sync(follower, attempts=3, log=log)

    catch_up()
    yield catch_up
    node.close()
    engine.dispose()


@pytest.fixture
def compare(settings: "Settings", deployment: "Deployment") -> "Iterator[Callable[[], None]]":
    """Compare whatever pictures somebody asked to compare, as a worker would."""
    from sqlalchemy import select

    from marketplace.adapters import imprinter
    from marketplace.db import unit
    from marketplace.parts import assembled
    from marketplace.resemblance.attester import Attester
    from marketplace.resemblance.compare import Bench, compare
    from marketplace.resemblance.models import Check

    with assembled(settings, "test") as parts:

        def run() -> None:
            attester = Attester.ensure(settings.attester_key_file)
            bench = Bench(parts.units, parts.store, imprinter.take, attester)
            with unit(parts.units) as session:
                asked = session.scalars(select(Check.id).where(Check.state == "asked")).all()
            for id_ in asked:
                compare(bench, id_)

        yield run


@pytest.fixture
def rows(database: str) -> Iterator[Rows]:
    """Look into the tables, or change them, as no route would."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(database)

    def run(statement: str) -> list[Any]:
        with engine.begin() as connection:
            result = connection.exec_driver_sql(statement)
            return list(result) if result.returns_rows else []

    yield run
    engine.dispose()
