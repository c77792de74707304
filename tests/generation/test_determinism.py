"""the same recipe on other settings of the machine
threads 1 or 2                                   -> the same plan, pixels and file
processor without its newer vector instructions  -> the same
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import generation
from tests.generation.easel import Ask, Painted

ROOT = Path(generation.__file__).parent.parent
SCRIPT = (
    "import sys, torch, generation; torch.set_num_threads(int(sys.argv[1]));"
    "made = generation.render(generation.parse(sys.stdin.buffer.read()));"
    "print(torch.get_num_threads(), made.plan_sha256, made.pixel_sha256, made.sha256)"
)
PLAIN = {
    "ATEN_CPU_CAPABILITY": "default",
    "ONEDNN_MAX_CPU_ISA": "SSE41",
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Nehalem",
}


def elsewhere(recipe: generation.Recipe, threads: int, settings: dict[str, str]) -> list[str]:
    """Render in a fresh process of those settings; what it prints."""
    counts = {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT, str(threads)],
        input=recipe.canonical(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **counts, **settings},
    )
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("threads", "settings"),
    [(1, {}), (2, {}), (2, PLAIN)],
    ids=["one thread", "two threads", "plain processor"],
)
def test_the_file_is_the_same(
    recipe: Ask, painted: Painted, threads: int, settings: dict[str, str]
) -> None:
    here = painted()
    found = elsewhere(recipe(), threads, settings)
    assert found == [str(threads), here.plan_sha256, here.pixel_sha256, here.sha256]
