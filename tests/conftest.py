"""The real parts that tests share: a database, a chain with our contracts, and who acts on it.

Imports of the product stay inside the fixtures: a test that needs no part pays for none.
"""

import fcntl
import itertools
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from eth_account.signers.local import LocalAccount

    from indexer.abi import Deployment
    from marketplace.config import Settings
    from marketplace.runtime.chain import Chain
    from marketplace.runtime.postgres import Postgres

# A test database need not survive a power cut.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")
MIGRATED = "migrated"
_names = (f"test_{number}" for number in itertools.count())


@dataclass(frozen=True, slots=True)
class Accounts:
    """The cast: Anvil's accounts by role."""

    deployer: "LocalAccount"
    artist: "LocalAccount"
    members: "tuple[LocalAccount, LocalAccount, LocalAccount]"
    collector: "LocalAccount"
    stranger: "LocalAccount"


@pytest.fixture(scope="session", autouse=True)
def _own_environment() -> Iterator[None]:
    """No test depends on the settings of the shell it was started from."""
    patch = pytest.MonkeyPatch()
    for name in [*os.environ]:
        if name == "DATABASE_URL" or name.startswith("ATELIER_"):
            patch.delenv(name)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def accounts() -> Accounts:
    """The keys behind the test mnemonic."""
    from eth_account import Account

    from marketplace.runtime.chain import MNEMONIC

    Account.enable_unaudited_hdwallet_features()
    keys = [
        Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{index}")
        for index in range(8)
    ]
    return Accounts(keys[0], keys[2], (keys[3], keys[4], keys[5]), keys[6], keys[7])


@pytest.fixture(scope="session")
def postgres() -> Iterator["Postgres"]:
    """A PostgreSQL of this test process's own.

    Not below pytest's folder: every pytest that starts closes that one to other users, and under
    root the server is another user.
    """
    from marketplace.runtime.postgres import Postgres

    with tempfile.TemporaryDirectory(prefix="atelier-test-") as folder:
        server = Postgres(Path(folder) / "cluster", CARELESS)
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="session")
def postgres_url(postgres: "Postgres") -> str:
    """An empty database, for tests that migrate by themselves."""
    postgres.create("empty")
    return postgres.url("empty")


@pytest.fixture(scope="session")
def migrated_template(postgres: "Postgres") -> str:
    """A database with all tables, to be copied."""
    from marketplace.runtime import migrate

    postgres.create(MIGRATED)
    migrate.upgrade(postgres.url(MIGRATED))
    return MIGRATED


@pytest.fixture
def database(postgres: "Postgres", migrated_template: str) -> Iterator[str]:
    """The URL of a fresh database with all tables and no rows."""
    name = next(_names)
    postgres.create(name, template=migrated_template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture(scope="session")
def deployed() -> tuple[Path, Path]:
    """A saved chain on which Brownie deployed our contracts, and its deployment file.

    Kept between runs for as long as the contracts stay the same.
    """
    from marketplace.runtime.checkout import ROOT
    from marketplace.runtime.deploy import sources_digest

    folder = ROOT / ".setup" / "chain" / sources_digest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    state, file = folder / "state.json", folder / "deployment.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several test processes may want it at once
        if not state.exists():
            _deploy_once(state, file)
    return state, file


def _deploy_once(state: Path, file: Path) -> None:
    from marketplace.runtime import chain_state
    from marketplace.runtime.chain import Chain, free_port
    from marketplace.runtime.deploy import deploy

    chain = Chain(free_port())
    chain.start()
    try:
        deploy(chain.url, file, file.with_name("deploy.log"))
        chain_state.write(state, chain_state.dump(chain.url))
    finally:
        chain.stop()


@pytest.fixture
def bare_chain() -> Iterator["Chain"]:
    """A chain on which nothing has happened."""
    from marketplace.runtime.chain import Chain, free_port

    chain = Chain(free_port())
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture
def chain(deployed: tuple[Path, Path]) -> Iterator["Chain"]:
    """A chain of the test's own with our contracts on it."""
    from marketplace.runtime.chain import Chain, free_port

    state, _ = deployed
    chain = Chain(free_port(), start_from=state)
    chain.start()
    yield chain
    chain.stop()


@pytest.fixture
def deployment_file(deployed: tuple[Path, Path], chain: "Chain") -> Path:
    """The deployment file of the test's chain."""
    return deployed[1]


@pytest.fixture
def deployment(deployment_file: Path) -> "Deployment":
    """Where our contracts are on the test's chain."""
    from indexer.abi import Deployment

    return Deployment.load(deployment_file)


@pytest.fixture
def settings(tmp_path: Path, database: str, chain: "Chain", deployment_file: Path) -> "Settings":
    """One whole installation: database, chain, contracts, and a relayer with ether."""
    from marketplace.config import Settings
    from marketplace.runtime import relayer
    from marketplace.runtime.chain import free_port

    settings = Settings(
        data=tmp_path / "data",
        port=free_port(),
        database_url=database,
        rpc_url=chain.url,
        chain_port=chain.port,
        deployment=deployment_file,
        development=True,
        poll_seconds=0.05,
        log_format="json",
    )
    relayer.fund(chain.url, relayer.ensure_key(settings.relayer_key_file))
    return settings
