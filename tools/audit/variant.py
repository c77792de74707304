"""Read a deliberately wrong variant of the contracts: what the tests it names must notice."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


class VariantStale(Exception):
    """A variant no longer fits the contracts: what it replaces is not there exactly once."""


@dataclass(frozen=True)
class Change:
    """In one file, one text in another's place."""

    file: str
    find: str
    put: str


@dataclass(frozen=True)
class Variant:
    """One mistake somebody made, made in our contracts, and the tests that must fail on it."""

    name: str
    says: str
    tests: tuple[str, ...]
    fails: str  # how the failure must begin: an invariant promises more than one thing
    changes: tuple[Change, ...]

    def apply(self, root: Path) -> None:
        """Make the mistake in a copy of the tree."""
        for change in self.changes:
            path = root / change.file
            text = path.read_text() if path.is_file() else ""
            times = text.count(change.find)
            if times != 1:
                said = f"`find` is {times} times in {change.file}, not once"
                raise VariantStale(f"{self.name}: {said}")
            path.write_text(text.replace(change.find, change.put))

    @property
    def files(self) -> tuple[str, ...]:
        """The files it changes."""
        return tuple(dict.fromkeys(change.file for change in self.changes))


def variants(folder: Path) -> list[Variant]:
    """All that are kept in a folder, by name."""
    return [_read(path) for path in sorted(folder.glob("*.toml"))]


def _read(path: Path) -> Variant:
    facts = tomllib.loads(path.read_text())
    changes = tuple(Change(**{key: _trimmed(text) for key, text in one.items()})
                    for one in facts["change"])  # fmt: skip
    fails = facts.get("fails", "")
    return Variant(path.stem, facts["says"], tuple(facts["tests"]), fails, changes)


def _trimmed(text: str) -> str:
    """A text without the line ends that TOML's quotes bring."""
    return text.strip("\n")
