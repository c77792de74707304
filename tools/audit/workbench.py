"""Keep copies of the tree to break contracts in: nothing of the checkout is ever changed."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from tools.setup.place import ROOT

COPIED = ("contracts", "tests/audit", "foundry.toml")
LINKED = ("node_modules", ".setup")
BUILT = "build/forge/fast"
FAILURES = "build/forge/failure"


class Workbench:
    """One copy of what forge reads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / name, root / name)
        for name in LINKED:
            (root / name).symlink_to(ROOT / name)
        if (ROOT / BUILT).is_dir():  # what is compiled already need not be compiled again
            shutil.copytree(ROOT / BUILT, root / BUILT)

    def restore(self, *files: str) -> None:
        """Take files back to what the checkout has, and forget what failed on others."""
        for name in files:
            shutil.copy2(ROOT / name, self.root / name)
        shutil.rmtree(self.root / FAILURES, ignore_errors=True)


@contextmanager
def workbenches(count: int) -> Iterator[Queue[Workbench]]:
    """Some copies to take from and to give back."""
    with tempfile.TemporaryDirectory(prefix="atelier-audit-") as folder:
        free: Queue[Workbench] = Queue()
        for number in range(count):
            root = Path(folder) / str(number)
            root.mkdir()
            free.put(Workbench(root))
        yield free
