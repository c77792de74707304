"""Turn a prompt into features: n-grams of its words, and what the lexicon reads it as.

Both are hashes into one table of learnt rows. What a word means comes from `generation.words`, so
English and Chinese share those features; n-grams carry what the lexicon does not hold. A meaning
that no network has learnt (a concept younger than the weights) has a row of zeros: it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generation.words import understand
from generation.words.embedding import features
from generation.words.fold import fold, is_han
from generation.words.lexicon import TOKEN

ROWS = 4096
MOST = 160  # features of either kind; further ones are left out
KINDS = ("concept", "becoming", "palette", "light", "layout", "count", "trait", "mood", "colour")


@dataclass(frozen=True, slots=True)
class Said:
    """Rows of a text's n-grams and of its meanings; (n,) and (m,) whole numbers below ROWS."""

    grams: tuple[int, ...]
    meanings: tuple[int, ...]


@lru_cache(maxsize=4096)
def said(text: str, *chosen: str) -> Said:
    """The features of a text; `chosen` are meanings beside it, written as `kind:name`."""
    grams = [hash_ % ROWS for word in _words(text) for hash_ in features(word)]
    found = [f"{one.kind}:{one.meaning}" for one in understand(text).read if one.kind in KINDS]
    found = [one for one in found if not _is_replaced(one, chosen)]
    meanings = [row(one) for one in dict.fromkeys((*found, *chosen))]
    return Said(tuple(grams[:MOST]), tuple(meanings[:MOST]))


def row(meaning: str) -> int:
    """The row of a meaning such as `concept:rose`."""
    return features(f"={meaning}=")[-1] % ROWS


def mean(table: NDArray[np.float64], rows: Iterable[int]) -> NDArray[np.float64]:
    """The mean of rows of a table (ROWS, W); zeros where there are none."""
    chosen = list(rows)
    return table[chosen].mean(0) if chosen else np.zeros(table.shape[1])


def _is_replaced(meaning: str, chosen: tuple[str, ...]) -> bool:
    kind = meaning.partition(":")[0]
    return any(one.partition(":")[0] == kind for one in chosen)


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
