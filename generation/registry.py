"""Know every engine by name and version, and load one only when it is asked to work."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from generation.errors import UnknownEngine
from generation.painter.card import CARD as PAINTER
from generation.schema import Card

if TYPE_CHECKING:
    from generation.engine import Engine

_MODULES = {(PAINTER.name, PAINTER.version): (PAINTER, "generation.painter.studio")}


def describe() -> tuple[Card, ...]:
    """The cards of all engines; loads nothing heavy."""
    return tuple(card for card, _ in _MODULES.values())


def card(name: str, version: str | None = None) -> Card:
    """The card of one engine; without a version, of its newest."""
    found = [c for c in describe() if c.name == name and version in (None, c.version)]
    if not found:
        asked = name if version is None else f"{name} {version}"
        known = ", ".join(f"{c.name} {c.version}" for c in describe())
        raise UnknownEngine("engine", asked, known)
    return found[-1]


def load(name: str, version: str) -> Engine:
    """The engine itself, with the libraries it draws with."""
    card(name, version)
    _, module = _MODULES[name, version]
    return cast("Engine", import_module(module).ENGINE)
