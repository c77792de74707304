"""Measure the index: reading a market's past, following its present, beside a plain web3.py loop.

    .venv/bin/python bench/index.py [part ...]

runs every part in `bench/index_parts`, or those that are named, prints each figure beside its
target and writes them into `bench/results/index.json`; figures of other parts stay as they are. The
machine's load is written beside them: times mean something only as ratios within one run. It fails
when a target is missed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from studio_parts.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results" / "index.json"
PARTS = ("backfill", "head", "live", "growth", "peers")


def main(names: list[str]) -> int:
    """Run the parts one after the other; a part's figures are kept as soon as it is done."""
    sys.path.insert(0, str(ROOT))
    if unknown := [name for name in names if name not in PARTS]:
        print(f"there is no part {unknown[0]!r}; there are {', '.join(PARTS)}")
        return 2
    missed = 0
    for name in names or PARTS:
        print(name, flush=True)
        figures = list(_measured(name))
        _keep(figures)
        missed += sum(not figure.is_met for figure in figures)
    print("\n" + (f"{missed} targets are missed" if missed else "all as it should be"))
    return int(bool(missed))


def _measured(name: str) -> Iterator[Figure]:
    yield Figure(f"load_before_{name}", round(os.getloadavg()[0], 1))
    for figure in import_module(f"index_parts.{name}").measure():
        print(f"  {figure}", flush=True)
        yield figure


def _keep(figures: list[Figure]) -> None:
    kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    kept |= {figure.key: figure.value for figure in figures}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
