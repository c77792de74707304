"""Turn a text into features: n-grams of its words, and what the lexicon reads it as.

N-grams are hashes into a table of learnt rows; they carry what the lexicon does not hold. What the
lexicon reads is the same in English and in Chinese, and is marked name by name; a name that no
network has learnt (a concept younger than the weights) has no mark: it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generation.words import understand
from generation.words.embedding import features
from generation.words.fold import fold, is_han
from generation.words.lexicon import TOKEN

ROWS = 4096
MOST = 160  # n-grams; further ones are left out
KINDS = ("concept", "palette", "light", "layout")


@lru_cache(maxsize=4096)
def grams(text: str) -> tuple[int, ...]:
    """Rows of a text's n-grams, whole numbers below ROWS."""
    return tuple(hash_ % ROWS for word in _words(text) for hash_ in features(word))[:MOST]


@lru_cache(maxsize=4096)
def marks(text: str, known: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Which of the known names, listed for each of KINDS, a text asks for: places in one row."""
    found, start, places = understand(text), 0, []
    for kind, names in zip(KINDS, known, strict=True):
        if getattr(found, kind) in names:
            places.append(start + names.index(getattr(found, kind)))
        start += len(names)
    return tuple(places)


def listed(names: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Names by kind, as `marks` wants them."""
    return tuple(tuple(names[kind]) for kind in KINDS)


def mean(table: NDArray[np.float64], rows: Iterable[int]) -> NDArray[np.float64]:
    """The mean of rows of a table (ROWS, W); zeros where there are none."""
    chosen = list(rows)
    return table[chosen].mean(0) if chosen else np.zeros(table.shape[1])


def _words(text: str) -> list[str]:
    """Its English words, and each run of Chinese characters as one."""
    words: list[str] = []
    run = ""
    plain = fold(text).plain
    for character in (*plain, " "):
        if is_han(character):
            run += character
        elif run:
            words, run = [*words, run], ""
    return words + [
        token.group() for token in TOKEN.finditer(plain) if not is_han(token.group()[0])
    ]
