"""Write a scene's parameters as a point of 64 numbers, and read them from a point again.

Names become directions: a concept one that its name alone throws, so that concepts may come and go;
palette, light, layout and setting one axis each. Traits lie on axes of their own, in the concept's
order. Numbers are scaled so that each axis has about unit variance, as the noise has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.exact import fixed
from generation.painter.concept.catalogue import Setting
from generation.painter.hour import HOURS
from generation.painter.layout import LAYOUTS
from generation.painter.palette import PALETTES

Point = NDArray[np.float64]  # (..., WIDTH)

WIDTH, CODE, TRAITS = 64, 18, 12
AXES: dict[str, tuple[str, ...]] = {
    "palette": tuple(palette.name for palette in PALETTES)[:12],
    "light": tuple(hour.name for hour in HOURS)[:8],
    "layout": tuple(layout.name for layout in LAYOUTS)[:8],
    "setting": tuple(get_args(Setting))[:6],
}
ON, OFF = 2.5, -0.25
MIDDLE, SPREAD = 500, 290  # of a trait, per mille


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a point stands for; traits are the first ones of the concept, per mille, (TRAITS,)."""

    concept: str
    palette: str
    light: str
    layout: str
    setting: str
    traits: tuple[int, ...]


def point(one: Leaning) -> Point:
    """The point of these parameters, (WIDTH,); of fewer traits the rest is 0."""
    parts = [code(one.concept)]
    for kind, names in AXES.items():
        parts.append(np.array([ON if name == getattr(one, kind) else OFF for name in names]))
    traits = np.array(one.traits[:TRAITS], np.float64)
    parts.append(np.pad((traits - MIDDLE) / SPREAD, (0, TRAITS - len(traits))))
    return np.concatenate(parts)


def leaning(at: Point, concepts: Sequence[str]) -> Leaning:
    """What a point stands for among these concepts; branches read the rounded point alone."""
    whole = fixed(at)
    codes = np.stack([fixed(code(name)) for name in concepts])
    found = {"concept": concepts[int(np.argmax(codes @ whole[:CODE]))]}
    start = CODE
    for kind, names in AXES.items():
        found[kind] = names[int(np.argmax(whole[start : start + len(names)]))]
        start += len(names)
    traits = np.clip(np.rint(whole[-TRAITS:] / (1 << 16) * SPREAD + MIDDLE), 0, 1000)
    return Leaning(**found, traits=tuple(int(value) for value in traits))


@cache
def code(concept: str) -> Point:
    """The direction of a concept's name, (CODE,), of length sqrt(CODE)."""
    thrown = Dice("concept code", concept).bell(CODE)
    return np.asarray(thrown * np.sqrt(CODE / (thrown * thrown).sum()))


if CODE + sum(map(len, AXES.values())) + TRAITS != WIDTH:
    raise TypeError(f"the axes of a scene do not add up to {WIDTH}")
