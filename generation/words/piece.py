"""Cut a prompt into the longest pieces that the lexicon knows; what is left over is unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generation.words.english import is_plural, stems
from generation.words.fold import Folded, fold, is_han
from generation.words.lexicon import TOKEN, Lexicon, Sense
from generation.words.understanding import How

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PART = re.compile(rf"[{_HAN}]+|{TOKEN.pattern}|->|=>|[^\s\-]")
_BETWEEN = re.compile(r"[\s\-]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a prompt and what it may mean; `parted` if something parts it from the one before."""

    start: int
    end: int
    plain: str
    senses: tuple[Sense, ...] = ()
    how: How = "exact"
    similarity: int = 1000
    is_plural: bool = False
    is_verb: bool = False  # an -ing or -ed form of its entry
    is_parted: bool = False

    @property
    def is_han(self) -> bool:
        return is_han(self.plain[0])

    @property
    def is_word(self) -> bool:
        """Whether it could mean something: a letter by itself, or a number, does not."""
        return self.is_han or (len(self.plain) > 1 and not self.plain[0].isdecimal())

    def has(self, kind: str) -> bool:
        return any(sense.kind == kind for sense in self.senses)

    def meanings(self, kind: str) -> list[str]:
        return [sense.meaning for sense in self.senses if sense.kind == kind]


def pieces(text: str, lexicon: Lexicon) -> tuple[Folded, list[Piece]]:
    """The prompt cut up, in the order in which it is written; punctuation only parts."""
    folded = fold(text)
    found: list[Piece] = []
    end, is_parted = 0, True
    for run in _runs(folded.plain):
        is_parted = is_parted or bool(_BETWEEN.sub("", folded.plain[end : run[0].start()]))
        end = run[-1].end()
        cut = list(_cut(run, lexicon))
        if not cut:
            is_parted = True
            continue
        found += [replace(cut[0], is_parted=is_parted), *cut[1:]]
        is_parted = False
    return folded, found


def _runs(plain: str) -> Iterator[list[re.Match[str]]]:
    """Chinese by itself, signs by themselves, neighbouring English tokens together."""
    found = list(_PART.finditer(plain))
    for is_token, group in groupby(found, lambda part: bool(TOKEN.fullmatch(part.group()))):
        if is_token:
            yield list(group)
        else:
            yield from ([part] for part in group)


def _cut(run: list[re.Match[str]], lexicon: Lexicon) -> Iterator[Piece]:
    first = run[0].group()
    if is_han(first[0]):
        yield from _chinese(first, run[0].start(), lexicon)
    elif TOKEN.fullmatch(first):
        yield from _english(run, lexicon)
    elif senses := lexicon.senses.get(first):
        yield Piece(run[0].start(), run[0].end(), first, senses)


def _english(run: list[re.Match[str]], lexicon: Lexicon) -> Iterator[Piece]:
    """Longest entry first, from the left."""
    at = 0
    while at < len(run):
        for length in range(min(lexicon.most_tokens, len(run) - at), 0, -1):
            if piece := _entry(run[at : at + length], lexicon):
                break
        else:
            length, piece = 1, _unknown(run[at])
        yield piece
        at += length


def _entry(parts: list[re.Match[str]], lexicon: Lexicon) -> Piece | None:
    """These tokens as one entry: as written, written together, or with the last in plain form."""
    tokens = [part.group() for part in parts]
    start, end, plain = parts[0].start(), parts[-1].end(), " ".join(tokens)
    if senses := lexicon.senses.get(plain):
        return Piece(start, end, plain, senses)
    is_odd = any(token not in lexicon.senses for token in tokens)
    if is_odd and (senses := lexicon.senses.get("".join(tokens))):
        return Piece(start, end, plain, senses)
    *before, last = tokens
    for stem in stems(last):
        if senses := lexicon.senses.get(" ".join([*before, stem])):
            is_verb = last.endswith(("ing", "ed"))
            is_many = is_plural(last, stem)
            return Piece(start, end, plain, senses, "inflected", 1000, is_many, is_verb)
    return None


def _unknown(part: re.Match[str]) -> Piece:
    word = part.group()
    senses = (Sense("count", _amount(int(word[:4]))),) if word.isdecimal() and int(word) else ()
    return Piece(part.start(), part.end(), word, senses)


def _amount(number: int) -> str:
    return "one" if number == 1 else "pair" if number == 2 else "few" if number < 7 else "swarm"


def _chinese(text: str, start: int, lexicon: Lexicon) -> Iterator[Piece]:
    """The cheapest cut: fewest characters unread, then fewest pieces, longest first."""
    best = [(0, 0, 0)] * (len(text) + 1)  # from here on: unread, cost, length of the first
    for at in range(len(text) - 1, -1, -1):
        options = [(best[at + 1][0] + 1, best[at + 1][1] + 1, 1)]
        for length in range(1, min(lexicon.most_characters, len(text) - at) + 1):
            if cost := _cost(text[at : at + length], lexicon):
                unread, others, _ = best[at + length]
                options.append((unread, others + cost, length))
        best[at] = min(options, key=lambda option: (*option[:2], -option[2]))
    at = 0
    while at < len(text):
        end = at + best[at][2]
        if end == at + 1 and not _cost(text[at:end], lexicon):
            while end < len(text) and best[end][2] == 1 and not _cost(text[end], lexicon):
                end += 1
        yield Piece(start + at, start + end, text[at:end], lexicon.senses.get(text[at:end], ()))
        at = end


def _cost(word: str, lexicon: Lexicon) -> int:
    """Words of the lexicon are cut out rather than those it does not explain; 0 is no word."""
    if word in lexicon.senses or word in lexicon.ordinary:
        return 1
    return 3 if word in lexicon.leaning else 0
