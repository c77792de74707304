"""Read the same 58,000 events with Ponder and with Subsquid, from the same node, beside ours.

    .venv/bin/python bench/peers/install.py     once: both from npm, into bench/peers

Each reads into an empty database of the same server, with the columns that our own rows have. The
clock runs from when a program is up until its last row is there: starting Node counts for neither.
Both may use what they like of the machine; ours does every check that it always does.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from studio_parts.figure import Figure

from index_parts.backfill import SALES, paced
from index_parts.history import EVENTS_A_SALE
from index_parts.place import Place, place
from indexer.abi import abi
from indexer.decode import topic
from indexer.follow import FINALITY
from indexer.run import sweep_seldom
from marketplace.runtime.chain import free_port

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "bench" / "peers"
RUNS = 3
LOOK_SECONDS = 0.02
PATIENCE_SECONDS = 900
EVENTS = SALES * EVENTS_A_SALE

Peer = Callable[[Place], float]


def measure() -> Iterator[Figure]:
    """Ratios, each the median of alternating runs; nothing where the peers are not installed."""
    missing = [name for name in PACES if not (PEERS / name / "node_modules").is_dir()]
    if missing:
        print(f"  {', '.join(missing)}: not installed; run bench/peers/install.py")
        return
    sweep_seldom()
    with place(SALES) as stage:
        for name, pace in PACES.items():
            ours, theirs = [], []
            for _ in range(RUNS):
                ours.append(paced(stage))
                theirs.append(pace(stage))
            ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
            yield Figure(f"{name}_events_per_s", round(max(theirs)), "1/s")
            yield Figure(f"ratio_{name}", round(ratio, 1), "x", at_least=TARGETS[name])


def ponder(stage: Place) -> float:
    """Events a second, from its server's first answer until it says that it is ready."""
    database, port = _fresh(stage, "ponder"), free_port()
    host = str(stage.postgres.socket_folder).replace("/", "%2F")
    environment = {
        **_environment(stage),
        "DATABASE_URL": f"postgresql://postgres@{host}/{database}",
        "ABIS": str(ROOT / "indexer" / "abi"),
        "PONDER_TELEMETRY_DISABLED": "true",
    }
    command = ["node_modules/.bin/ponder", "start", "--schema", "bench", "--port", str(port)]
    with _running(command, "ponder", environment) as process:
        try:
            _await(f"http://127.0.0.1:{port}/health", process)
            began = time.perf_counter()
            _await(f"http://127.0.0.1:{port}/ready", process)
            seconds = time.perf_counter() - began
        finally:
            process.terminate()
    _check(stage, database, "bench.transfer", "bench.sale")
    return EVENTS / seconds


def subsquid(stage: Place) -> float:
    """Events a second, from its first question to its end."""
    database = _fresh(stage, "subsquid")
    with psycopg.connect(stage.postgres.address(database), autocommit=True) as connection:
        connection.execute((PEERS / "subsquid" / "tables.sql").read_text())
    artwork, market = (_event("Artwork", "Transfer"), _event("Market", "WorkSold"))
    environment = {
        **_environment(stage),
        "DB_HOST": str(stage.postgres.socket_folder),
        "DB_NAME": database,
        "DB_USER": "postgres",
        "LAST": str(stage.node.latest().number - FINALITY),  # it would wait for what is not final
        "TOPIC_TRANSFER": artwork,
        "TOPIC_SOLD": market,
    }
    with _running(["node", "main.js"], "subsquid", environment) as process:
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)
    if process.returncode:
        raise RuntimeError(f"Subsquid ended with {process.returncode}: {said[-2000:]}")
    _check(stage, database, "transfer", "sale")
    seconds: float = json.loads(said.splitlines()[-1])["seconds"]
    return EVENTS / seconds


PACES: dict[str, Peer] = {"ponder": ponder, "subsquid": subsquid}
TARGETS = {"ponder": 25, "subsquid": 2}


def _fresh(stage: Place, name: str) -> str:
    stage.postgres.drop(name)
    stage.postgres.create(name)
    return name


def _environment(stage: Place) -> dict[str, str]:
    contracts = stage.deployment.contracts
    named = {name.upper(): contracts[name].lower() for name in ("Artwork", "Market")}
    return {**os.environ, **named, "RPC_URL": stage.chain.url}


def _running(command: list[str], name: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    log = (PEERS / name / "last.log").open("w")
    return subprocess.Popen(
        command,
        cwd=PEERS / name,
        env=environment,
        stdout=subprocess.PIPE if name == "subsquid" else log,
        stderr=log,
        text=True,
    )


def _await(url: str, process: subprocess.Popen[str]) -> None:
    """Until this address answers well."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE_SECONDS).close()  # noqa: S310 - our own
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None:
                raise RuntimeError("the program ended; see last.log beside it") from None
            time.sleep(LOOK_SECONDS)
        else:
            return
    raise RuntimeError(f"{url} does not answer well")


def _check(stage: Place, database: str, *tables: str) -> None:
    """A pace counts only if every event is there."""
    with psycopg.connect(stage.postgres.address(database)) as connection:
        for table in tables:
            count = f"SELECT count(*) FROM {table}"  # noqa: S608 - names of ours
            (rows,) = connection.execute(count).fetchone() or (0,)
            if rows != SALES:
                raise RuntimeError(f"{database} holds {rows} rows of {table}, not {SALES}")


def _event(contract: str, name: str) -> str:
    return topic(next(e for e in abi(contract) if e["type"] == "event" and e["name"] == name))
