"""Fold a text so that what means the same is written the same, character by character."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from generation.words.source import table

_APOSTROPHES = dict.fromkeys("\u2019\u2018\u02bc\u0060\u00b4", "'")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is shown and as it is looked up; both of the same length."""

    shown: str
    plain: str


def fold(text: str) -> Folded:
    """NFKC, then each character alone: small, without accents, simplified where it is Chinese."""
    shown = unicodedata.normalize("NFKC", text)
    return Folded(shown, "".join(map(_plain, shown)))


def is_han(character: str) -> bool:
    """Whether it is written as Chinese is."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


@cache
def _plain(character: str) -> str:
    if is_han(character):
        return _simplified().get(character, character)
    if character in _APOSTROPHES:
        return "'"
    small = character.casefold()
    bare = unicodedata.normalize("NFD", small)[:1]
    return bare if bare.isascii() and bare.isalpha() else small[:1]


@cache
def _simplified() -> dict[str, str]:
    pairs = table("lexicon/traditional.toml")
    return dict(zip(pairs["traditional"], pairs["simplified"], strict=True))
