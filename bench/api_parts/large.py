"""The same list over a million works: it takes as long as over a thousand."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator

from studio_parts.figure import Figure

from api_parts.gallery import WORKS, Load, compared, market

LARGE = int(os.environ.get("ATELIER_BENCH_WORKS", "1000000"))
SLACK = 1.5  # deeper indexes, and pages that are not all in memory


def measure() -> Iterator[Figure]:
    """Small and large one after the other, uncached."""
    waits = {}
    for works in (WORKS, LARGE):
        with market(works) as database:
            waits[works] = compared(database, works, ("uncached",))["uncached"]
    small, large = middle(waits[WORKS]), middle(waits[LARGE])
    yield Figure("gallery_p50_ms_1k", round(small, 2), "ms")
    yield Figure("gallery_p50_ms_1m", round(large, 2), "ms", at_most=round(SLACK * small, 2))
    yield Figure("gallery_works_large", LARGE)


def middle(loads: list[Load]) -> float:
    """The median wait of the middle round."""
    return statistics.median(one.at(0.5) for one in loads)
