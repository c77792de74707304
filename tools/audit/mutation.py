"""Break the contracts one small step at a time, and see whether a test notices.

python -m tools.audit.mutation all|Market|... [--forge-only]

Slither's operators make the mutants. Each is tried on a copy of the tree: first by forge's tests,
in seconds; what survives them, by the Brownie tests of its room, in a minute. Verdicts are kept in
build/mutation: a second run goes on where the first stopped, and tries only survivors again.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import Queue

from tools.audit import forge, score
from tools.audit.campaign import FAST
from tools.audit.place import AUDIT_BIN
from tools.audit.verdict import Book, Mutant, Verdict
from tools.audit.workbench import Workbench, workbenches
from tools.setup.place import ROOT, with_tools

# Each group: its sources, and the rooms of tests/contracts that know them.
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
        ("contracts/AtelierGovernor.sol", "contracts/Treasury.sol"), ("governor", "treasury")
    ),
    "Money": (
        ("contracts/parts/*Fees.sol", "contracts/parts/Sales.sol"), ("market", "artwork"),
    ),
    "Payouts": (
        ("contracts/parts/Payouts.sol", "contracts/libraries/Sh*.sol", "contracts/Currencies.sol"),
        ("payouts", "library", "currencies"),
    ),
    "AuctionHouse": (("contracts/AuctionHouse.sol",), ("auction",)),
    "Editions": (("contracts/Editions.sol", "contracts/parts/Openings.sol"), ("editions",)),
    "Exhibitions": (
        ("contracts/Exhibitions.sol", "contracts/libraries/Tallies.sol"), ("exhibitions",)
    ),
}  # fmt: skip
SIDE_BY_SIDE = 2
FORGE_SECONDS, BROWNIE_SECONDS = 300, 900
# Enough for a mistake to show, where a hundred runs more would only show it again.
BRIEF = {
    "FOUNDRY_FUZZ_SEED": "0x1505",
    "FOUNDRY_FUZZ_RUNS": "24",
    "FOUNDRY_INVARIANT_RUNS": "1",
    "FOUNDRY_INVARIANT_DEPTH": "120",
}


def main(words: Sequence[str]) -> int:
    """0 if every chosen group reaches the score."""
    names = [word for word in words if not word.startswith("-")] or ["all"]
    chosen = list(GROUPS) if names == ["all"] else names
    if unknown := [name for name in chosen if name not in GROUPS]:
        print(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}, and all")
        return 2
    for name in chosen:
        _campaign(name, is_forge_only="--forge-only" in words)
    score.write(ROOT / "docs" / "audit" / "mutation.md", [Book(name) for name in GROUPS])
    return max(score.close(Book(name)) for name in chosen)


def _campaign(name: str, is_forge_only: bool) -> None:
    sources, rooms = GROUPS[name]
    book = Book(name)
    mutants = _mutants([str(path.relative_to(ROOT)) for one in sources for path in ROOT.glob(one)])
    book.keep_only(mutants)
    todo = [one for one in mutants if book.verdict(one) in (None, Verdict.SURVIVED)]
    print(f"{name}: {len(mutants)} mutants, {len(todo)} to try", flush=True)
    with workbenches(SIDE_BY_SIDE) as free, ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        _check_baseline(free)
        _work_off(pool, free, todo, book, by=None)
        left = [one for one in todo if book.verdict(one) is Verdict.SURVIVED]
        if not is_forge_only:
            _work_off(pool, free, left, book, by=rooms)


def _work_off(
    pool: ThreadPoolExecutor,
    free: "Queue[Workbench]",
    todo: Sequence[Mutant],
    book: Book,
    by: tuple[str, ...] | None,
) -> None:
    began = time.monotonic()
    futures = {pool.submit(_tried, one, free, by): one for one in todo}
    for number, future in enumerate(as_completed(futures), 1):
        mutant, verdict = futures[future], future.result()
        book.note(mutant, verdict)
        left = (time.monotonic() - began) / number * (len(todo) - number) / 60
        mark = "·" if verdict is not Verdict.SURVIVED else "!"
        print(
            f"{mark} {number:>4}/{len(todo)} {verdict:<9} {mutant}  ({left:.0f} min left)",
            flush=True,
        )


def _tried(mutant: Mutant, free: "Queue[Workbench]", rooms: tuple[str, ...] | None) -> Verdict:
    bench = free.get()
    try:
        mutant.apply(bench.root)
        return _by_forge(bench) if rooms is None else _by_brownie(bench, rooms)
    finally:
        bench.restore(mutant.file)
        free.put(bench)


def _by_forge(bench: Workbench) -> Verdict:
    try:
        verdicts = forge.attempt(
            "--fail-fast", profile=FAST, settings=BRIEF, root=bench.root, seconds=FORGE_SECONDS
        )
    except forge.ForgeFault:
        return Verdict.INVALID
    except subprocess.TimeoutExpired:
        return Verdict.KILLED  # it loops for ever, and that shows
    return Verdict.SURVIVED if all(one.is_passed for one in verdicts) else Verdict.KILLED


def _by_brownie(bench: Workbench, rooms: tuple[str, ...]) -> Verdict:
    bench.make_brownie_ready()
    try:
        done = subprocess.run(
            [
                bench.root / "tools" / "brownie",
                "test",
                "-x",
                "-q",
                *(f"tests/contracts/{one}" for one in rooms),
            ],
            cwd=bench.root,
            env=with_tools(None),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=BROWNIE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Verdict.KILLED
    return Verdict.SURVIVED if done.returncode == 0 else Verdict.KILLED


def _check_baseline(free: "Queue[Workbench]") -> None:
    """The unbroken contracts pass, and each copy is compiled once."""
    benches = [free.get() for _ in range(SIDE_BY_SIDE)]
    for bench in benches:
        verdicts = forge.attempt(profile=FAST, settings=BRIEF, root=bench.root)
        if not verdicts or not all(one.is_passed for one in verdicts):
            wrong = ", ".join(one.name for one in verdicts if not one.is_passed)
            raise SystemExit(f"the tests fail on the contracts as they are: {wrong}")
        free.put(bench)


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
