"""Time from a block to its committed row, as whoever listens to the database sees it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from studio_parts.figure import Figure

from index_parts.place import Place, place
from indexer.store import CHANNEL
from tests.indexer.speaker import runtime_code, say
from tests.indexer.stage import transaction, write_deployment

BLOCKS = 200
PATIENCE_SECONDS = 60
POLL_SECONDS = "5"  # so that what is measured can only be the WebSocket


def measure() -> Iterator[Figure]:
    """Mine blocks with an event each, one by one, while an indexer runs as operators run it."""
    with place(0) as stage, tempfile.TemporaryDirectory() as folder:
        stage.node.ask(
            [
                ("anvil_setCode", [where, runtime_code()])
                for where in stage.deployment.contracts.values()
            ]
        )
        stage.node.ask([("evm_setAutomine", [False])])
        waits = sorted(_timed(stage, Path(folder)))
        yield Figure("block_to_row_ms_p50", round(statistics.median(waits), 1), "ms", at_most=20)
        yield Figure(
            "block_to_row_ms_p99", round(waits[len(waits) * 99 // 100], 1), "ms", at_most=100
        )


def _timed(stage: Place, folder: Path) -> Iterator[float]:
    file = write_deployment(stage.deployment, folder)
    options = ["--rpc", stage.chain.url, "--deployment", str(file), "--poll", POLL_SECONDS]
    database = stage.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "indexer", "run", *options, "--database", database]
    address = stage.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with (
        psycopg.connect(address, autocommit=True) as listening,
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process,
    ):
        listening.execute(f"LISTEN {CHANNEL}")
        try:
            _await_the_bell(process)
            for number in range(BLOCKS):
                said = transaction([say("Market", "FeesChanged", number, 0)])
                stage.node.ask([("eth_sendTransaction", [said])])
                block = stage.node.latest().number + 1
                began = time.perf_counter()
                stage.node.ask([("evm_mine", [])])
                _await_block(listening, block)
                yield 1000 * (time.perf_counter() - began)
        finally:
            process.terminate()


def _await_the_bell(process: subprocess.Popen[str]) -> None:
    assert process.stderr is not None  # noqa: S101 - it was asked for above
    for line in process.stderr:
        if "hearing of blocks" in line:
            return
    raise RuntimeError("the indexer ended before it heard of a block")


def _await_block(listening: psycopg.Connection[tuple[object, ...]], block: int) -> None:
    for told in listening.notifies(timeout=PATIENCE_SECONDS):
        if int(told.payload) >= block:
            return
    raise RuntimeError(f"block {block} was not indexed within {PATIENCE_SECONDS} seconds")
