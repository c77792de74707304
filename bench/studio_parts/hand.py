"""Measure how well a painter's hand is read off a painting, and what comes of painting by it.

`ATELIER_BENCH_KEPT` may name a folder that keeps the paintings.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.network import style
from generation.network.paintings import SIDE, gather
from generation.network.style import Hand
from generation.network.texture import measures
from generation.painter.arrange import arrange
from generation.painter.scene import compose as composed
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.heed import canonical
from generation.painter.style.paint import paint, painted
from generation.recipe import compose
from studio_parts.figure import Figure

PAINTINGS, ANEW = 160, 16
FIRST_PAINTING = 100_000  # far from those that were learnt from
Table = NDArray[np.float64]


def measure() -> Iterator[Figure]:
    """How much of 24 numbers is read off paintings; the floor knows the style by its name."""
    with tempfile.TemporaryDirectory() as none:
        folder = Path(os.environ.get("ATELIER_BENCH_KEPT") or none) / "paintings"
        chunks = list(gather(folder, FIRST_PAINTING, PAINTINGS))
    wanted = np.concatenate([chunk.vectors for chunk in chunks])
    names = [str(name) for chunk in chunks for name in chunk.styles]
    found = np.stack([measures(p) for chunk in chunks for p in chunk.pictures])
    true = [Hand(name, tuple(v)) for name, v in zip(names, wanted.tolist(), strict=True)]
    read = style.hands(found)
    own = [Hand(name, canonical(BY_NAME[name], BY_NAME[name].vector)) for name in names]
    yield Figure("style_r2", _explained(wanted, _numbers(read)), at_least=0.85)
    yield Figure("style_r2_by_name", _explained(wanted, _numbers(own)))
    yield Figure("style_r2_by_colours", _explained(wanted, style.by_colours(found)))
    right = [hand.style == name for hand, name in zip(read, names, strict=True)]
    yield Figure("style_named", round(float(np.mean(right)), 3))
    yield from _anew(true[:ANEW], read[:ANEW], own[:ANEW], found.std(0) + 1e-3)


def _anew(
    true: Sequence[Hand], read: Sequence[Hand], own: Sequence[Hand], spread: Table
) -> Iterator[Figure]:
    """How far one scene by the hand that was read lies from the one by the true hand.

    In root mean squares of the measures' deviations; beside it, by the style's own hand.
    """
    right = _painted(true)
    for key, hands in (("style_anew", read), ("style_anew_by_name", own)):
        apart = (_painted(hands) - right) / spread
        yield Figure(key, round(float(np.sqrt((apart * apart).mean(1)).mean()), 3))


def _painted(hands: Sequence[Hand]) -> Table:
    """Measures of the same scene painted by each hand, with the same dice, (N, F)."""
    wanted = {"concept": "rose", "light": "morning", "size": 512}
    scene = composed(replace(arrange(compose("painter", wanted, seed=77)), size=SIDE))
    found = []
    for hand in hands:
        steps = paint(scene, BY_NAME[hand.style].by(hand.vector), Dice("bench", "anew"))
        pixels = np.frombuffer(painted(steps).raster(SIDE).rgb, np.uint8)
        found.append(measures(pixels.reshape(SIDE, SIDE, 3)))
    return np.stack(found)


def _numbers(hands: Sequence[Hand]) -> Table:
    return np.array([hand.vector for hand in hands], np.float64)


def _explained(wanted: NDArray[np.int64], got: Table) -> float:
    """R2 of all 24 numbers together, each from its own mean."""
    left = ((wanted - got) ** 2).sum()
    return round(float(1 - left / ((wanted - wanted.mean(0)) ** 2).sum()), 3)
