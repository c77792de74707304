"""Hold prompts against a list of words that a community owns.

A list is a text file: an entry a line, `#` begins a comment. English entries match whole words, in
plain form too (`nazis`), Chinese ones wherever they stand; full width, accents, capitals, invisible
characters and traditional script hide nothing. Raises `WordListRefused` for a list that cannot be
read, is too long, or is not the one that was asked for.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generation.errors import GenerationError
from generation.words.english import stems
from generation.words.fold import fold, is_han
from generation.words.lexicon import TOKEN
from generation.words.source import content

SHIPPED = "moderation.txt"
MOST_BYTES = 1 << 20


class WordListRefused(GenerationError):
    """A list of words that cannot be used; says which file and why."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word as it was written, and the entry of the list that it is."""

    written: str
    entry: str


@dataclass(frozen=True)
class WordList:
    """Entries as they are written in the list, and the SHA-256 of its bytes."""

    entries: tuple[str, ...]
    sha256: str

    def match(self, text: str) -> Match | None:
        """The first word of the text that is on the list, or None."""
        folded = fold("".join(c for c in text if unicodedata.category(c) != "Cf"))
        tokens = list(TOKEN.finditer(folded.plain))
        for at in range(len(tokens)):
            for length in range(1, min(self._most_tokens, len(tokens) - at) + 1):
                part = tokens[at : at + length]
                if entry := self._english_entry([token.group() for token in part]):
                    return Match(folded.shown[part[0].start() : part[-1].end()], entry)
        packed = "".join(character for character in folded.plain if is_han(character))
        found = [plain for plain in self._chinese if plain in packed]
        return Match(found[0], self._chinese[found[0]]) if found else None

    def _english_entry(self, words: list[str]) -> str | None:
        *before, last = words
        forms = (" ".join([*before, form]) for form in (last, *stems(last)))
        return next((self._english[form] for form in forms if form in self._english), None)

    @cached_property
    def _plain(self) -> dict[str, str]:
        return {fold(entry).plain: entry for entry in self.entries}

    @cached_property
    def _english(self) -> dict[str, str]:
        plain = {k: v for k, v in self._plain.items() if not is_han(k[0])}
        return {" ".join(TOKEN.findall(key)): entry for key, entry in plain.items()}

    @cached_property
    def _chinese(self) -> dict[str, str]:
        return {key: entry for key, entry in self._plain.items() if is_han(key[0])}

    @cached_property
    def _most_tokens(self) -> int:
        return max((entry.count(" ") + 1 for entry in self._english), default=0)


def shipped() -> WordList:
    """The list that comes with this release."""
    return parsed(content(SHIPPED), SHIPPED)


def load(path: Path, sha256: str | None = None) -> WordList:
    """The list in a file; of the given SHA-256, where one is given."""
    try:
        with path.open("rb") as file:
            source = file.read(MOST_BYTES + 1)
    except OSError as cause:
        raise WordListRefused(f"{path}: {cause.strerror or cause}; name a readable file") from cause
    words = parsed(source, str(path))
    if sha256 is not None and words.sha256 != sha256.lower():
        raise WordListRefused(f"{path} has the SHA-256 {words.sha256}, not {sha256}")
    return words


def parsed(source: bytes, name: str) -> WordList:
    """The list in these bytes."""
    if len(source) > MOST_BYTES:
        raise WordListRefused(f"{name} is longer than {MOST_BYTES} bytes")
    try:
        lines = source.decode().splitlines()
    except UnicodeDecodeError as cause:
        raise WordListRefused(f"{name} is not UTF-8: {cause}") from cause
    entries = tuple(entry for line in lines if (entry := line.partition("#")[0].strip()))
    short = [entry for entry in entries if len(entry) < 2]
    if short:
        raise WordListRefused(f"{name}: {short[0]!r} is too short to mean one thing; leave it out")
    return WordList(entries, hashlib.sha256(source).hexdigest())
