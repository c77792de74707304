"""importing
generation, its recipe, schema, registry    -> no torch, numpy, skia or Pillow in the process
describing the engines                      -> the same
any module of generation                    -> no sibling package
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import generation

ROOT = Path(generation.__file__).parent
HEAVY = ("torch", "numpy", "scipy", "skia", "PIL")


def loaded_by(code: str) -> set[str]:
    script = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT.parent
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import generation",
        "import generation.recipe, generation.schema, generation.registry, generation.check",
        "import generation; generation.describe()",
        "import generation; generation.compose('painter', {}, seed=1).digest",
        "import generation.cli",
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert loaded_by(code).isdisjoint(HEAVY)


def test_loading_the_engine_does_load_torch() -> None:
    assert "torch" in loaded_by("from generation.engine import load; load('painter', '3')")


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_imports_a_sibling(path: Path) -> None:
    tree = ast.parse(path.read_text())
    imported = {
        name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    } | {
        str(node.module).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert imported.isdisjoint(
        {"marketplace", "indexer", "scripts", "brownie", "web3", "sqlalchemy"}
    )
