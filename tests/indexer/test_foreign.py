"""contracts that are not Atelier's: the example of docs/guide/indexing.md, as it stands there
its events              -> rows of its own tables, and of events, by the command
a reorg                 -> what a fresh index holds
rebuild                 -> byte for byte the same
an event nobody knows   -> refused, or passed over with --partial
ABIs without handlers   -> events alone
what does not fit       -> refused before any block
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from eth_abi.abi import encode
from sqlalchemy import Engine, text

from indexer import store
from indexer.abi import Deployment
from indexer.decode import topic
from indexer.error import DeploymentInvalid, SubjectInvalid
from indexer.foreign import digests, subject_of
from indexer.primitives import address
from tests.indexer.speaker import raw, runtime_code
from tests.indexer.stage import SPEAKER, Stage

if TYPE_CHECKING:
    from marketplace.runtime.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "guide" / "indexing.md").read_text()
PATIENCE_SECONDS = 60
ALICE, BOB = address("0x" + "a1" * 20), address("0x" + "b0" * 20)


def argument(kind: str, name: str, *, indexed: bool = False) -> dict[str, object]:
    """One argument of an event, in an ABI."""
    return {"type": kind, "name": name, "indexed": indexed}


AMOUNTS = ("amount0In", "amount1In", "amount0Out", "amount1Out")
SWAP = {
    "type": "event",
    "name": "Swap",
    "inputs": [
        argument("address", "sender", indexed=True),
        *(argument("uint256", name) for name in AMOUNTS),
        argument("address", "to", indexed=True),
    ],
}
SYNC = {
    "type": "event",
    "name": "Sync",
    "inputs": [argument("uint112", "reserve0"), argument("uint112", "reserve1")],
}
ABI = [SWAP, SYNC, {"type": "function", "name": "sync", "inputs": []}]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def block(language: str) -> str:
    """The guide's code in this language; the longest, if there are several."""
    return max(re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL), key=len)


@pytest.fixture
def folder(stage: Stage, tmp_path: Path) -> Path:
    """What the guide says to write, for the stage's chain."""
    deployment = json.loads(block("json"))
    deployment["genesis_hash"] = stage.deployment.genesis_hash
    (tmp_path / "deployment.json").write_text(json.dumps(deployment))
    (tmp_path / "abis").mkdir()
    (tmp_path / "abis" / "Pool.json").write_text(json.dumps({"contractName": "Pool", "abi": ABI}))
    (tmp_path / "pool.py").write_text(block("python"))
    stage.ask("anvil_setCode", pool(tmp_path), runtime_code())
    return tmp_path


@pytest.fixture
def database(postgres: "Postgres") -> Iterator[Engine]:
    """A database without a table."""
    postgres.create("foreign")
    engine = store.connect(postgres.url("foreign"))
    yield engine
    engine.dispose()
    postgres.drop("foreign")


@pytest.fixture
def run(stage: Stage, database: Engine, folder: Path) -> Run:
    """The command, as somebody uses it who has the guide's files where they are."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
        "ATELIER_RPC_URL": stage.url,
        "ATELIER_DEPLOYMENT": "deployment.json",
    }

    def command(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "indexer", *arguments, "--abis", "abis"],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )

    return command


def pool(folder: Path) -> str:
    """Where the guide's contract is."""
    found: str = json.loads((folder / "deployment.json").read_text())["contracts"]["Pool"][
        "address"
    ]
    return found


def emit(stage: Stage, folder: Path, topics: list[str], data: bytes) -> None:
    """Have the contract say this, in a block of its own."""
    said = "0x" + raw([bytes.fromhex(one[2:]) for one in topics], data).hex()
    call = {"from": SPEAKER, "to": pool(folder), "data": said, "gas": hex(1_000_000)}
    stage.ask("eth_sendTransaction", call)
    stage.mine()


def swap(stage: Stage, folder: Path, *amounts: int) -> None:
    """Alice swaps for Bob."""
    people = ["0x" + "00" * 12 + one[2:].lower() for one in (ALICE, BOB)]
    emit(stage, folder, [topic(SWAP), *people], encode(["uint256"] * 4, amounts))


