"""Know which steps are done: a stamp holds the digest of what a step was made from."""

import hashlib
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.setup.place import KEPT, ROOT

STAMPS = KEPT / "stamps"


@dataclass(frozen=True)
class Step:
    """One thing to bring about, once for each version of its inputs."""

    name: str
    says: str
    make: Callable[[], str]  # returns what came of it, in a few words
    inputs: tuple[str, ...] = ()  # globs from the root
    results: tuple[str, ...] = ()  # globs that must find something, or the stamp does not count
    needs: tuple[str, ...] = ()  # names of the steps before

    def digest(self) -> str:
        """What the step depends on: its files, this Python, and the place (paths get baked in)."""
        digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT} {self.says}".encode())
        for path in _files(self.inputs):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def is_done(self) -> bool:
        """Whether it was made from the same inputs and its results are still there."""
        try:
            stamped = self._stamp.read_text() == self.digest()
        except FileNotFoundError:
            return False
        return stamped and all(any(ROOT.glob(result)) for result in self.results)

    def mark(self) -> None:
        """Note that it is done."""
        STAMPS.mkdir(parents=True, exist_ok=True)
        self._stamp.write_text(self.digest())

    def unmark(self) -> None:
        """Note that it has to be done again."""
        self._stamp.unlink(missing_ok=True)

    @property
    def _stamp(self) -> Path:
        return STAMPS / self.name


def _files(globs: Iterable[str]) -> list[Path]:
    return sorted({path for glob in globs for path in ROOT.glob(glob) if path.is_file()})
