"""Say what the embedding learns from: texts that this project wrote, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generation.words.embedding import NOTHING
from generation.words.fold import fold, is_han
from generation.words.lexicon import TOKEN, lexicon
from generation.words.source import entries, table

KINDS = ("light", "style", "mood")


@dataclass(frozen=True, slots=True)
class Example:
    """Words that mean something together: `kind:name`."""

    words: tuple[str, ...]
    meaning: str


def examples() -> list[Example]:
    """Everything there is to learn, in one order."""
    return [Example(words, meaning) for text, meaning in _texts() if (words := _words(text))]


def _texts() -> Iterator[tuple[str, str]]:
    for file in ("lexicon/concept.toml", "corpus/concept.toml"):
        for name, said in table(file).items():
            yield from _each(said, f"concept:{name}")
    look, mood = table("lexicon/look.toml"), table("lexicon/mood.toml")
    for kind in ("light", "style"):
        for name, said in look[kind].items():
            yield from _each(said, f"{kind}:{name}")
    for name, said in mood.items():
        yield from _each(said, f"mood:{name}")
    for kind, group in table("corpus/look.toml").items():
        for name, said in group.items():
            yield from _each(said, f"{kind}:{name}")
    ordinary = table("corpus/ordinary.toml")
    for language in ("en", "zh"):
        yield from ((word.replace("-", " "), f"{NOTHING}:") for word in ordinary[language].split())


def _each(said: dict[str, str], meaning: str) -> Iterator[tuple[str, str]]:
    for language in ("en", "zh", "weak"):
        yield from ((text, meaning) for text in entries(said.get(language, "")))


def _words(text: str) -> tuple[str, ...]:
    """Its words without those that say nothing."""
    plain = fold(text).plain
    if is_han(plain[0]):
        return (plain,)
    senses = lexicon().senses
    return tuple(
        word
        for word in TOKEN.findall(plain)
        if not any(sense.kind in ("stop", "ground", "becoming") for sense in senses.get(word, ()))
    )
