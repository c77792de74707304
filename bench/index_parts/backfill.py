"""Read 58,000 events of a market into an empty database, beside the loop that everybody writes.

The ratio is the median of alternating runs, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from studio_parts.figure import Figure

from index_parts.history import EVENTS_A_SALE
from index_parts.place import Place, place
from index_parts.plain import plain
from indexer import store
from indexer.apply import ATELIER
from indexer.plan import NEAR
from indexer.run import sweep_seldom, sync
from tests.indexer.stage import SILENT

SALES = 29_000
RUNS = 3
PLAIN_SHARE = 10  # the plain loop reads a tenth: its pace is the same from the first block on
ATTEMPTS = 3


def measure() -> Iterator[Figure]:
    """Events a second by ranges, with every block proved, and by the plain loop."""
    sweep_seldom()
    with place(SALES) as stage:
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(paced(stage))
            theirs.append(plain(stage, SALES // PLAIN_SHARE * EVENTS_A_SALE))
        proven = paced(stage, NEAR)
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        yield Figure("backfill_events_per_s", round(max(ours)), "1/s", at_least=30_000)
        yield Figure("backfill_events_per_s_median", round(statistics.median(ours)), "1/s")
        yield Figure("web3py_events_per_s", round(max(theirs)), "1/s")
        yield Figure("ratio_web3py", round(ratio, 1), "x")
        yield Figure("proven_events_per_s", round(proven), "1/s")


def paced(stage: Place, near: int | None = None) -> float:
    """Events a second from an empty database to the head."""
    store.reset(stage.engine, ATELIER.every_table)
    follower = stage.follower() if near is None else stage.follower(near)
    began = time.perf_counter()
    sync(follower, ATTEMPTS, SILENT)
    return SALES * EVENTS_A_SALE / (time.perf_counter() - began)
