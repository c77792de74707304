"""Try the contracts harder than the test suite does.

make audit                     all parts, one after another
make audit PART=fuzz           every property, 10,000 runs
make audit PART=invariant      every invariant, 500 runs of 200 calls, no unforeseen revert
make audit PART=finding        the bank of audited bugs, and each test against its wrong variant
make audit PART=symbolic       proofs for all values at once (halmos)
make audit PART=slither        static analysis, compared with its triage both ways
make mutate [PART=Market]      mutants of one contract, or of all; goes on where it stopped
make coverage                  what of the contracts the tests reach

Seeds and figures are in tests/audit/seeds.toml; what came of it is written up in docs/audit/.
"""

import sys
from collections.abc import Callable, Iterator

from tools.audit import campaign, finding, record, static, symbolic, table

PARTS: dict[str, Callable[[], Iterator[table.Row]]] = {
    "fuzz": campaign.fuzz,
    "invariant": campaign.invariant,
    "finding": finding.finding,
    "symbolic": symbolic.symbolic,
    "slither": static.slither,
}


def main(words: list[str]) -> int:
    """0 if nothing that was tried failed."""
    chosen = words or ["all"]
    if chosen == ["all"]:
        chosen = list(PARTS)
    if unknown := [word for word in chosen if word not in PARTS]:
        print(f"there is no part {', '.join(unknown)}\n\n{__doc__}")
        return 2
    rows = [row for part in chosen for row in PARTS[part]()]
    record.write(rows)
    return table.close(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
