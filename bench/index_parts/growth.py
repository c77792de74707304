"""Memory and cost an event of an indexer that reads ten thousand events, and many more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from studio_parts.figure import Figure

from index_parts.history import EVENTS_A_SALE
from index_parts.place import place
from tests.indexer.stage import write_deployment

SIZES = {"10k": 5_000, "100k": 50_000}
PROBE = """
import json, resource, sys, time
from indexer import store
from indexer.abi import Deployment
from indexer.apply import ATELIER
from indexer.follow import FINALITY, Follower
from indexer.run import sweep_seldom, sync
from indexer.source import Node
from tests.indexer.stage import SILENT
node, engine = Node(sys.argv[1]), store.connect(sys.argv[2])
follower = Follower(node, engine, ATELIER, Deployment.load(sys.argv[3]), near=FINALITY)
sweep_seldom()
began = time.process_time()
sync(follower, 3, SILENT)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"mib": used.ru_maxrss / 1024, "seconds": time.process_time() - began}))
"""


def measure() -> Iterator[Figure]:
    """The peak of a process of its own, and its processor time for each event."""
    root = Path(__file__).resolve().parents[2]
    for name, sales in SIZES.items():
        with place(sales) as stage, tempfile.TemporaryDirectory() as folder:
            file = write_deployment(stage.deployment, Path(folder))
            database = stage.engine.url.render_as_string(hide_password=False)
            command = [sys.executable, "-c", PROBE, stage.chain.url, database, str(file)]
            environment = {**os.environ, "PYTHONPATH": str(root)}
            done = subprocess.run(
                command, cwd=root, env=environment, capture_output=True, text=True, check=True
            )
            found = json.loads(done.stdout)
            yield Figure(f"rss_mib_{name}", round(found["mib"]), "MiB")
            each = 1e6 * found["seconds"] / (sales * EVENTS_A_SALE)
            yield Figure(f"us_per_event_{name}", round(each, 1), "us")
