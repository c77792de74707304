"""Bring English words back to their plain form, and forgive one wrong letter."""

from __future__ import annotations

from collections.abc import Iterator

LEAST_SPELT = 5  # shorter words have too many neighbours

_IRREGULAR = {
    "leaves": "leaf",
    "wolves": "wolf",
    "calves": "calf",
    "halves": "half",
    "geese": "goose",
    "mice": "mouse",
    "feet": "foot",
    "women": "woman",
    "men": "man",
    "children": "child",
    "oxen": "ox",
    "sang": "sing",
    "sung": "sing",
    "dreamt": "dream",
    "blown": "blow",
    "shone": "shine",
}
_VOWELS = set("aeiouy")


def stems(word: str) -> Iterator[str]:
    """Plain forms that the word may come from, likeliest first; the word itself is not one."""
    seen = {word}
    for stem in _stems(word):
        if len(stem) >= 2 and stem not in seen:
            seen.add(stem)
            yield stem


def is_plural(word: str, stem: str) -> bool:
    """Whether the word is the stem's plural."""
    return word in _IRREGULAR or (word.endswith("s") and not word.endswith("'s") and word != stem)


def _stems(word: str) -> Iterator[str]:
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending in ("'s", "s'"):
        if word.endswith(ending):
            yield word.removesuffix(ending)
            return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("ves"):
        yield word[:-3] + "f"
        yield word[:-3] + "fe"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWELS & set(rest):
            yield rest
            yield rest + "e"
            if rest[-1] == rest[-2]:
                yield rest[:-1]
            if rest.endswith("i"):
                yield rest[:-1] + "y"


def is_near(word: str, other: str) -> bool:
    """Whether one letter more, less, other or swapped makes them equal (Damerau 1964)."""
    if word == other:
        return True
    short, long = sorted((word, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    is_other = short[start + 1 :] == long[start + 1 :]
    is_swapped = (
        short[start : start + 2] == long[start : start + 2][::-1]
        and short[start + 2 :] == long[start + 2 :]
    )
    return is_other or is_swapped


def gaps(word: str) -> set[str]:
    """The word, and the word with each letter left out: near words share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
