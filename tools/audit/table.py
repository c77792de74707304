"""Say what was tried and what came of it: a line as soon as it is known, a table at the end."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One thing that was tried."""

    part: str
    name: str
    is_fine: bool
    said: str = ""
    seconds: float = 0.0
    effort: str = ""

    def __str__(self) -> str:
        mark = "✓" if self.is_fine else "✗"
        first, _, rest = self.said.partition("\n")
        more = "".join(f"\n      {line}" for line in rest.splitlines())
        return f"{mark} {self.part:<9} {self.name:<64} {self.seconds:7.1f} s  {first}{more}"


def tell(row: Row) -> Row:
    """Print a row as it comes."""
    print(row, flush=True)
    return row


def close(rows: Iterable[Row]) -> int:
    """Print one line a part, and what failed once more; 0 if nothing did."""
    every = list(rows)
    print(f"\n{'part':<10} {'tried':>6} {'failed':>7} {'seconds':>9}")
    for part in dict.fromkeys(row.part for row in every):
        own = [row for row in every if row.part == part]
        failed = sum(not row.is_fine for row in own)
        print(f"{part:<10} {len(own):>6} {failed:>7} {sum(row.seconds for row in own):>9.0f}")
    wrong = [row for row in every if not row.is_fine]
    if wrong:
        print("\nfailed:")
        print("\n".join(str(row).partition("\n")[0] for row in wrong))
    return 1 if wrong or not every else 0
