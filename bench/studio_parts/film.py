"""Film a morph of eight seconds at 640 pixels, from recipe to MP4, and time the whole of it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import generation
from generation import motion
from generation.film import encode
from studio_parts.figure import Figure

SIZE, SECONDS, FPS = 640, 8, 24


def measure() -> Iterator[Figure]:
    """Cloud to butterfly, as the vision has it; the target is twelve minutes on two cores."""
    chosen = {"size": SIZE, "concept": "cloud", "becoming": "butterfly"}
    recipe = generation.compose("painter", chosen, seed=11)
    began = time.perf_counter()
    film = encode(motion.frames(recipe, "morph", SECONDS * FPS), fps=FPS)
    yield Figure("film_640_8s_s", round(time.perf_counter() - began, 1), "s", at_most=720)
    yield Figure("film_640_8s_mb", round(len(film.content) / 1e6, 2), "MB")
