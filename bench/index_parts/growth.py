"""Memory and cost an event of an indexer that reads ten thousand events, and a million."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio_parts.figure import Figure

from index_parts.history import EVENTS_A_SALE
from index_parts.place import place
from indexer.abi import Deployment
from indexer.source import Node
from tests.indexer.speaker import ADDRESSES
from tests.indexer.stage import write_deployment

ROOT = Path(__file__).resolve().parents[2]
SIZES = {"10k": 5_000, "100k": 50_000, "1m": 500_000}
PROBE = """
import json, resource, sys, time
from sqlalchemy import text
from indexer import store
from indexer.abi import Deployment
from indexer.apply import ATELIER
from indexer.follow import FINALITY, Follower
from indexer.run import sweep_seldom, sync
from indexer.source import Node
from tests.indexer.stage import SILENT
node, engine = Node(sys.argv[1], timeout=60), store.connect(sys.argv[2])
follower = Follower(node, engine, ATELIER, Deployment.load(sys.argv[3]), near=FINALITY)
sweep_seldom()
began = time.process_time()
sync(follower, 3, SILENT)
seconds = time.process_time() - began
used = resource.getrusage(resource.RUSAGE_SELF)
with engine.connect() as connection:
    events = connection.scalar(text("SELECT count(*) FROM events"))
print(json.dumps({"mib": used.ru_maxrss / 1024, "seconds": seconds, "events": events}))
"""


def measure(sizes: dict[str, int] = SIZES) -> Iterator[Figure]:
    """The peak of a process of its own, and its processor time for each event."""
    for name, sales in sizes.items():
        with place(0) as stage, _node(sales) as url, tempfile.TemporaryDirectory() as folder:
            with Node(url) as node:
                chain_id, genesis = node.chain_id(), node.headers([0])[0].hash
            deployment = Deployment(chain_id, genesis, 1, ADDRESSES)
            file = write_deployment(deployment, Path(folder))
            database = stage.engine.url.render_as_string(hide_password=False)
            found = json.loads(_run("-c", PROBE, url, database, str(file)))
            if found["events"] != sales * EVENTS_A_SALE:
                raise RuntimeError(f"{found['events']} events, not {sales * EVENTS_A_SALE}")
            yield Figure(f"rss_mib_{name}", round(found["mib"]), "MiB")
            each = 1e6 * found["seconds"] / found["events"]
            yield Figure(f"us_per_event_{name}", round(each, 1), "us")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "bench")))}


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


@contextmanager
def _node(sales: int) -> Iterator[str]:
    """The address of a node that tells of so many sales."""
    command = [sys.executable, "-m", "index_parts.endless", str(sales)]
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True,
    ) as process:  # fmt: skip
        yield process.stdout.readline().strip()  # type: ignore[union-attr]
        process.communicate()
