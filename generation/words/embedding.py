"""Say which meaning a word leans to that the lexicon does not hold, and how far.

A word is the sum of the vectors of its n-grams (Bojanowski et al. 2017), a meaning is a vector, and
their likeness is the cosine, times the share of the word's n-grams that were ever seen. Everything
is whole numbers, so that no machine decides otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import isqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generation.weights import load
from generation.words.fold import is_han
from generation.words.lexicon import Sense

NAME, FOLDER = "words", Path(__file__).parent
WIDTH = 64
NOTHING = "nothing"
LEAST_ALIKE = 500  # per mille; chosen on bench/prompts/tuning.toml
GRAMS = (3, 4, 5)
WHOLE = 3  # how often the whole word counts beside its n-grams

_OFFSET, _PRIME = 0x811C9DC5, 0x01000193


@dataclass(frozen=True)
class Embedding:
    """Rows of known n-grams, sorted by hash, and one row for each meaning."""

    hashes: NDArray[np.uint16]  # (N,)
    vectors: NDArray[np.int8]  # (N, WIDTH)
    meanings: NDArray[np.int8]  # (M, WIDTH)
    senses: tuple[Sense, ...]  # of the M meanings

    def nearest(self, words: Iterable[str]) -> tuple[Sense, int] | None:
        """The meaning that the words together lean to, and their likeness per mille."""
        asked = np.array([hash_ for word in words for hash_ in features(word)], np.uint16)
        at = np.searchsorted(self.hashes, asked).clip(max=len(self.hashes) - 1)
        known = at[self.hashes[at] == asked]
        if not len(known):
            return None
        total = self.vectors[known].astype(np.int64).sum(0)
        meanings = self.meanings.astype(np.int64)
        towards = [int(x) for x in meanings @ total]
        lengths = [int(x) for x in (meanings * meanings).sum(1)]
        own = int(total @ total)
        alike = [
            isqrt(10**6 * dot * dot // max(1, own * length)) if dot > 0 else 0
            for dot, length in zip(towards, lengths, strict=True)
        ]
        best = max(range(len(alike)), key=lambda index: (alike[index], -index))
        return self.senses[best], alike[best] * len(known) // len(asked)


def leaning(words: Iterable[str]) -> tuple[Sense, int] | None:
    """What the words together lean to, if they lean far enough to anything the studio knows."""
    found = embedding().nearest(words)
    if found is None or found[1] < LEAST_ALIKE or found[0].kind == NOTHING:
        return None
    return found


def features(word: str) -> list[int]:
    """Hashes of a word's n-grams and, with more weight, of the word; 16 bits each."""
    if is_han(word[0]):
        grams = [word[at : at + n] for n in (1, 2) for at in range(len(word) - n + 1)]
        whole = [f"<{word}>"] * len(word)
    else:
        edged = f"<{word}>"
        grams = [edged[at : at + n] for n in GRAMS for at in range(len(edged) - n + 1)]
        whole = [edged] * WHOLE
    return [_hash(gram) for gram in (*grams, *whole)]


@cache
def embedding() -> Embedding:
    """The weights that ship with this release; raises `WeightsRefused` if they are others."""
    weights = load(FOLDER, NAME)
    arrays = weights.arrays
    return Embedding(
        np.asarray(arrays["hashes"], np.uint16),
        np.asarray(arrays["vectors"], np.int8),
        np.asarray(arrays["meanings"], np.int8),
        tuple(Sense(*name.split(":")) for name in json.loads(weights.notes["meanings"])),
    )


def _hash(gram: str) -> int:
    """FNV-1a (Fowler, Noll, Vo), 32 bits folded to 16."""
    value = _OFFSET
    for byte in gram.encode():
        value = (value ^ byte) * _PRIME & 0xFFFFFFFF
    return value >> 16 ^ value & 0xFFFF
