"""Render recipes again under other settings of this machine, and say where they came out otherwise.

One processor imitates others here: fewer and more threads, and the paths that torch, numpy and
oneDNN take where newer vector instructions are missing. It does not replace other machines, but
it finds what depends on them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generation.artefact import render
from generation.errors import RenderError
from generation.recipe import Recipe, parse
from generation.registry import card

NUMPY_PLAIN = {"NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR"}
TORCH_PLAIN = {"ATEN_CPU_CAPABILITY": "default"}
ONEDNN_PLAIN = {"ONEDNN_MAX_CPU_ISA": "SSE41"}
BLAS_PLAIN = {"OPENBLAS_CORETYPE": "Nehalem"}
CHILD_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of running on this machine."""

    name: str
    threads: int = 1
    environment: Mapping[str, str] = field(default_factory=dict)


SETTINGS = (
    Setting("one thread"),
    Setting("two threads", 2),
    Setting("four threads", 4),
    Setting("torch without vectors", 1, TORCH_PLAIN),
    Setting("torch with AVX2", 2, {"ATEN_CPU_CAPABILITY": "avx2"}),
    Setting("numpy without vectors", 1, {**NUMPY_PLAIN, **BLAS_PLAIN}),
    Setting("oneDNN without vectors", 2, ONEDNN_PLAIN),
    Setting("a plain processor", 4, {**NUMPY_PLAIN, **BLAS_PLAIN, **TORCH_PLAIN, **ONEDNN_PLAIN}),
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a recipe came to under one setting: the digests of plan and samples."""

    plan_sha256: str
    sample_sha256: str


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A recipe that came out otherwise than under the first setting."""

    setting: str
    recipe: Recipe
    what: str  # "plan" or "samples"

    def __str__(self) -> str:
        return f"{self.what} of {self.recipe.digest} differ under {self.setting!r}"


def audit(
    recipes: Sequence[Recipe],
    settings: Sequence[Setting] = SETTINGS,
    on_setting: Callable[[Setting], None] | None = None,
) -> list[Mismatch]:
    """All mismatches; every setting has a process of its own, which renders every recipe."""
    expected: list[Made] | None = None
    found: list[Mismatch] = []
    for setting in settings:
        if on_setting:
            on_setting(setting)
        made = under(setting, recipes)
        expected = expected or made
        for recipe, one, other in zip(recipes, expected, made, strict=True):
            if one.plan_sha256 != other.plan_sha256:
                found.append(Mismatch(setting.name, recipe, "plan"))
            if one.sample_sha256 != other.sample_sha256:
                found.append(Mismatch(setting.name, recipe, "samples"))
    return found


def under(setting: Setting, recipes: Sequence[Recipe]) -> list[Made]:
    """What the recipes come to in a fresh process of this setting."""
    counted = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
    home = str(Path(__file__).parent.parent)
    done = subprocess.run(  # noqa: S603 - this module again
        [sys.executable, "-W", "ignore", "-m", "generation.audit", str(setting.threads)],
        input=b"\n".join(recipe.canonical() for recipe in recipes),
        capture_output=True,
        env={
            **os.environ,
            **dict.fromkeys(counted, str(setting.threads)),
            **setting.environment,
            "PYTHONPATH": os.pathsep.join(filter(None, [home, *sys.path])),
        },
        timeout=CHILD_SECONDS,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise RenderError(f"under {setting.name!r}: {said[-1] if said else done.returncode}")
    lines = done.stdout.decode().splitlines()
    return [Made(*line.split()) for line in lines]


def _child() -> None:
    """Render the recipes on standard input, a line each, and print a line of digests for each."""
    threads = int(sys.argv[1])
    for line in sys.stdin.buffer.read().splitlines():
        recipe = parse(line)
        if "torch" in card(recipe.engine, recipe.engine_version).libraries:
            import torch

            torch.set_num_threads(threads)
        made = render(recipe)
        sys.stdout.write(f"{made.plan_sha256} {made.sample_sha256}\n")


if __name__ == "__main__":
    _child()
