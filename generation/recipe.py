"""Hold all that decides a generated work, in one canonical form with one digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generation import check, registry
from generation.errors import RecipeError, RecipeRefused
from generation.fingerprint import current_fingerprint
from generation.schema import Value

FORMAT = 1


@dataclass(frozen=True)
class Recipe:
    """What `parse` and `compose` return: every field checked, nothing left to default."""

    format: int
    engine: str
    engine_version: str
    weights: tuple[str, ...]
    parameters: Mapping[str, Value]
    prompt: str
    seed: int
    parents: tuple[str, ...]
    fingerprint: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", MappingProxyType(_frozen(self.parameters)))
        object.__setattr__(self, "fingerprint", MappingProxyType(dict(self.fingerprint)))

    def __hash__(self) -> int:
        return hash(self.canonical())

    def __reduce__(self) -> tuple[Callable[[bytes], Recipe], tuple[bytes]]:
        return parse, (self.canonical(),)

    def whole(self, name: str) -> int:
        """A parameter that is a whole number."""
        value = self.parameters[name]
        if not isinstance(value, int):
            raise TypeError(f"parameters.{name} is {value!r}, no whole number")
        return value

    def text(self, name: str) -> str:
        """A parameter that is a text."""
        value = self.parameters[name]
        if not isinstance(value, str):
            raise TypeError(f"parameters.{name} is {value!r}, no text")
        return value

    def numbers(self, name: str) -> tuple[int, ...]:
        """A parameter that is a list of whole numbers."""
        return tuple(item for item in self._items(name) if isinstance(item, int))

    def texts(self, name: str) -> tuple[str, ...]:
        """A parameter that is a list of texts."""
        return tuple(item for item in self._items(name) if isinstance(item, str))

    def _items(self, name: str) -> tuple[int, ...] | tuple[str, ...]:
        value = self.parameters[name]
        if not isinstance(value, tuple):
            raise TypeError(f"parameters.{name} is {value!r}, no list")
        return value

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON data, as it is minted."""
        return {
            "format": self.format,
            "engine": self.engine,
            "engine_version": self.engine_version,
            "weights": list(self.weights),
            "parameters": {
                name: list(value) if isinstance(value, tuple) else value
                for name, value in self.parameters.items()
            },
            "prompt": self.prompt,
            "seed": self.seed,
            "parents": list(self.parents),
            "fingerprint": dict(self.fingerprint),
        }

    def canonical(self) -> bytes:
        """The one way to write this recipe: JSON by RFC 8785, which is easy without floats."""
        return canonical_json(self.as_dict())

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical bytes, in hex: the name of the commission."""
        return hashlib.sha256(self.canonical()).hexdigest()


def _frozen(parameters: Mapping[str, Any]) -> dict[str, Value]:
    """JSON's lists as tuples, which nobody changes afterwards."""
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in parameters.items()
    }


def canonical_json(content: Any) -> bytes:
    """Sorted keys, no white space, UTF-8; for integers, texts, lists, objects with ASCII keys."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def parse(source: bytes | str | Mapping[str, Any]) -> Recipe:
    """Read a recipe and check every field; raises `RecipeRefused` with all that is wrong."""
    try:
        content = source if isinstance(source, Mapping) else check.decoded(source)
    except RecipeError as fault:
        raise RecipeRefused((fault,)) from fault
    problems = check.problems(content, FORMAT)
    if problems:
        raise RecipeRefused(tuple(problems))
    return Recipe(
        **{**content, "weights": tuple(content["weights"]), "parents": tuple(content["parents"])}
    )


def compose(
    engine: str,
    parameters: Mapping[str, Value],
    *,
    seed: int,
    prompt: str = "",
    parents: tuple[str, ...] = (),
) -> Recipe:
    """Make a new commission's recipe: newest engine, this machine, defaults for the rest."""
    try:
        card = registry.card(engine)
    except RecipeError as fault:
        raise RecipeRefused((fault,)) from fault
    return parse(
        {
            "format": FORMAT,
            "engine": card.name,
            "engine_version": card.version,
            "weights": list(card.weights),
            "parameters": {**card.defaults(), **parameters},
            "prompt": check.normal(prompt),
            "seed": seed,
            "parents": list(parents),
            "fingerprint": current_fingerprint(card),
        }
    )
