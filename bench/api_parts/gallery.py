"""The gallery's list of 50 works, filtered and by cursor, beside hello-world on the same server."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
from studio_parts.figure import Figure

from api_parts import seed
from api_parts.load import Load, load
from api_parts.serve import HELLO
from marketplace import cursor
from marketplace.runtime import migrate
from marketplace.runtime.chain import free_port
from marketplace.runtime.postgres import Postgres

WORKS = 1_000
ROUNDS = 3
SECONDS = 5.0
PAGES = 500
SERVE = Path(__file__).with_name("serve.py")
PATIENCE_SECONDS = 60


def measure() -> Iterator[Figure]:
    """A thousand works: hello-world, uncached and cached in turn, the median of each."""
    with market(WORKS) as database:
        loads = compared(database, WORKS, ("hello", "uncached", "cached"))
    hello, uncached, cached = (loads[mode] for mode in ("hello", "uncached", "cached"))
    least = median(hello)
    yield Figure("hello_per_s", round(least), "req/s")
    yield Figure("gallery_uncached_per_s", round(median(uncached)), "req/s")
    yield Figure("gallery_cached_per_s", round(median(cached)), "req/s")
    share = 100 * median(uncached) / least
    yield Figure("gallery_share_of_hello_uncached", round(share, 1), "%", at_least=12)
    share = 100 * median(cached) / least
    yield Figure("gallery_share_of_hello_cached", round(share, 1), "%", at_least=50)
    p50 = statistics.median(one.at(0.5) for one in uncached)
    p99 = statistics.median(one.at(0.99) for one in uncached)
    yield Figure("gallery_p50_ms", round(p50, 2), "ms")
    yield Figure("gallery_p99_ms", round(p99, 2), "ms", at_most=round(4 * p50, 2))


def median(loads: list[Load]) -> float:
    """Answers a second, of the middle one."""
    return statistics.median(one.per_second for one in loads)


@contextmanager
def market(works: int) -> Iterator[str]:
    """A database of our own with so many works; its address."""
    with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
        server = Postgres(Path(folder) / "cluster", ("fsync=off", "max_wal_size=4GB"))
        server.start()
        try:
            server.create()
            migrate.upgrade(server.url())
            with psycopg.connect(server.address(), autocommit=True) as connection:
                seed.fill(connection, works)
                connection.execute("VACUUM")  # as it would have been by itself, some time later
            yield server.url()
        finally:
            server.stop()


def compared(database: str, works: int, modes: tuple[str, ...]) -> dict[str, list[Load]]:
    """Each mode's loads, taken in turns, so that whatever else the machine does hits all alike."""
    pages = list(_pages(works))
    loads: dict[str, list[Load]] = {mode: [] for mode in modes}
    with ExitStack() as stack:
        ports = {mode: stack.enter_context(_served(mode, database)) for mode in modes}
        for _ in range(ROUNDS):
            for mode, port in ports.items():
                paths = [HELLO] if mode == "hello" else pages
                load(port, paths, SECONDS / 5)
                loads[mode].append(load(port, paths, SECONDS))
    return loads


def _pages(works: int) -> Iterator[str]:
    """Pages from anywhere in the list, newest first."""
    chance = random.Random(5)  # noqa: S311 - the same pages every time
    last = works // seed.WORKS_A_BLOCK
    for _ in range(PAGES):
        block = chance.randint(3, max(4, last))
        yield f"/api/v1/works?limit=50&from_block=1&cursor={cursor.write(0, block, 0)}"


@contextmanager
def _served(mode: str, database: str) -> Iterator[int]:
    """A server of our own in this mode; its port."""
    port = free_port()
    process = subprocess.Popen([sys.executable, SERVE, mode, str(port), database])
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                load(port, [HELLO if mode == "hello" else "/api/v1/works"], 0.1)
                break
            except ConnectionRefusedError:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)  # nothing announces a listening socket
        yield port
    finally:
        process.terminate()
        process.wait(20)
