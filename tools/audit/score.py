"""Add up what became of the mutants, and write the report that explains the survivors."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.audit.place import HERE
from tools.audit.verdict import Book, Verdict

LEAST = 0.90  # of the mutants that compile and are no equivalents
EXPLAINED = HERE / "survivors.toml"
Row = Mapping[str, str]


def close(book: Book) -> int:
    """Print a group's score; 0 if it is reached."""
    killed, survived, explained = _counted(book)
    share = _share(killed, survived)
    print(f"{book.name}: {killed} killed, {survived} survived, {explained} explained: {share:.1%}")
    return 0 if share >= LEAST else 1


def write(path: Path, books: Sequence[Book]) -> None:
    """The report of all groups that were tried; of those tried elsewhere, what it says already."""
    kept = path.read_text() if path.exists() else ""
    lines = [
        "# Mutants",
        "",
        "Slither's fifteen operators break the contracts one small step at a time; a mutant is",
        "*killed* when a test of forge fails on it. Mutants that do not compile are none. Those",
        "that no test could tell from the original are *equivalent*: some compile to the same",
        "bytecode, of the others `tests/audit/survivors.toml` says why, kind by kind.",
        "Written by `make mutate`.",
        "",
        "| group | mutants | killed | equivalent | survived | score |",
        "|---|---|---|---|---|---|",
    ]
    told = {book.name: _told(book) if book.rows else _kept(kept, book.name) for book in books}
    lines += [row for row, _ in told.values() if row]
    for name, (row, body) in told.items():
        if row:
            lines += ["", f"## {name}", "", *body]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines).rstrip() + "\n")


def reason(row: Row) -> str:
    """Why nobody could notice, where that is so."""
    kinds: list[dict[str, str]] = tomllib.loads(EXPLAINED.read_text()).get("equivalent", [])
    for kind in kinds:
        fits = all(text in row[name] for name, text in kind.items() if name != "reason")
        if fits:
            return kind["reason"]
    return ""


def _told(book: Book) -> tuple[str, list[str]]:
    """A group's row and section."""
    killed, survived, explained = _counted(book)
    total, share = killed + survived + explained, f"{_share(killed, survived):.1%}"
    row = f"| {book.name} | {total} | {killed} | {explained} | {survived} | {share} |"
    return row, [*_operators(book), "", *_survivors(book)]


def _kept(report: str, name: str) -> tuple[str, list[str]]:
    """The same, as a report has it."""
    row = next((line for line in report.splitlines() if line.startswith(f"| {name} |")), "")
    body = report.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    return row, body.strip().splitlines()


def _operators(book: Book) -> list[str]:
    counts: Counter[tuple[str, str]] = Counter(
        (row["operator"], row["verdict"]) for row in book.rows.values()
    )
    names = sorted({operator for operator, _ in counts})
    told = []
    for name in names:
        killed, survived = counts[name, Verdict.KILLED], counts[name, Verdict.SURVIVED]
        told.append(f"{name} {killed}/{killed + survived}")
    return [f"Killed by operator: {', '.join(told)}."]


def _survivors(book: Book) -> list[str]:
    rows = [row for row in book.rows.values() if row["verdict"] == Verdict.SURVIVED]
    same = sum(row["verdict"] == Verdict.SAME for row in book.rows.values())
    told = [f"{same} compile to the same bytecode.", ""] if same else []
    lines = ["| where | operator | was | became | why it survived |", "|---|---|---|---|---|"]
    for row in sorted(rows, key=lambda row: (row["file"], int(row["line"]))):
        where = f"{row['file'].removeprefix('contracts/')}:{row['line']}"
        why = reason(row) or "**not noticed**"
        cells = (where, row["operator"], _code(row["old"]), _code(row["new"]), why)
        lines.append(f"| {' | '.join(cells)} |")
    return [*told, *(lines if rows else ["No survivors."])]


def _counted(book: Book) -> tuple[int, int, int]:
    rows = book.rows.values()
    killed = sum(row["verdict"] == Verdict.KILLED for row in rows)
    survivors = [row for row in rows if row["verdict"] == Verdict.SURVIVED]
    explained = sum(bool(reason(row)) for row in survivors)
    same = sum(row["verdict"] == Verdict.SAME for row in rows)
    return killed, len(survivors) - explained, explained + same


def _share(killed: int, survived: int) -> float:
    return killed / (killed + survived) if killed + survived else 1.0


def _code(text: str) -> str:
    line = " ".join(text.split()).replace("|", "\\|")
    return f"`{line if len(line) <= 70 else line[:69] + '…'}`"
