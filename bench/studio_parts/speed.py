"""Time stills and previews from recipe to file, and the memory that they take."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from studio_parts.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
REPETITIONS = 3
PROBE = """
import json, resource, sys, time
import generation
size, repetitions = int(sys.argv[1]), int(sys.argv[2])
generation.render(generation.compose("painter", {"size": 512}, seed=1))
walls = []
for number in range(repetitions):
    recipe = generation.compose("painter", {"size": size}, seed=12 + number)
    began = time.perf_counter()
    generation.render(recipe)
    walls.append(time.perf_counter() - began)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": sorted(walls)[len(walls) // 2], "mib": peak}))
"""


def measure() -> Iterator[Figure]:
    """The median of a few works of the default style, each size in a process of its own."""
    preview, still = (_probe(size) for size in (512, 1024))
    yield Figure("preview_512_s", round(preview["seconds"], 2), "s", at_most=3)
    yield Figure("still_1024_s", round(still["seconds"], 2), "s", at_most=10)
    yield Figure("rss_mib", round(still["mib"]), "MiB", at_most=2048)


def _probe(size: int) -> dict[str, float]:
    command = [sys.executable, "-c", PROBE, str(size), str(REPETITIONS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found
