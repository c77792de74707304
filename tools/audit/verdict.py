"""Know a mutant, and keep what became of it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tools.setup.place import ROOT

BOOKS = ROOT / "build" / "mutation"
SHOWN = 50


class Verdict(StrEnum):
    """What became of a mutant."""

    INVALID = "invalid"  # it does not compile: no mutant
    SAME = "same"  # it compiles to the same bytecode: nobody could tell
    KILLED = "killed"
    SURVIVED = "survived"


@dataclass(frozen=True)
class Mutant:
    """Bytes of a file, and what stands there instead."""

    file: str
    start: int
    end: int
    new: str
    operator: str = field(compare=False)  # two operators may make the same
    contract: str = field(compare=False)
    line: int = field(compare=False)
    old: str = field(compare=False)

    @property
    def key(self) -> str:
        """The same for the same change of the same text."""
        text = (ROOT / self.file).read_bytes()
        change = f"{self.file} {self.start} {self.end} {self.new}".encode()
        return hashlib.sha256(text + change).hexdigest()[:24]

    @property
    def row(self) -> dict[str, str]:
        """What is written down of it."""
        return {
            "operator": self.operator,
            "file": self.file,
            "line": str(self.line),
            "old": self.old,
            "new": self.new,
        }

    @property
    def text(self) -> bytes:
        """The file with the change in it."""
        text = (ROOT / self.file).read_bytes()
        return text[: self.start] + self.new.encode() + text[self.end :]

    def __str__(self) -> str:
        change = f"{_short(self.old)}  =>  {_short(self.new)}"
        return f"{self.operator:<4} {self.file}:{self.line}  {change}"


class Book:
    """The verdicts on a group, on disk after each."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._path = BOOKS / f"{name}.json"
        self.rows: dict[str, dict[str, str]] = {}
        if self._path.exists():
            self.rows = json.loads(self._path.read_text())

    def verdict(self, mutant: Mutant) -> Verdict | None:
        """What is known of a mutant."""
        row = self.rows.get(mutant.key)
        return Verdict(row["verdict"]) if row else None

    def note(self, mutant: Mutant, verdict: Verdict) -> None:
        """Write down a verdict."""
        self.rows[mutant.key] = {"verdict": verdict, **mutant.row}
        self._write()

    def keep_only(self, mutants: Iterable[Mutant]) -> None:
        """Forget the mutants of sources that changed since."""
        known = {mutant.key for mutant in mutants}
        self.rows = {key: row for key, row in self.rows.items() if key in known}
        self._write()

    def _write(self) -> None:
        BOOKS.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(self.rows, indent=1))
        fresh.replace(self._path)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
