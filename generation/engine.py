"""Say what an engine is: it plans in whole numbers, then renders the plan."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, Protocol, cast, runtime_checkable

from generation import registry
from generation.errors import EngineBroken
from generation.recipe import Recipe, canonical_json
from generation.schema import Card

Subject = Literal["morph", "painting"]


class Sample(Protocol):
    """What an engine returns: the work itself in canonical form, before any file format.

    Each medium has its own; a picture's is `Raster`.
    """

    @property
    def sha256(self) -> str:
        """Names the samples, whatever file they come in; hexadecimal."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A finished picture: canonical bytes, three per pixel, row by row from the top."""

    width: int
    height: int
    rgb: bytes

    @property
    def sha256(self) -> str:
        """Names the pixels, whatever file they come in."""
        return hashlib.sha256(self.rgb).hexdigest()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rendering has come, and sometimes a small look at it."""

    permille: int
    stage: str
    preview: Raster | None = None


class Plan(Protocol):
    """Every decision of a work, in integers and strings, before a pixel is drawn."""

    def as_dict(self) -> dict[str, Any]: ...


class Engine(Protocol):
    """Two steps, so that a work can be compared before it is drawn again."""

    card: Card

    def plan(self, recipe: Recipe) -> Plan:
        """Decide everything."""

    def render(self, plan: Plan) -> Generator[Progress, None, Sample]:
        """Make the plan's work; yields while it goes on and returns the samples of its medium."""


@runtime_checkable
class Filming(Protocol):
    """An engine that also knows how a plan of its own moves."""

    def film(self, plan: Plan, subject: Subject, count: int) -> Iterator[Raster]:
        """So many frames: of the change from one thing to another, or of the painting itself."""


@runtime_checkable
class Tracing(Protocol):
    """An engine that also writes a plan of its own as lines and shapes."""

    def svg(self, plan: Plan, title: str, note: str) -> str:
        """An SVG document of bounded size; `title` and `note` become part of it."""


def load(name: str, version: str) -> Engine:
    """The engine of that name and version, with the libraries it draws with.

    Raises `UnknownEngine` where there is none, `EngineBroken` where there is but does not load.
    """
    card = registry.card(name, version)
    module, _, attribute = card.engine.partition(":")
    try:
        engine = getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as cause:
        raise EngineBroken(f"the engine {name} {version} does not load: {cause}") from cause
    if getattr(engine, "card", None) != card:
        raise EngineBroken(f"{card.engine} is not the engine of the card {name} {version}")
    return cast("Engine", engine)


def plan_digest(plan: Plan) -> str:
    """SHA-256 of the plan's canonical bytes, in hex."""
    return hashlib.sha256(canonical_json(plan.as_dict())).hexdigest()
