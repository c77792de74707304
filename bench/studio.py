"""Measure the studio, part by part, and keep the figures.

    .venv/bin/python bench/studio.py [part ...]

runs every part in `bench/studio_parts`, or those that are named, prints each figure beside its
target and writes them into `bench/results/studio.json`; figures of other parts stay as they are.
It fails when a target is missed.
"""

from __future__ import annotations

import json
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import studio_parts
from studio_parts.figure import Figure

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results" / "studio.json"
NO_PARTS = {"figure", "copied"}


def main(names: list[str]) -> int:
    """Run the parts one after the other; a part's figures are kept as soon as it is done."""
    sys.path.insert(0, str(ROOT))
    known = [found.name for found in pkgutil.iter_modules(studio_parts.__path__)]
    known = [name for name in known if name not in NO_PARTS]
    if unknown := [name for name in names if name not in known]:
        print(f"there is no part {unknown[0]!r}; there are {', '.join(known)}")
        return 2
    missed = 0
    for name in names or known:
        print(name, flush=True)
        figures = list(_measured(name))
        _keep(figures)
        missed += sum(not figure.is_met for figure in figures)
    print("\n" + (f"{missed} targets are missed" if missed else "all as it should be"))
    return int(bool(missed))


def _measured(name: str) -> Iterator[Figure]:
    for figure in import_module(f"studio_parts.{name}").measure():
        print(f"  {figure}", flush=True)
        yield figure


def _keep(figures: list[Figure]) -> None:
    kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    kept |= {figure.key: figure.value for figure in figures}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
