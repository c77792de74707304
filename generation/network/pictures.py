"""Keep drawn samples in a folder, so that the dual encoder and its judge need them drawn once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generation.network.data import CONCEPTS, Sample, picture, sample
from generation.painter.concept.concept import concept

CHUNK = 64


def drawn(
    folder: Path, split: str, count: int, first: int = 0, among: tuple[str, ...] = CONCEPTS
) -> Iterator[tuple[Sample, NDArray[np.uint8]]]:
    """Samples of a split from a number on with their pictures; drawn where the folder has none."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(first, first + count, CHUNK):
        found = [sample(number, split, among) for number in range(start, start + CHUNK)]
        path = _path(folder, split, start, among)
        if not path.exists():
            part = path.with_suffix(".part.npy")
            np.save(part, np.stack([picture(one.plan) for one in found]))
            part.replace(path)
        yield from zip(found, np.load(path), strict=True)


def is_drawn(folder: Path, split: str, start: int) -> bool:
    """Whether the folder holds the chunk that begins with a number."""
    return _path(folder, split, start, CONCEPTS).exists()


def _path(folder: Path, split: str, start: int, among: tuple[str, ...]) -> Path:
    return folder / f"{split}-{_catalogue(among)}-{start:06d}.npy"


@cache
def _catalogue(among: tuple[str, ...]) -> str:
    """Names what a number means: with other concepts or traits it stands for another sample."""
    known = [(name, [trait.name for trait in concept(name).traits]) for name in among]
    return hashlib.sha256(repr(known).encode()).hexdigest()[:8]