def sync(stage: Stage, folder: Path, *reserves: int) -> None:
    """The pool holds so much."""
    emit(stage, folder, [topic(SYNC)], encode(["uint112"] * 2, reserves))


def held(engine: Engine, columns: str, table: str) -> list[tuple[object, ...]]:
    """What a table holds, in the chain's order."""
    query = f"SELECT {columns} FROM {table} ORDER BY block_number, log_index"  # noqa: S608
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_the_guides_example_is_indexed_as_ours_is(
    stage: Stage, database: Engine, folder: Path, run: Run
) -> None:
    ours = ("--handlers", "pool")
    swap(stage, folder, 2**256 - 1, 0, 0, 7)
    for reserves in ((0, 5), (2, 3)):
        sync(stage, folder, *reserves)
    assert run("create", *ours).returncode == 0
    assert run("once", *ours).returncode == 0
    sent = bytes.fromhex(ALICE[2:]), bytes.fromhex(BOB[2:])
    assert held(database, "sender, recipient, amount0_in, amount1_out", "swaps") == [
        (*sent, 2**256 - 1, 7)
    ]
    assert held(database, "per_million", "prices") == [(1_500_000,)]
    assert held(database, "contract, name, arguments", "events")[1:] == [
        ("Pool", "Sync", {"reserve0": "0", "reserve1": "5"}),
        ("Pool", "Sync", {"reserve0": "2", "reserve1": "3"}),
    ]
    stage.reorganise(2)
    sync(stage, folder, 4, 1)
    rebuilt = run("rebuild", *ours)
    assert (rebuilt.returncode, rebuilt.stdout.splitlines()[-1]) == (0, "byte for byte the same")
    assert held(database, "per_million", "prices") == [(250_000,)]


def test_an_event_nobody_knows_is_refused_or_passed_over(
    stage: Stage, database: Engine, folder: Path, run: Run
) -> None:
    sync(stage, folder, 2, 3)
    emit(stage, folder, ["0x" + "77" * 32], b"")
    refused = run("create")
    assert refused.returncode == 0
    refused = run("once")
    assert (refused.returncode, "an event its ABI does not know" in refused.stderr) == (1, True)
    assert held(database, "name", "events") == []
    assert run("once", "--partial").returncode == 0
    assert held(database, "name", "events") == [("Sync",)]


def test_a_database_without_tables_names_the_command(run: Run) -> None:
    missing = run("once")
    assert (missing.returncode, "python -m indexer create" in missing.stderr) == (1, True)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("not python at all", "no handlers broken"),
        ("from pool import *\nHANDLERS = {('Pool', 'Burn'): synced}", "no ABI has .*Pool.Burn"),
        ("from pool import *\nHANDLERS = {('Pool', 'Sync'): stated(Swap)}", "swaps.sender wants"),
    ],
    ids=["no module", "no such event", "no such argument"],
)
def test_handlers_that_do_not_fit_are_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, written: str, fault: str
) -> None:
    # In a process of its own: the guide's tables would stay among ours.
    (folder / "broken.py").write_text(written)
    script = (
        "import sys; from pathlib import Path; from indexer.foreign import subject_of\n"
        "try: subject_of(Path('abis'), 'broken', is_whole=True)\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.match(f"SubjectInvalid .*{fault}", found.stdout)


@pytest.mark.parametrize("content", ["", "{}", '{"abi": 7}', '["Swap"]', '[{"type": "event"}]'])
def test_what_is_no_abi_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(SubjectInvalid, match="no ABI"):
        subject_of(tmp_path, None, is_whole=True)
    (tmp_path / "Pool.json").write_text(content)
    with pytest.raises(SubjectInvalid, match=r"ABI|cannot be read"):
        subject_of(tmp_path, None, is_whole=True)


def test_a_deployment_may_say_which_abi_it_has(folder: Path) -> None:
    known, file = digests(folder / "abis"), folder / "deployment.json"
    assert Deployment.load(file, known).contracts == {"Pool": pool(folder)}
    said = json.loads(file.read_text())
    said["contracts"]["Pool"]["abi_sha256"] = "0" * 64
    file.write_text(json.dumps(said))
    with pytest.raises(DeploymentInvalid, match="Pool was deployed with another ABI"):
        Deployment.load(file, known)
