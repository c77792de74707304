"""the same painting on other settings of the machine
threads 1, 2 or 4                               -> the same pixels in every style
processor without its newer vector instructions -> the same
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generation.painter.style.catalogue import STYLES
from tests.generation.style.sitter import SIZE, sat

ROOT = Path(__file__).parents[3]
SCRIPT = (
    "from generation.painter.style.catalogue import STYLES;"
    "from tests.generation.style.sitter import SIZE, sat;"
    "print(*(sat(style.name).raster(SIZE).sha256 for style in STYLES))"
)
PLAIN = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Nehalem",
}


@pytest.mark.parametrize(
    ("threads", "settings"), [(1, PLAIN), (4, {})], ids=["plain processor", "four threads"]
)
def test_every_style_paints_the_same(threads: int, settings: dict[str, str]) -> None:
    counts = {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **counts, **settings, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.decode().split() == [sat(one.name).raster(SIZE).sha256 for one in STYLES]
