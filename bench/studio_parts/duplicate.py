"""Measure how surely copies of works are found, and how often different works are taken for one.

Copies are made of the painter's works in the ways of `copied`; each is looked for among all of them
as the marketplace does it: candidates by hash, layout and look, then edges laid over edges. Works
are painted as large as they are looked at, 256 pixels, in the manners that the style encoder learns
from. `ATELIER_BENCH_KEPT` may name a folder that keeps them; painting them takes a while.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generation.dice import Dice
from generation.imprint.align import Layer
from generation.imprint.decode import trimmed
from generation.imprint.imprint import ALIKE, VIEWS, Imprint, compare, layer, taken
from generation.imprint.phash import TURNS
from generation.network.paintings import CHUNK, gather, is_painted
from generation.network.paintings import EACH as EACH_SCENE
from studio_parts.copied import COPIES
from studio_parts.figure import Figure

WORKS = 200
SCENES = 1600  # numbers of paintings among which works are taken that are there already
EACH = 16  # candidates of each kind, as the marketplace looks at
LOOKED_AT = 1  # of a copy's candidates that are not its original: what costs is how they fit
Table = NDArray[np.float64]


def measure() -> Iterator[Figure]:
    """Different works first, then copies, one way after the other."""
    kept = os.environ.get("ATELIER_BENCH_KEPT")
    with tempfile.TemporaryDirectory() as none:
        works = list(painted(Path(kept or none) / "paintings"))
    gallery = Gallery([taken(_small(work)) for work in works])
    yield Figure("duplicate_works", len(works), at_least=200)
    yield Figure("duplicate_threshold", ALIKE, "/1000")
    fits = np.array([gallery.nearest(number) for number in range(len(works))])
    yield Figure("duplicate_fpr", _share(fits >= ALIKE), at_most=0.02)
    for name, way in COPIES.items():
        copies = [way(work, Dice("copies", name, number)) for number, work in enumerate(works)]
        found = [gallery.look(number, copy) for number, copy in enumerate(copies)]
        missed = np.array([not one.is_found for one in found])
        yield Figure(f"duplicate_fnr_{name}", _share(missed), at_most=LIMITS[name])
        yield Figure(f"duplicate_fpr_{name}", _share(np.array([one.is_wrong for one in found])))
        for kind in ("hash", "layout", "look"):
            lost = np.array([kind not in one.by for one in found])
            yield Figure(f"duplicate_fnr_{name}_by_{kind}", _share(lost))


# What is promised of each way to copy.
LIMITS = dict.fromkeys(COPIES, 0.05) | {"text": 0.15, "several": 0.40}


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a copy: whether its original was found, another work, and by what."""

    is_found: bool
    is_wrong: bool
    by: frozenset[str]


class Gallery:
    """Works' imprints, searched without an index."""

    def __init__(self, imprints: list[Imprint]) -> None:
        self._imprints = imprints
        self._layers = [layer(one.edges, one.height) for one in imprints]
        self._hashes = np.array([one.hashes for one in imprints], np.uint64).reshape(-1, 2, VIEWS)
        self._layouts = np.array([one.layouts[0] for one in imprints])
        self._looks = np.array([one.looks[0] if one.looks else () for one in imprints])

    def nearest(self, number: int) -> int:
        """The best fit of a work with any other."""
        own, laid = self._imprints[number], self._layers[number]
        others = set().union(*self._candidates(own).values()) - {number}
        return max(compare(laid, self._layers[one]).permille for one in others)

    def look(self, number: int, copy: Image.Image) -> Found:
        """Look for a copy of a work."""
        imprint = taken(_small(copy))
        laid = layer(imprint.edges, imprint.height)
        candidates = self._candidates(imprint)
        by = frozenset(kind for kind, found in candidates.items() if number in found)
        others = [one for found in candidates.values() for one in found if one != number]
        wrong = (self._fits(laid, one) for one in dict.fromkeys(others[:: EACH // LOOKED_AT]))
        return Found(bool(by) and self._fits(laid, number), any(wrong), by)

    def _fits(self, laid: Layer, number: int) -> bool:
        return compare(laid, self._layers[number]).permille >= ALIKE

    def _candidates(self, imprint: Imprint) -> dict[str, list[int]]:
        """The works that may be what a picture shows, by what they were found."""
        sought = np.array(imprint.sought, np.uint64).reshape(2, VIEWS, TURNS)
        planes = [_first(self._distances(sought[at], self._hashes[:, at])) for at in (0, 1)]
        found = {
            "hash": [*planes[0], *planes[1]],
            "layout": _by_vectors(self._layouts, imprint.layouts),
        }
        if imprint.looks:
            found["look"] = _by_vectors(self._looks, imprint.looks)
        return found

    def _distances(self, sought: NDArray[np.uint64], held: NDArray[np.uint64]) -> Table:
        """To each work (N, VIEWS): one of both pictures is always seen as a whole."""
        whole = np.bitwise_count(sought[0][:, None, None] ^ held).min((0, 2))
        parts = np.bitwise_count(sought.ravel()[:, None] ^ held[:, 0]).min(0)
        return np.minimum(whole, parts).astype(np.float64)


def painted(folder: Path) -> Iterator[Image.Image]:
    """Works of as many scenes, each in a manner of its own; those that are kept come first."""
    starts = sorted(range(0, SCENES, CHUNK), key=lambda start: not is_painted(folder, start))
    for start in starts[: -(-WORKS * EACH_SCENE // CHUNK)]:
        (chunk,) = gather(folder, start, CHUNK)
        yield from (Image.fromarray(picture) for picture in chunk.pictures[::EACH_SCENE])


def _small(picture: Image.Image) -> NDArray[np.uint8]:
    """As the marketplace decodes it."""
    small = picture.copy()
    small.thumbnail((256, 256), Image.Resampling.BOX)
    return trimmed(np.asarray(small))


def _by_vectors(held: Table, sought: tuple[tuple[float, ...], tuple[float, ...]]) -> list[int]:
    half = EACH // 2
    return [one for vector in sought for one in _first(-(held @ np.array(vector)), half)]


def _first(distances: Table, count: int = EACH) -> list[int]:
    return [int(one) for one in np.argsort(distances, kind="stable")[:count]]


def _share(found: NDArray[np.bool_]) -> float:
    return round(float(found.mean()), 4)
