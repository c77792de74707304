"""Find what a prompt is about: the things it names, which matter, and what becomes what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generation.words.piece import Piece

_PLACES = tuple("边畔岸滩间上下里中旁")  # a Chinese word that ends so says where
_THEN = ("then", "finally", "然后", "最后", "再")
_SUBJECT, _GROUND, _WEAK = range(3)


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept at a place in the prompt; of lower `rank` is what the prompt is rather about."""

    concept: str
    at: int
    rank: int
    is_plural: bool


@dataclass(slots=True)
class Side:
    """One state of the change: the pieces it is told in, and the things they name."""

    start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)

    @property
    def head(self) -> Mention | None:
        """What this side is about: the strongest thing, of equals the first."""
        return min(self.mentions, key=lambda mention: mention.rank, default=None)


def sides(pieces: list[Piece]) -> list[Side]:
    """The states of the change, in its order; a prompt without one has a single side."""
    cuts = [at for at, piece in enumerate(pieces) if piece.has("becoming")]
    cuts += [at for at, piece in enumerate(pieces) if piece.has("origin")]
    cuts += _from_to(pieces)
    if cuts:
        cuts += [at for at, piece in enumerate(pieces) if at > min(cuts) and piece.plain in _THEN]
    edges = [-1, *sorted(set(cuts)), len(pieces)]
    found = [Side(start + 1, end) for start, end in pairwise(edges)]
    for side in found:
        side.mentions = list(_mentions(pieces, side))
    if len(found) == 2 and pieces[found[0].end].has("origin"):
        found.reverse()
    return _merged(found)


def without(pieces: list[Piece], at: int) -> bool:
    """Whether the prompt asks to leave this piece out."""
    before = at - 1
    while before >= 0 and not pieces[before + 1].is_parted:
        if pieces[before].has("without"):
            return True
        if not (pieces[before].has("stop") or pieces[before].has("colour")):
            return False
        before -= 1
    return False


def _from_to(pieces: list[Piece]) -> list[int]:
    """Where "to" stands in "from a cloud to a rose"."""
    starts = [at for at, piece in enumerate(pieces) if piece.has("between")]
    ends = [at for at, piece in enumerate(pieces) if piece.has("towards")]
    named = [at for at, piece in enumerate(pieces) if piece.has("concept")]
    return [
        end
        for end in ends
        if any(start < at < end for start in starts for at in named) and named[-1] > end
    ]


def _mentions(pieces: list[Piece], side: Side) -> Iterator[Mention]:
    for at in range(side.start, side.end):
        piece = pieces[at]
        senses = [sense for sense in piece.senses if sense.kind == "concept"]
        if not senses or without(pieces, at):
            continue
        if senses[0].is_weak or piece.is_verb:
            rank = _WEAK
        elif piece.how == "near" or _is_compound(pieces, at, side) or _is_place(pieces, at, side):
            rank = _GROUND
        else:
            rank = _SUBJECT
        yield Mention(_many(senses[0].meaning, pieces, at, side), at, rank, piece.is_plural)


def _many(concept: str, pieces: list[Piece], at: int, side: Side) -> str:
    """Many butterflies are a subject of their own."""
    if concept != "butterfly":
        return concept
    before = at - 1
    while before >= side.start and not pieces[before + 1].is_parted:
        if "swarm" in pieces[before].meanings("count"):
            return "swarm"
        if pieces[before].has("concept"):
            return concept
        before -= 1
    return concept


def _is_compound(pieces: list[Piece], at: int, side: Side) -> bool:
    """Whether it only says of which kind the next thing is: moon flower, 雨夜的钢琴."""
    piece = pieces[at]
    if at + 1 == side.end or pieces[at + 1].is_parted:
        return False
    if not piece.is_han:
        after = pieces[at + 1]
        is_thing = after.has("concept") and not after.is_verb and after.how != "near"
        return is_thing or piece.plain.endswith(("'s", "s'"))
    for after in pieces[at + 1 : side.end]:
        if after.is_parted or after.plain == "在":
            return False
        if after.has("ground"):
            return True
        if after.has("concept"):
            return after is pieces[at + 1] and after.how != "near"
    return False


def _is_place(pieces: list[Piece], at: int, side: Side) -> bool:
    """Whether it is only where something else is: under the moon, 河边, 在海上."""
    piece = pieces[at]
    if piece.is_han and len(piece.plain) > 1 and piece.plain.endswith(_PLACES):
        return True
    before = at - 1
    while before >= side.start and not pieces[before + 1].is_parted:
        if pieces[before].plain == "在" or (pieces[before].has("ground") and not piece.is_han):
            return True
        if pieces[before].has("concept"):
            return False
        before -= 1
    return False


def _merged(found: list[Side]) -> list[Side]:
    """Without the sides that name nothing, except where the change begins and ends."""
    return [side for at, side in enumerate(found) if side.mentions or at in (0, len(found) - 1)]
