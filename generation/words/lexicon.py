"""Hold the bilingual lexicon: what each word may mean, and which words are known at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from generation.words.english import LEAST_SPELT, gaps, is_near, stems
from generation.words.fold import fold, is_han
from generation.words.source import entries, table

LOOKS = ("palette", "light", "layout", "style")
SMALL = ("becoming", "origin", "between", "towards", "without", "ground", "stop")
TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)*'?")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a word may mean; cued only beside a cue, weak if nothing stronger is there.

    A trait is `of` a concept where the word names a kind of it: the musk of a musk rose.
    """

    kind: str
    meaning: str
    value: int = 0
    is_cued: bool = False
    is_weak: bool = False
    of: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Senses by entry: English as tokens with a space between, Chinese simplified."""

    senses: Mapping[str, tuple[Sense, ...]]
    ordinary: frozenset[str]  # words that are known and mean nothing here
    leaning: frozenset[str]  # words that the embedding has learnt from

    @cached_property
    def most_tokens(self) -> int:
        return max(entry.count(" ") for entry in self.senses if not is_han(entry[0])) + 1

    @cached_property
    def most_characters(self) -> int:
        words = (*self.senses, *self.ordinary, *self.leaning)
        return max(len(word) for word in words if is_han(word[0]))

    def respelt(self, word: str) -> str | None:
        """The entry one letter away from a word that is itself none; None if there is no such."""
        if len(word) < LEAST_SPELT or word in self.ordinary or word in self.leaning:
            return None
        found = {entry for gap in gaps(word) for entry in self._by_gap.get(gap, ())}
        near = [entry for entry in found if is_near(word, entry)]
        return min(near, key=lambda entry: (entry[0] != word[0], entry)) if near else None

    @cached_property
    def _by_gap(self) -> Mapping[str, list[str]]:
        """Words that matter, by what is left when any letter is dropped (Garbe's SymSpell)."""
        found = defaultdict(list)
        for entry, senses in self.senses.items():
            is_word = entry.isalpha() and entry.isascii() and len(entry) >= LEAST_SPELT - 1
            if is_word and any(sense.kind not in SMALL for sense in senses):
                for gap in gaps(entry):
                    found[gap].append(entry)
        return found


def key(entry: str) -> str:
    """How an entry is looked up."""
    plain = fold(entry).plain
    return plain if is_han(plain[0]) else " ".join(TOKEN.findall(plain)) or plain


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with this release."""
    senses: dict[str, dict[Sense, None]] = defaultdict(dict)
    for entry, sense in _all():
        senses[key(entry)].setdefault(sense)
    for entry in [entry for entry in senses if " " in entry]:
        for sense in _named_in(entry, senses):
            senses[entry].setdefault(sense)
    return Lexicon(
        {entry: tuple(found) for entry, found in senses.items()},
        frozenset({key(word) for word in _ordinary()} - senses.keys()),
        frozenset({key(word) for word in _leaning()} - senses.keys()),
    )


def _all() -> Iterator[tuple[str, Sense]]:
    for name, words in table("lexicon/concept.toml").items():
        yield from _entries(words, Sense("concept", name))
    look = table("lexicon/look.toml")
    for kind in LOOKS:
        for name, words in look[kind].items():
            yield from _entries(words, Sense(kind, name))
    for kind in ("colour", "mood"):
        for name, words in table(f"lexicon/{kind}.toml").items():
            yield from _entries(words, Sense(kind, name))
    for name, hints in table("lexicon/trait.toml").items():
        for hint in hints:
            yield from _entries(hint, Sense("trait", name, hint["value"]))
    for concept, traits in table("lexicon/kind.toml").items():
        for name, kinds in traits.items():
            for kind in kinds:
                yield from _entries(kind, Sense("trait", name, kind["value"], of=concept))
    yield from _grammar(table("lexicon/grammar.toml"))


def _named_in(entry: str, senses: Mapping[str, Mapping[Sense, None]]) -> Iterator[Sense]:
    """The thing that an entry such as "storm clouds" names besides its look, as a weak sense."""
    if not {sense.kind for sense in senses[entry]} <= {*LOOKS, "colour"}:
        return
    *_, last = entry.split()
    for form in (last, *stems(last)):
        found = [sense for sense in senses.get(form, ()) if sense.kind == "concept"]
        if found:
            yield Sense("concept", found[0].meaning, is_weak=True)
            return


def _grammar(source: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    for kind in SMALL:
        yield from _entries(source[kind], Sense(kind, kind))
    for kind in ("cue", "count"):
        for name, words in source[kind].items():
            yield from _entries(words, Sense(kind, name))


def _entries(words: Mapping[str, Any], sense: Sense) -> Iterator[tuple[str, Sense]]:
    for field in ("en", "zh", "sign"):
        yield from ((entry, sense) for entry in entries(words.get(field, "")))
    cued = Sense(sense.kind, sense.meaning, sense.value, is_cued=True)
    yield from ((entry, cued) for entry in entries(words.get("cued", "")))
    weak = Sense(sense.kind, sense.meaning, sense.value, is_weak=True)
    yield from ((entry, weak) for entry in entries(words.get("weak", "")))


def _ordinary() -> Iterable[str]:
    source = table("corpus/ordinary.toml")
    return (*source["en"].replace("-", " ").split(), *source["zh"].split())


def _leaning() -> Iterator[str]:
    """What the corpus tells in one word: none of it is a misspelling of something else."""
    for group in (table("corpus/concept.toml"), *table("corpus/look.toml").values()):
        for words in group.values():
            yield from (word for word in entries(words["en"]) if " " not in word)
            yield from (word for word in entries(words["zh"]) if len(word) > 1)
