"""Turn a prompt into an `Understanding`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from generation.words import embedding
from generation.words.context import resolved
from generation.words.english import stems
from generation.words.lexicon import Lexicon, lexicon
from generation.words.piece import Piece, pieces
from generation.words.reader import Reader
from generation.words.subject import sides
from generation.words.understanding import Understanding


@lru_cache(maxsize=512)
def understand(text: str) -> Understanding:
    """What the text asks for, which word was read as what, and which were not understood.

    English and Chinese, simplified or traditional, may be mixed. Never raises: a text that says
    nothing gives an understanding that holds nothing. Equal texts give equal results everywhere.
    """
    lore = lexicon()
    folded, cut = pieces(text, lore)
    found = [piece if piece.senses else _guessed(piece, lore) for piece in resolved(cut)]
    told = sides(found)
    if not any(side.mentions for side in told):
        found = _together(found)
        told = sides(found)
    return Reader(folded.shown, found, told).understanding()


def _guessed(piece: Piece, lore: Lexicon) -> Piece:
    """What an unknown word may be: a known one misspelt, or a neighbour of one."""
    if entry := lore.respelt(piece.plain):
        senses = tuple(sense for sense in lore.senses[entry] if not sense.is_cued)
        alike = 1000 * (len(entry) - 1) // len(entry)
        if senses:
            return replace(piece, senses=senses, how="near", similarity=alike)
    if not piece.is_word:
        return piece
    forms = [piece.plain, *(() if piece.is_han else stems(piece.plain))]
    leanings = [found for form in forms if (found := embedding.leaning([form]))]
    if not leanings:
        return piece
    sense, alike = max(leanings, key=lambda leaning: leaning[1])
    return replace(piece, senses=(sense,), how="near", similarity=alike)


def _together(found: list[Piece]) -> list[Piece]:
    """Words that are unread alone may lean to one subject together."""
    words = [piece.plain for piece in found if not piece.senses and piece.is_word]
    leaning = embedding.leaning(words) if len(words) > 1 else None
    if leaning is None or leaning[0].kind != "concept":
        return found
    sense, alike = leaning
    return [
        replace(piece, senses=(sense,), how="near", similarity=alike)
        if not piece.senses and piece.is_word
        else piece
        for piece in found
    ]
