"""Find everything that is wrong with a would-be recipe."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generation import registry
from generation.errors import (
    MissingField,
    NotJson,
    RecipeError,
    UnknownEngine,
    UnknownField,
    ValueOutOfRange,
    WrongType,
)
from generation.schema import Card
from generation.weights import SHA256

MOST_BYTES = 65_536
MOST_PROMPT = 500
MOST_PARENTS = 16
MOST_SEED = 2**53 - 1  # the largest whole number that JavaScript keeps exact

_CID = re.compile(r"b[a-z2-7]{58}")  # CIDv1, base32, a 256-bit digest
MEDIA_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,59}")
NAME = re.compile(r"[a-z][a-z0-9_.-]{0,39}")
_VERSION = re.compile(r"[0-9A-Za-z.+_-]{1,40}")
_HIDDEN = {"Cc", "Cs", "Zl", "Zp"}  # control characters, lone surrogates, odd line ends
_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # reorder what is read

FIELDS: dict[str, str] = {
    "format": "the format's number",
    "engine": "an engine's name",
    "engine_version": "that engine's version",
    "weights": "a list of SHA-256 digests in hex",
    "parameters": "an object of the engine's parameters",
    "prompt": f"a text of at most {MOST_PROMPT} characters",
    "seed": f"a whole number from 0 to {MOST_SEED}",
    "parents": f"a list of at most {MOST_PARENTS} different CIDs",
    "fingerprint": "an object of library names and their versions",
}


def decoded(
    source: bytes | str, what: str = "recipe", most_bytes: int = MOST_BYTES
) -> Mapping[str, Any]:
    """The JSON object in the source; refuses double names, which readers understand differently."""
    size = len(source)
    if size > most_bytes:
        raise NotJson(what, size, f"{size} bytes are more than {most_bytes}")
    try:
        text = source.decode() if isinstance(source, bytes) else source
        content = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as cause:
        raise NotJson(what, source[:40], str(cause)) from cause
    if not isinstance(content, dict):
        raise NotJson(what, content, f"it holds a {type(content).__name__}")
    return content


def normal(prompt: str) -> str:
    """The prompt as people mean it: composed characters, plain line ends, no blank edges."""
    return unicodedata.normalize("NFC", prompt.replace("\r\n", "\n")).strip()


def problems(content: Mapping[str, Any], format_: int) -> list[RecipeError]:
    """All faults of the content, in the order of the fields."""
    found = list(names(content, FIELDS))
    checks: dict[str, Callable[[Any], Iterator[RecipeError]]] = {
        "format": lambda value: _format(value, format_),
        "engine": lambda value: _engine(value, content.get("engine_version")),
        "engine_version": lambda value: text("engine_version", value, _VERSION),
        "weights": lambda value: _weights(value, _card(content)),
        "parameters": lambda value: _parameters(value, _card(content)),
        "prompt": _prompt,
        "seed": _seed,
        "parents": _parents,
        "fingerprint": fingerprint,
    }
    for name, faults in checks.items():
        if name in content:
            found.extend(faults(content[name]))
    return found


def names(content: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[RecipeError]:
    """Fields too many and fields too few."""
    for name in content:
        if name not in fields:
            yield UnknownField(str(name), content[name], ", ".join(fields))
    for name, allowed in fields.items():
        if name not in content:
            yield MissingField(name, None, allowed)


def text(field: str, value: Any, pattern: re.Pattern[str]) -> Iterator[RecipeError]:
    """What is wrong with a text of a fixed form."""
    if not isinstance(value, str):
        yield WrongType(field, value, "a text")
    elif not pattern.fullmatch(value):
        yield ValueOutOfRange(field, value, f"a text of the form {pattern.pattern}")


def fingerprint(value: Any, field: str = "fingerprint") -> Iterator[RecipeError]:
    """What is wrong with the names and versions of an environment."""
    if not isinstance(value, Mapping):
        yield WrongType(field, value, FIELDS["fingerprint"])
        return
    if len(value) > 40:
        yield ValueOutOfRange(field, len(value), "at most 40 names")
    for name, version in value.items():
        yield from text(f"{field}[{name!r}]", name, NAME)
        yield from text(f"{field}.{name}", version, _VERSION)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {double!r} occurs twice in one object")
    return content


def _card(content: Mapping[str, Any]) -> Card | None:
    name, version = content.get("engine"), content.get("engine_version")
    if not (isinstance(name, str) and isinstance(version, str)):
        return None
    try:
        return registry.card(name, version)
    except UnknownEngine:
        return None


def _format(value: Any, known: int) -> Iterator[RecipeError]:
    if type(value) is not int:
        yield WrongType("format", value, f"the number {known}")
    elif value != known:
        yield ValueOutOfRange("format", value, f"{known}, the format that this release reads")


def _engine(name: Any, version: Any) -> Iterator[RecipeError]:
    if not isinstance(name, str):
        yield WrongType("engine", name, FIELDS["engine"])
        return
    try:
        registry.card(name, version if isinstance(version, str) else None)
    except UnknownEngine as fault:
        yield fault


def _list(field: str, value: Any, pattern: re.Pattern[str]) -> Iterator[RecipeError]:
    if not isinstance(value, list | tuple):
        yield WrongType(field, value, FIELDS[field])
        return
    for index, item in enumerate(value):
        yield from text(f"{field}[{index}]", item, pattern)
        if item in value[:index]:
            yield ValueOutOfRange(f"{field}[{index}]", item, "different from those before it")


def _weights(value: Any, card: Card | None) -> Iterator[RecipeError]:
    faults = list(_list("weights", value, SHA256))
    yield from faults
    if card and not faults and tuple(value) not in (card.weights, *card.older_weights):
        expected = list(card.weights) or "an empty list"
        yield ValueOutOfRange("weights", value, f"{expected}, as {card.name} {card.version} has it")


def _parameters(value: Any, card: Card | None) -> Iterator[RecipeError]:
    if not isinstance(value, Mapping):
        yield WrongType("parameters", value, FIELDS["parameters"])
        return
    if card is None:
        return
    for name in value:
        if card.parameter(name) is None:
            known = ", ".join(parameter.name for parameter in card.parameters)
            yield UnknownField(f"parameters.{name}", value[name], known)
    for parameter in card.parameters:
        field = f"parameters.{parameter.name}"
        if parameter.name not in value:
            yield MissingField(field, None, parameter.allowed())
        elif fault := parameter.fault(field, value[parameter.name]):
            yield fault


def _prompt(value: Any) -> Iterator[RecipeError]:
    if not isinstance(value, str):
        yield WrongType("prompt", value, FIELDS["prompt"])
        return
    if len(value) > MOST_PROMPT:
        yield ValueOutOfRange("prompt", value, FIELDS["prompt"] + f" (it has {len(value)})")
    hidden = {c for c in value if unicodedata.category(c) in _HIDDEN and c != "\n"}
    if hidden := hidden | (_TURNING & set(value)):
        yield ValueOutOfRange("prompt", "".join(sorted(hidden)), "free of control characters")
    elif value != normal(value):
        yield ValueOutOfRange("prompt", value, "in normal form (NFC, trimmed)")


def _seed(value: Any) -> Iterator[RecipeError]:
    if type(value) is not int:
        yield WrongType("seed", value, FIELDS["seed"])
    elif not 0 <= value <= MOST_SEED:
        yield ValueOutOfRange("seed", value, FIELDS["seed"])


def _parents(value: Any) -> Iterator[RecipeError]:
    yield from _list("parents", value, _CID)
    if isinstance(value, list | tuple) and len(value) > MOST_PARENTS:
        yield ValueOutOfRange("parents", len(value), f"at most {MOST_PARENTS} CIDs")
