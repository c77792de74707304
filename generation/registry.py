"""Know every engine by name and version; loading one is `generation.engine`'s."""

from __future__ import annotations

from generation.errors import UnknownEngine
from generation.painter.card import CARD as PAINTER
from generation.schema import Card

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


def module(name: str, version: str) -> str:
    """Where the engine itself is; importing it loads the libraries it draws with."""
    card(name, version)
    return _MODULES[name, version][1]
