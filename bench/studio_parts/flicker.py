"""Measure how still a film stands where nothing moves, and how many of its strokes stay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

import numpy as np
from scipy.ndimage import maximum_filter

import generation
from generation.painter.arrange import arrange
from generation.painter.moving import LETS_GO, paintings
from generation.painter.scene import Stage
from generation.painter.style.between import turned
from generation.painter.style.paint import Painting
from studio_parts.figure import Figure

SIZE, STEP, MANY = 512, 17, 4  # per mille from painting to painting, as in a film of 8 seconds
MORPHS = (  # what becomes what, in which style, from which moment on
    ("cloud", "horse", "impasto", 400),
    ("cloud", "butterfly", "swirl", 500),
    ("treble-clef", "petals", "pastel", 450),
    ("horse", "deer", "gouache", 600),
)
STILL = 0.006  # the scene changes less than this where nothing moves
AROUND = 31  # pixels around a spot in which nothing may move for it to be still


def measure() -> Iterator[Figure]:
    """The worst of four morphs: strokes of the finest brush that stay, and what flickers.

    Levels are of 255, from one painting to the next, three frames on. `restless` is the change of
    what moves against the change of the scene there: 1 is a film without any life of its own.
    """
    found = [_measured(*morph) for morph in MORPHS]
    kept, flicker, restless = zip(*found, strict=True)
    yield Figure("film_strokes_kept", round(min(kept), 3), "", at_least=0.75)
    yield Figure("film_flicker_levels", round(max(flicker), 2), "/255", at_most=1.0)
    yield Figure("film_restless", round(max(restless), 2), "", at_most=1.8)


def _measured(first: str, then: str, style: str, start: int) -> tuple[float, float, float]:
    wanted = {"size": SIZE, "concept": first, "becoming": then, "style": style}
    plan = arrange(generation.compose("painter", wanted, seed=3))
    moments = [start + STEP * k for k in range(MANY + LETS_GO)]
    stage = Stage(plan)
    scenes = [stage.scene(moment).target for moment in moments[:MANY]]
    keys: list[Painting] = []
    for painting in islice(paintings(plan, moments), MANY):
        keys.append(turned(painting, keys[-1]) if keys else painting)
    pictures = [np.frombuffer(key.raster(SIZE).rgb, np.uint8) / 255 for key in keys]
    still, moving, meant = [], [], []
    for (old, new), (was, now) in zip(pairwise(pictures), pairwise(scenes), strict=True):
        scene = np.abs(now - was).mean(-1)
        paint = np.abs(new - old).reshape(SIZE, SIZE, 3).mean(-1)
        rests = maximum_filter(scene, AROUND) < STILL
        still.append(paint[rests].mean() * 255)
        moving.append(paint[~rests].mean())
        meant.append(scene[~rests].mean())
    kept = [_kept(a, b) for a, b in pairwise(keys)]
    return float(np.mean(kept)), float(np.mean(still)), float(np.sum(moving) / np.sum(meant))


def _kept(a: Painting, b: Painting) -> float:
    """The share of the finest strokes that are in both, as far as they are there."""
    one, two = a.coats[-1].strokes, b.coats[-1].strokes
    _, mine, other = np.intersect1d(one.cell, two.cell, True, True)
    both = np.minimum(one.opacity[mine], two.opacity[other]).sum()
    return float(both / max(one.opacity.sum(), two.opacity.sum()))
