"""Read the product's own source as a tree: modules, what they import, how long they are."""

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("generation", "indexer", "marketplace")
PYTHON = (*PRODUCT, "migrations", "scripts", "tools", "bench", "tests")


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path

    @property
    def name(self) -> str:
        """Its dotted name; a package's is the folder's."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def shown(self) -> str:
        """Its path from the root."""
        return str(self.path.relative_to(ROOT))

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax."""
        gc.disable()  # CPython 3.11 loses count of its depth if a collection falls into a parse
        try:
            return ast.parse(self.path.read_text(), self.shown)
        finally:
            gc.enable()

    @property
    def imports(self) -> frozenset[str]:
        """All that runs need, wherever in the file it stands; what types alone need is left out."""
        return frozenset(_imported(self.tree))

    def functions(self) -> Iterator[tuple[str, int]]:
        """Each function's name and length in lines, decorators not counted."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


@cache
def modules(*folders: str) -> list[Module]:
    """All modules in these folders."""
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return [Module(path) for path in sorted(paths) if "node_modules" not in path.parts]


def _imported(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module and not child.level:
            yield from (f"{child.module}.{alias.name}" for alias in child.names)
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            for other in child.orelse:
                yield from _imported(other)
        else:
            yield from _imported(child)
