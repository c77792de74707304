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
        object.__setattr__(self, "parameters", MappingProxyType(dict(self.parameters)))
        object.__setattr__(self, "fingerprint", MappingProxyType(dict(self.fingerprint)))

    def __hash__(self) -> int:
        return hash(self.canonical())

    def __reduce__(self) -> tuple[Callable[[bytes], Recipe], tuple[bytes]]:
        return parse, (self.canonical(),)

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON data, as it is minted."""
        return {
            "format": self.format,
            "engine": self.engine,
            "engine_version": self.engine_version,
            "weights": list(self.weights),
            "parameters": dict(self.parameters),
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
            "fingerprint": current_fingerprint(card.libraries),
        }
    )
