"""Lean a scene's open choices towards a text: a rectified flow from noise to scene parameters.

A straight path leads from a point of noise to a point of parameters (Liu et al. 2022, "Flow
straight and fast"); the network says where it ends, given the text and how far it has come. One
point of noise is one work: the inner space in which works are guided and bred. Canonical on every
machine: float64, products, sums and roots alone, rounded after each step; torch only trains it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.exact import UNIT, fixed
from generation.network.place import load
from generation.network.told import Told, told
from generation.network.vector import WIDTH, Leaning, Point, leaning

NAME = "flow"
STEPS = 16
TENTS = 9  # how the moment is told to the network
TABLE = 64  # numbers in a row of the table of words
INNER = 1000  # the parameter `inner` counts in thousandths


@dataclass(frozen=True)
class Flow:
    """The network: a table of words, and layers as (weight (out, in), bias (out,))."""

    concepts: Mapping[str, tuple[str, ...]]  # that it knows, with their traits; else ask the rules
    table: NDArray[np.float64]
    text: tuple[tuple[NDArray[np.float64], NDArray[np.float64]], ...]
    way: tuple[tuple[NDArray[np.float64], NDArray[np.float64]], ...]
    direct: tuple[tuple[NDArray[np.float64], NDArray[np.float64]], ...]  # one, past all others

    def heard(self, words: Told) -> tuple[NDArray[np.float64], Point]:
        """What the text says, as the network sees it, and what it says at once of the end."""
        rows = self.table[list(words.words)].sum(0) if words.words else np.zeros(TABLE)
        seen = np.concatenate([rows, words.reading])
        ((weight, bias),) = self.direct
        at_once = settled(weight @ seen + bias)
        for weight, bias in self.text:
            seen = bend(weight @ settled(seen) + bias)
        return settled(seen), at_once

    def point(self, noise: Point, words: Told) -> Point:
        """Where the path from a point of noise ends, (WIDTH,)."""
        at, (heard, at_once) = settled(noise), self.heard(words)
        for step in range(STEPS):
            end = self.end(at, step / STEPS, heard) + at_once
            at = settled(at + (end - at) / (STEPS - step))
        return at

    def end(self, at: Point, moment: float, heard: NDArray[np.float64]) -> Point:
        """Where the path seems to end, seen from a point at a moment, beside what is said of it."""
        seen = np.concatenate([at, tents(np.array(moment)), heard])
        *inner, (weight, bias) = self.way
        for inner_weight, inner_bias in inner:
            seen = bend(inner_weight @ seen + inner_bias)
        return np.asarray(weight @ seen + bias)


def lean(text: str, chosen: Sequence[str], noise: Point) -> Leaning:
    """The parameters that a text and choices such as `concept:rose` lean to from a noise point."""
    network = flow()
    return leaning(network.point(noise, told(text, *chosen)), tuple(network.concepts))


def noise(inner: Sequence[int], dice: Dice) -> Point:
    """The inner point that a recipe names in thousandths, or one that its dice throw, (WIDTH,)."""
    return np.array(inner, np.float64) / INNER if len(inner) else dice.stage("inner").bell(WIDTH)


def tents(moment: NDArray[np.float64]) -> NDArray[np.float64]:
    """A moment from 0 to 1 as tents over it, (..., TENTS)."""
    return np.maximum(0.0, 1.0 - np.abs(moment[..., None] * (TENTS - 1) - np.arange(TENTS)))


def bend(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Squareplus (Barron 2021): a soft corner that is exact everywhere: only a root is taken."""
    return np.asarray((x + np.sqrt(x * x + 4.0)) / 2)


def settled(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rounded, so that the last bits of a sum cannot matter."""
    return np.asarray(fixed(x) / UNIT)


@cache
def flow() -> Flow:
    """The weights that ship with this release; raises `WeightsRefused` where they are not there."""
    arrays = load(NAME).arrays
    whole = {name: np.asarray(array, np.float64) for name, array in arrays.items()}
    known = json.loads(bytes(np.asarray(arrays["concepts"], np.uint8)).decode())
    concepts = {name: tuple(traits) for name, traits in known.items()}
    parts = (layers(whole, part) for part in ("text", "way", "direct"))
    return Flow(concepts, whole["table"], *parts)


def layers(
    arrays: dict[str, NDArray[np.float64]], part: str
) -> tuple[tuple[NDArray[np.float64], NDArray[np.float64]], ...]:
    """The layers of a part, first to last."""
    count = sum(name.startswith(f"{part}.") and name.endswith(".weight") for name in arrays)
    return tuple((arrays[f"{part}.{k}.weight"], arrays[f"{part}.{k}.bias"]) for k in range(count))
