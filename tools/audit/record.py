"""Write down what the campaigns came to: the last of each part."""

from collections.abc import Sequence

from tools.audit.place import REPORTS
from tools.audit.table import Row

PATH = REPORTS / "campaign.md"
HEAD = """# Campaigns

What `make audit` came to when it last tried each part. Written by `make audit`.

| part | tried | failed | seconds | with |
|---|---|---|---|---|
"""


def write(rows: Sequence[Row]) -> None:
    """Replace the parts that were tried; of the others, keep what is known."""
    known = dict(_kept())
    for part in dict.fromkeys(row.part for row in rows):
        known[part] = _line(part, [row for row in rows if row.part == part])
    PATH.write_text(HEAD + "\n".join(known[part] for part in sorted(known)) + "\n")


def _kept() -> list[tuple[str, str]]:
    lines = PATH.read_text().removeprefix(HEAD).splitlines() if PATH.exists() else []
    return [(line.split(" | ")[0].removeprefix("| "), line) for line in lines]


def _line(part: str, rows: Sequence[Row]) -> str:
    """One part; the effort is what all its rows say they were tried with."""
    failed = sum(not row.is_fine for row in rows)
    efforts = sorted({row.effort for row in rows if row.effort and row.is_fine})
    seconds = sum(row.seconds for row in rows)
    return f"| {part} | {len(rows)} | {failed} | {seconds:.0f} | {'; '.join(efforts)} |"
