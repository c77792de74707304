"""Break the contracts one small step at a time, and see whether a test notices.

python -m tools.audit.mutation all|Market|...

Slither's operators make the mutants. Each is compiled by a compiler that stays warm, and tried by
forge's tests on a copy of the tree: first by those of its own rooms, then by all others. Verdicts
are kept in build/mutation: a second run goes on where the first stopped, and tries only survivors
again.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import Queue

from tools.audit import score
from tools.audit.place import AUDIT_BIN
from tools.audit.trial import Stand, stands
from tools.audit.verdict import Book, Mutant, Verdict
from tools.setup.place import ROOT, with_tools

# Each group: its sources, and the rooms of tests/audit that know them.
GROUPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Market": (("contracts/Market.sol", "contracts/market/*.sol"), ("market",)),
    "Artwork": (
        ("contracts/Artwork.sol", "contracts/parts/Handover.sol",
         "contracts/parts/Packed*.sol", "contracts/libraries/[VC]*.sol"),
        ("artwork", "library"),
    ),
    "Royalties": (
        ("contracts/Royalt*.sol", "contracts/parts/SplitBook.sol", "contracts/libraries/Sp*.sol"),
        ("royalties",),
    ),
    "Curation": (
        ("contracts/Curation.sol", "contracts/curation/*.sol", "contracts/parts/Electorate.sol",
         "contracts/libraries/Signatures.sol", "contracts/libraries/Bounds.sol"),
        ("curation",),
    ),
    "Membership": (("contracts/Membership.sol",), ("membership",)),
    "Governance": (
        ("contracts/AtelierGovernor.sol", "contracts/Treasury.sol"), ("governance",)
    ),
    "Money": (
        ("contracts/parts/*Fees.sol", "contracts/parts/Sales.sol"), ("market", "artwork"),
    ),
    "Payouts": (
        ("contracts/parts/Payouts.sol", "contracts/libraries/Sh*.sol", "contracts/Currencies.sol"),
        ("payouts", "library"),
    ),
    "AuctionHouse": (("contracts/AuctionHouse.sol",), ("auction",)),
    "Editions": (("contracts/Editions.sol", "contracts/parts/Openings.sol"), ("editions",)),
    "Exhibitions": (
        ("contracts/Exhibitions.sol", "contracts/libraries/Tallies.sol"),
        ("exhibitions", "library"),
    ),
}  # fmt: skip
SIDE_BY_SIDE = 2


def main(words: Sequence[str]) -> int:
    """0 if every chosen group reaches the score."""
    chosen = list(GROUPS) if list(words) in ([], ["all"]) else list(words)
    if unknown := [name for name in chosen if name not in GROUPS]:
        print(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}, and all")
        return 2
    for name in chosen:
        _campaign(name)
    score.write(ROOT / "docs" / "audit" / "mutation.md", [Book(name) for name in GROUPS])
    return max(score.close(Book(name)) for name in chosen)


def _campaign(name: str) -> None:
    sources, rooms = GROUPS[name]
    files = [str(path.relative_to(ROOT)) for one in sources for path in ROOT.glob(one)]
    book = Book(name)
    mutants = _mutants(files)
    book.keep_only(mutants)
    todo = [one for one in mutants if book.verdict(one) in (None, Verdict.SURVIVED)]
    print(f"{name}: {len(mutants)} mutants, {len(todo)} to try", flush=True)
    with stands(SIDE_BY_SIDE) as free, ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        stand = free.get()
        stand.prove(files, rooms)
        free.put(stand)
        _work_off(pool, free, todo, book, rooms)


def _work_off(
    pool: ThreadPoolExecutor,
    free: "Queue[Stand]",
    todo: Sequence[Mutant],
    book: Book,
    rooms: tuple[str, ...],
) -> None:
    began = time.monotonic()
    futures = {pool.submit(_tried, one, free, rooms): one for one in todo}
    for number, future in enumerate(as_completed(futures), 1):
        mutant, verdict = futures[future], future.result()
        book.note(mutant, verdict)
        left = (time.monotonic() - began) / number * (len(todo) - number) / 60
        mark = "·" if verdict is not Verdict.SURVIVED else "!"
        print(
            f"{mark} {number:>4}/{len(todo)} {verdict:<9} {mutant}  ({left:.0f} min left)",
            flush=True,
        )


def _tried(mutant: Mutant, free: "Queue[Stand]", rooms: tuple[str, ...]) -> Verdict:
    stand = free.get()
    try:
        return stand.tried(mutant, rooms)
    finally:
        free.put(stand)


def _mutants(files: Sequence[str]) -> list[Mutant]:
    done = subprocess.run(
        [AUDIT_BIN / "python", "-m", "tools.audit.mutant", *files],
        cwd=ROOT,
        env=with_tools({"FOUNDRY_PROFILE": "static"}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr[-3_000:])
    facts = json.loads(done.stdout[done.stdout.index("[{") :])
    changes = {Mutant(**one) for one in facts if one["new"] != one["old"]}
    return sorted(changes, key=lambda one: (one.file, one.start, one.new))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
