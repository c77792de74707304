"""Write the contracts' ABIs to `indexer/abi/`, where all Python that speaks to them finds them.

    python scripts/export_abi.py            write them
    python scripts/export_abi.py --check    fail if what lies there differs from the build

A contract's file also holds the errors of the contracts it calls: they reach its caller.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ARTIFACTS = ROOT / "build" / "contracts"
EXPORTED = ROOT / "indexer" / "abi"

# What a decision of the DAO may change, and so fail in.
GOVERNED = (
    "Membership",
    "Curation",
    "Exhibitions",
    "Currencies",
    "Artwork",
    "Editions",
    "Market",
    "AuctionHouse",
    "Treasury",
)

# Each contract, and the ones whose errors pass through it.
CALLS: dict[str, tuple[str, ...]] = {
    "Membership": (),
    "Curation": ("Membership", "Artwork"),
    "Exhibitions": ("Artwork",),
    "Currencies": (),
    "Royalties": ("Currencies", "RoyaltyReceiver"),
    "Artwork": ("Royalties", "Currencies"),
    "Editions": ("Artwork", "Royalties", "Currencies"),
    "Market": ("Artwork", "Editions", "Royalties", "Currencies"),
    "AuctionHouse": ("Artwork", "Royalties"),
    "AtelierGovernor": GOVERNED,
    "Treasury": (*GOVERNED, "AtelierGovernor"),
}

Entry = dict[str, Any]


def exported(name: str) -> str:
    """The text of a contract's ABI file, the same for the same build."""
    entries = {_key(entry): entry for entry in _built(name)}
    for callee in CALLS[name]:
        for entry in _built(callee):
            if entry["type"] == "error":
                entries.setdefault(_key(entry), entry)
    ordered = [entries[key] for key in sorted(entries)]
    return json.dumps(ordered, indent=2, sort_keys=True) + "\n"


def stale() -> list[str]:
    """The contracts whose exported ABI differs from the build."""
    return [name for name in CALLS if _read(EXPORTED / f"{name}.json") != exported(name)]


def main(arguments: list[str]) -> int:
    """Compile, then write or compare."""
    parser = argparse.ArgumentParser(description="Export the contracts' ABIs.")
    parser.add_argument("--check", action="store_true", help="only compare with the build")
    options = parser.parse_args(arguments)
    if not _compiles():
        return 1
    differing = stale()
    if options.check and differing:
        print(f"indexer/abi is older than contracts/: {', '.join(differing)}", file=sys.stderr)
        print("run `python scripts/export_abi.py` and commit what it writes", file=sys.stderr)
        return 1
    for name in differing:
        (EXPORTED / f"{name}.json").write_text(exported(name))
        print(f"indexer/abi/{name}.json")
    return 0


def _compiles() -> bool:
    run = subprocess.run(  # noqa: S603 - our own wrapper, no input
        [ROOT / "tools" / "brownie", "compile"], cwd=ROOT, capture_output=True, text=True
    )
    if run.returncode:
        print(run.stdout + run.stderr, file=sys.stderr)
    return run.returncode == 0


def _built(name: str) -> list[Entry]:
    abi: list[Entry] = json.loads((ARTIFACTS / f"{name}.json").read_text())["abi"]
    return abi


def _key(entry: Entry) -> tuple[str, str, str]:
    return entry["type"], entry.get("name", ""), json.dumps(entry.get("inputs", []))


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
