"""Time from a block to the browser that listens: indexer, herald and web as operators run them."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
from studio_parts.figure import Figure

from index_parts.place import Place, place
from marketplace.config import Settings
from marketplace.runtime.chain import free_port
from tests.indexer.speaker import runtime_code, say
from tests.indexer.stage import transaction, write_deployment

BLOCKS = 200
PATIENCE_SECONDS = 120.0


def measure() -> Iterator[Figure]:
    """Mine blocks with an event each, one by one, and wait for each at the end of a stream."""
    with place(0) as stage, tempfile.TemporaryDirectory() as folder:
        stage.node.ask(
            [
                ("anvil_setCode", [where, runtime_code()])
                for where in stage.deployment.contracts.values()
            ]
        )
        stage.node.ask([("evm_setAutomine", [False])])
        with _running(stage, Path(folder)) as site:
            waits = sorted(_timed(stage, site))
        yield Figure(
            "block_to_browser_ms_p50", round(statistics.median(waits), 1), "ms", at_most=100
        )
        yield Figure("block_to_browser_ms_p99", round(waits[len(waits) * 99 // 100], 1), "ms")


@contextmanager
def _running(stage: Place, folder: Path) -> Iterator[str]:
    """The three processes that an event passes; where people find them."""
    settings = Settings(
        data=folder / "data",
        port=free_port(),
        database_url=stage.engine.url.render_as_string(hide_password=False),
        rpc_url=stage.chain.url,
        deployment=write_deployment(stage.deployment, folder),
        development=True,
        poll_seconds=5,  # so that what is measured can only be the WebSocket
    )
    environment = {**os.environ, **settings.environment()}
    with ExitStack() as stack:
        for name in ("index", "herald", "web"):
            command = [sys.executable, "-m", "marketplace.cli", name]
            process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(process.wait)
            stack.callback(process.terminate)
        yield settings.public_url


def _timed(stage: Place, site: str) -> Iterator[float]:
    with _listening(site) as lines:
        for number in range(-1, BLOCKS):
            said = transaction([say("Market", "FeesChanged", max(number, 0), 0)])
            stage.node.ask([("eth_sendTransaction", [said])])
            began = time.perf_counter()
            stage.node.ask([("evm_mine", [])])
            _await(lines, max(number, 0))
            if number >= 0:  # the first one also waits for everybody to be awake
                yield 1000 * (time.perf_counter() - began)


@contextmanager
def _listening(site: str) -> Iterator[Iterator[str]]:
    """The stream of events, once the web process serves it."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    with httpx.Client(timeout=PATIENCE_SECONDS, trust_env=False) as client:
        while True:
            try:
                with client.stream("GET", f"{site}/api/v1/events?topic=terms") as answer:
                    answer.raise_for_status()
                    yield answer.iter_lines()
                    return
            except httpx.ConnectError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)  # nothing announces a listening socket


def _await(lines: Iterator[str], number: int) -> None:
    for line in lines:
        if line.startswith("data: "):
            told = json.loads(line.removeprefix("data: "))
            if int(told.get("arguments", {}).get("primaryFeeBps", -1)) == number:
                return
    raise RuntimeError("the stream ended")
