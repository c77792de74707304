"""Say which lines, functions and branches of the contracts forge's tests reach, and which not."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.audit.forge import FAST
from tools.audit.place import FORGE, REPORTS
from tools.setup.place import ROOT, with_tools

LEAST_LINES, LEAST_FUNCTIONS, LEAST_BRANCHES = 1.0, 1.0, 0.98
DOUBLES = "contracts/test/"
# Coverage is of lines, not of values: a few runs do.
BRIEF = {
    "FOUNDRY_FUZZ_SEED": "0x1505",
    "FOUNDRY_FUZZ_RUNS": "16",
    "FOUNDRY_INVARIANT_RUNS": "1",
    "FOUNDRY_INVARIANT_DEPTH": "100",
}


@dataclass
class Reached:
    """What was reached of one file: times by line, by function, by line and branch."""

    lines: dict[str, int] = field(default_factory=dict)
    functions: dict[str, int] = field(default_factory=dict)
    branches: dict[str, int] = field(default_factory=dict)


def main() -> int:
    """0 if our own Solidity is reached as far as it should be."""
    with tempfile.TemporaryDirectory(prefix="atelier-coverage-") as folder:
        record = Path(folder) / "record"
        print("forge coverage: compiling for it takes a minute", flush=True)
        done = subprocess.run(
            [FORGE, "coverage", "--report", "lcov", "--report-file", record],
            cwd=ROOT,
            env=with_tools({"FOUNDRY_PROFILE": FAST, **BRIEF}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if not record.is_file():
            print(done.stdout[-3_000:] + done.stderr[-3_000:])
            return 2
        files = {name: one for name, one in _files(record.read_text()) if _is_ours(name)}
    lines = _report(files)
    path = REPORTS / "coverage.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")
    print("\n".join(line for line in lines if line.startswith("|")))
    print(f"written to {path.relative_to(ROOT)}")
    return 0 if _is_enough(files) else 1


def _is_ours(name: str) -> bool:
    return name.startswith("contracts/") and not name.startswith(DOUBLES)


def _files(record: str) -> Iterator[tuple[str, Reached]]:
    """The files of an lcov record."""
    name, reached = "", Reached()
    for line in record.splitlines():
        kind, _, rest = line.partition(":")
        parts = rest.split(",")
        if kind == "SF":
            name, reached = rest, Reached()
        elif kind == "DA":
            reached.lines[parts[0]] = int(parts[1])
        elif kind == "FNDA":
            reached.functions[parts[1]] = int(parts[0])
        elif kind == "BRDA":
            times = 0 if parts[3] == "-" else int(parts[3])
            reached.branches[f"{parts[0]}.{parts[1]}.{parts[2]}"] = times
        elif line == "end_of_record":
            yield name, reached


def _report(files: Mapping[str, Reached]) -> list[str]:
    lines = [
        "# Coverage",
        "",
        "What forge's tests (`tests/audit`) reach of our own Solidity; Brownie's are not counted.",
        "Written by `make coverage`, which fails below 100 % of lines and functions and 98 % of",
        "branches.",
        "",
        "| contract | lines | functions | branches | lines not reached |",
        "|---|---|---|---|---|",
    ]
    for name, one in sorted(files.items()):
        missed = _ranges([int(line) for line, times in one.lines.items() if not times])
        shares = (_share(*sums) for sums in _sums([one]))
        cells = (name.removeprefix("contracts/"), *shares, missed)
        lines.append(f"| {' | '.join(cells)} |")
    counts = [f"{reached}/{total}" for reached, total in _sums(list(files.values()))]
    lines.append(f"| **in all** | {' | '.join(counts)} | |")
    return lines


def _share(reached: int, total: int) -> str:
    return f"{reached}/{total}" if reached < total else "all" if total else "none there"


def _sums(files: Sequence[Reached]) -> list[tuple[int, int]]:
    """What was reached and what there is, of lines, functions and branches."""
    kinds = (
        [one.lines for one in files],
        [one.functions for one in files],
        [one.branches for one in files],
    )
    return [_sum(counts) for counts in kinds]


def _sum(counts: Sequence[Mapping[str, int]]) -> tuple[int, int]:
    every = [times for one in counts for times in one.values()]
    return sum(times > 0 for times in every), len(every)


def _is_enough(files: Mapping[str, Reached]) -> bool:
    least = LEAST_LINES, LEAST_FUNCTIONS, LEAST_BRANCHES
    sums = zip(_sums(list(files.values())), least, strict=True)
    return all(total and reached >= share * total for (reached, total), share in sums)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers as a person writes them: 3-5, 9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs)


if __name__ == "__main__":
    sys.exit(main())
