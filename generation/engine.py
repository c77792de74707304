"""Say what an engine is: it plans in whole numbers, then renders the plan."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, cast

from generation import registry
from generation.recipe import Recipe, canonical_json
from generation.schema import Card


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

    def render(self, plan: Plan) -> Generator[Progress, None, Raster]:
        """Draw the plan; yields while it goes on and returns the picture."""


def load(name: str, version: str) -> Engine:
    """The engine of that name and version, with the libraries it draws with."""
    return cast("Engine", import_module(registry.module(name, version)).ENGINE)


def plan_digest(plan: Plan) -> str:
    """SHA-256 of the plan's canonical bytes, in hex."""
    return hashlib.sha256(canonical_json(plan.as_dict())).hexdigest()
