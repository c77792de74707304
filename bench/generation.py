"""Measure how long a painted still takes, and how much memory, at three sizes.

    .venv/bin/python bench/generation.py [repetitions]

prints a table beside our targets and writes `bench/results/generation.json`. Each size runs in a
process of its own, so that memory is its own too; the best repetition counts, the rest is noise.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results" / "generation.json"
TARGET_SECONDS = {512: 3.0, 1024: 10.0, 2048: None}
TARGET_GB = 4.0

PROBE = """
import json, resource, sys, time
import generation
size, repetitions = int(sys.argv[1]), int(sys.argv[2])
chosen = {"size": size, "concept": "cloud", "becoming": "flower", "position": 700}
chosen |= {"palette": "dusk", "light": "dusk", "layout": "centred", "style": "impasto"}
recipe = generation.compose("painter", chosen, seed=12)
warm = generation.compose("painter", {"size": 512}, seed=1)
generation.render(warm)
walls, cores = [], []
for _ in range(repetitions):
    wall, core = time.perf_counter(), time.process_time()
    artefact = generation.render(recipe)
    walls.append(time.perf_counter() - wall)
    cores.append(time.process_time() - core)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
print(json.dumps({"walls": walls, "cores": cores, "peak": peak, "bytes": len(artefact.png)}))
"""


@dataclass(frozen=True, slots=True)
class Still:
    """What one size took: wall clock and processor time, best and median, and memory."""

    size: int
    seconds: float
    median_seconds: float
    processor_seconds: float
    peak_gb: float
    file_bytes: int


def measure(size: int, repetitions: int) -> Still:
    """Render the same recipe so many times in a fresh process."""
    command = [sys.executable, "-c", PROBE, str(size), str(repetitions)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    walls = sorted(found["walls"])
    return Still(
        size=size,
        seconds=round(walls[0], 2),
        median_seconds=round(walls[len(walls) // 2], 2),
        processor_seconds=round(min(found["cores"]), 2),
        peak_gb=round(found["peak"], 2),
        file_bytes=found["bytes"],
    )


def row(still: Still) -> str:
    """One line of the table."""
    target = TARGET_SECONDS[still.size]
    aim = f"< {target:.0f} s" if target else "-"
    return (
        f"{still.size:>6} {still.seconds:>7.2f} s {still.median_seconds:>7.2f} s "
        f"{still.processor_seconds:>7.2f} s {aim:>8} {still.peak_gb:>6.2f} GB "
        f"{still.file_bytes / 1e6:>6.2f} MB"
    )


def main() -> None:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    load = os.getloadavg()[0]
    print(
        f"{'size':>6} {'best':>9} {'median':>9} {'cpu':>9} {'target':>8} {'memory':>9} {'file':>9}"
    )
    stills = []
    for size in TARGET_SECONDS:
        stills.append(measure(size, repetitions if size < 2048 else max(1, repetitions // 2)))
        print(row(stills[-1]), flush=True)
    content = {
        "cores": os.cpu_count(),
        "load_at_start": round(load, 2),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "target_gb": TARGET_GB,
        "stills": [asdict(still) for still in stills],
    }
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(content, indent=2) + "\n")


if __name__ == "__main__":
    main()
