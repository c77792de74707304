"""Say to the flow what a text asks for: what the lexicon reads plainly, and all words and pairs.

The reading is a vector like the flow's own points; words of traits ("stripes bold") are rows of a
learnt table, each alone and together with its neighbour. Chinese ones come by the lexicon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generation.network.vector import AXES, CODE, code
from generation.words import understand
from generation.words.embedding import features
from generation.words.fold import fold, is_han
from generation.words.lexicon import TOKEN

ROWS = 4096
MOST = 64  # words and pairs; further ones are left out
KINDS = ("palette", "light", "layout")
WIDTH = CODE + sum(len(AXES[kind]) for kind in KINDS)
EMPTY = frozenset(("a", "an", "and", "at", "by", "in", "of", "on", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class Told:
    """Rows of words and pairs, and the reading, (WIDTH,)."""

    words: tuple[int, ...]
    reading: NDArray[np.float64]


@lru_cache(maxsize=4096)
def told(text: str, *chosen: str) -> Told:
    """What a text says; `chosen` holds beside it and before it, each written as `kind:name`."""
    found = understand(text)
    read = {"concept": found.concept, **{kind: getattr(found, kind) for kind in KINDS}}
    names = {kind: name for kind, name in read.items() if name}
    return Told(rows(text), reading({**names, **dict(one.split(":") for one in chosen)}))


def rows(text: str) -> tuple[int, ...]:
    """Rows of the English words of a text and of pairs of neighbours between commas."""
    found: list[int] = []
    for part in fold(text).plain.replace("，", ",").split(","):
        words = [token for token in TOKEN.findall(part) if not is_han(token[0])]
        words = [word for word in words if word not in EMPTY]
        pairs = [" ".join(sorted(pair)) for pair in pairwise(words)]
        found += [row(word) for word in (*words, *pairs)]
    return tuple(found[:MOST])


def row(words: str) -> int:
    """The row of a word or of a pair."""
    return features(words)[-1] % ROWS


def reading(names: Mapping[str, str]) -> NDArray[np.float64]:
    """Concept, palette, light and layout as numbers, zeros where nothing is said: (WIDTH,)."""
    concept = names.get("concept")
    parts = [np.zeros(CODE) if concept is None else code(concept)]
    for kind in KINDS:
        parts.append(np.array([2.0 * (name == names.get(kind)) for name in AXES[kind]]))
    return np.concatenate(parts)
