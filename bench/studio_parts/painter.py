"""Measure how close oil comes to its scenes, in how many strokes, and what a large print takes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from studio_parts.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
WORKS = 6
PROBE = """
import json, resource, sys, time
import numpy as np
import generation
from generation.dice import Dice
from generation.painter.arrange import arrange
from generation.painter.scene import compose
from generation.painter.style.catalogue import IMPASTO
from generation.painter.style.paint import paint, painted

psnr, strokes = [], []
for seed in range(int(sys.argv[1])):
    recipe = generation.compose("painter", {"size": 1024, "style": "impasto"}, seed=seed)
    plan = arrange(recipe)
    scene = compose(plan)
    painting = painted(paint(scene, IMPASTO, Dice(plan.grain)))
    picture = np.frombuffer(painting.raster(1024).rgb, np.uint8).reshape(1024, 1024, 3) / 255
    psnr.append(float(-10 * np.log10(((picture - scene.target) ** 2).mean())))
    strokes.append(painting.count)
began = time.perf_counter()
painting.raster(4096)
found = {
    "psnr": min(psnr),
    "mean": sum(psnr) / len(psnr),
    "strokes": max(strokes),
    "print": time.perf_counter() - began,
    "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}
print(json.dumps(found))
"""


def measure() -> Iterator[Figure]:
    """The worst of several works at 1024 px, each of another subject; the last as a large print."""
    command = [sys.executable, "-c", PROBE, str(WORKS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    yield Figure("painter_psnr", round(found["psnr"], 2), "dB", at_least=24)
    yield Figure("painter_psnr_mean", round(found["mean"], 2), "dB")
    yield Figure("painter_strokes", found["strokes"], "", at_most=25_000)
    yield Figure("print_4096_s", round(found["print"], 2), "s")
    yield Figure("print_4096_rss_mib", round(found["mib"]), "MiB", at_most=2048)
