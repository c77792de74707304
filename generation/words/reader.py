"""Gather what the pieces of a prompt say into one understanding."""

from __future__ import annotations

from collections.abc import Iterator

from generation.words.colour import colours
from generation.words.lexicon import LOOKS, Sense
from generation.words.piece import Piece
from generation.words.source import table
from generation.words.subject import Side, without
from generation.words.understanding import Colour, Hint, Mood, Reading, Understanding

_TOLD = ("concept", *LOOKS, "colour", "trait", "mood", "count")


class Reader:
    """One prompt: its text as shown, its pieces, and the sides of its change."""

    def __init__(self, shown: str, pieces: list[Piece], sides: list[Side]) -> None:
        self._shown, self._pieces, self._sides = shown, pieces, sides
        self._mentions = [mention for side in sides for mention in side.mentions]
        self._left_out = {at for at in range(len(pieces)) if without(pieces, at)}

    def understanding(self) -> Understanding:
        """All of it."""
        first, last = self._sides[0].head, self._sides[-1].head
        is_change = len(self._sides) > 1
        looks = {kind: self._look(kind) for kind in LOOKS}
        return Understanding(
            concept=first.concept if first else None,
            becoming=last.concept if last and is_change else None,
            concepts=tuple(dict.fromkeys(mention.concept for mention in self._mentions)),
            **looks,
            count=self._count(),
            mood=self._mood(),
            hints=tuple(self._hints()),
            colours=tuple(self._colours()),
            read=tuple(self._read()),
            unread=tuple(self._written(piece) for piece in self._pieces if _is_unread(piece)),
        )

    def _senses(self, kind: str) -> Iterator[tuple[int, Sense]]:
        for at, piece in enumerate(self._pieces):
            if at not in self._left_out:
                yield from ((at, sense) for sense in piece.senses if sense.kind == kind)

    def _look(self, kind: str) -> str | None:
        """The first word that says only this, else the first that says this too."""
        found = list(self._senses(kind))
        return (
            min(found, key=lambda one: (self._is_broad(one[0]), one[0]))[1].meaning
            if found
            else None
        )

    def _is_broad(self, at: int) -> bool:
        return len({sense.kind for sense in self._pieces[at].senses} & set(LOOKS)) > 1

    def _count(self) -> str | None:
        """How many of what comes last; else of what comes first; else of anything."""
        found = {self._owner(at): sense.meaning for at, sense in reversed([*self._senses("count")])}
        heads = [side.head for side in reversed(self._sides) if side.head]
        for head in heads:
            if head.concept in found:
                return found[head.concept]
        if found:
            return next(reversed(found.values()))
        return "few" if any(head.is_plural for head in heads) else None

    def _mood(self) -> Mood | None:
        moods = table("lexicon/mood.toml")
        found = [moods[sense.meaning] for _, sense in self._senses("mood")]
        if not found:
            return None
        return Mood(
            sum(mood["valence"] for mood in found) // len(found),
            sum(mood["arousal"] for mood in found) // len(found),
        )

    def _hints(self) -> Iterator[Hint]:
        for at, sense in self._senses("trait"):
            owner = sense.of or self._owner(at)
            yield Hint(owner, sense.meaning, sense.value, is_kind=bool(sense.of))

    def _colours(self) -> Iterator[Colour]:
        for at, sense in self._senses("colour"):
            yield Colour(self._owner(at), sense.meaning, colours()[sense.meaning].hex)

    def _owner(self, at: int) -> str | None:
        """What an adjective belongs to: the next thing in its phrase, else the one before."""
        mentions = {mention.at: mention for mention in self._mentions}
        for other in range(at, len(self._pieces)):
            if other > at and (self._pieces[other].is_parted or _is_turn(self._pieces[other])):
                break
            if other in mentions:
                return mentions[other].concept
        for other in range(at, -1, -1):
            if other in mentions:
                return mentions[other].concept
            if self._pieces[other].is_parted or _is_change(self._pieces[other]):
                break
        return None

    def _read(self) -> Iterator[Reading]:
        for at, piece in enumerate(self._pieces):
            written = self._written(piece)
            if at in self._left_out and piece.has("concept"):
                yield Reading(written, "without", piece.meanings("concept")[0], piece.how)
                continue
            if len(self._sides) > 1 and _is_change(piece):
                yield Reading(written, "becoming", "becomes", piece.how)
            for sense in piece.senses:
                if sense.kind in _TOLD:
                    yield Reading(written, sense.kind, sense.meaning, piece.how, piece.similarity)

    def _written(self, piece: Piece) -> str:
        return self._shown[piece.start : piece.end]


def _is_change(piece: Piece) -> bool:
    return piece.has("becoming") or piece.has("origin")


def _is_turn(piece: Piece) -> bool:
    """Whether what follows is told of something else."""
    return _is_change(piece) or (piece.has("ground") and not piece.is_han)


def _is_unread(piece: Piece) -> bool:
    return not piece.senses and piece.is_word
