"""Choose among what a word may mean by the words beside it: a rose, a rose palette."""

from __future__ import annotations

from dataclasses import replace

from generation.words.lexicon import LOOKS, Sense
from generation.words.piece import Piece

_LINKS = ("的", "之", "of")


def resolved(pieces: list[Piece]) -> list[Piece]:
    """The same pieces with the senses that hold here; cued ones hold beside their cue alone."""
    return [replace(piece, senses=_senses(pieces, at)) for at, piece in enumerate(pieces)]


def _senses(pieces: list[Piece], at: int) -> tuple[Sense, ...]:
    """The moon of a moon sky is there, the rose of a rose palette is not."""
    piece = pieces[at]
    cues = {*_cues_after(pieces, at), *_cues_before(pieces, at)}
    asked = [kind for kind in LOOKS if kind in cues and piece.has(kind)]
    if not asked:
        return tuple(sense for sense in piece.senses if not sense.is_cued)
    kept = {asked[0], "mood", "concept" if asked[0] == "light" else "colour"}
    return tuple(sense for sense in piece.senses if sense.kind in kept)


def _cues_after(pieces: list[Piece], at: int) -> list[str]:
    """What the next piece announces, as "palette" does in "amber palette"."""
    after = at + 1
    while after < len(pieces) and pieces[after].plain in _LINKS:
        after += 1
    if after == len(pieces) or pieces[after].is_parted:
        return []
    return pieces[after].meanings("cue")


def _cues_before(pieces: list[Piece], at: int) -> list[str]:
    """What the piece before announces: "palette of amber", or "palette: amber"."""
    before = at - 1
    while before >= 0 and pieces[before].plain in _LINKS:
        before -= 1
    if before < 0:
        return []
    cue = pieces[before]
    is_open = before < at - 1 or cue.plain.endswith(" of") or cue.is_parted
    return cue.meanings("cue") if is_open else []
