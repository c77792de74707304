"""Put a recipe in words: by its engine's own titles, and as plain text where we lack the engine."""

from collections.abc import Mapping
from typing import Any

from generation import registry
from generation.errors import UnknownEngine
from generation.schema import Card, Choice, Parameter, Range, Swatches, Vector

LONGEST = 120
Words = list[tuple[str, str]]


def choices(recipe: Mapping[str, Any]) -> Words:
    """What was chosen, by title; a recipe may come from anybody, so nothing is expected of it."""
    card = card_of(recipe)
    parameters = recipe.get("parameters")
    if not isinstance(parameters, Mapping):
        return []
    known = (
        [parameter for parameter in card.parameters if parameter.name in parameters] if card else []
    )
    names = {parameter.name for parameter in known}
    told = [
        (parameter.title, _chosen(parameter, parameters[parameter.name]))
        for parameter in known
        if parameters[parameter.name] != []  # a list that nobody filled says nothing
    ]
    return told + [
        (_cut(name), _cut(value)) for name, value in parameters.items() if name not in names
    ]


def engine(recipe: Mapping[str, Any]) -> str:
    """Which engine painted, in which version."""
    card = card_of(recipe)
    name = card.title if card else _cut(recipe.get("engine", "unknown"))
    return f"{name}, version {_cut(recipe.get('engine_version', 'unknown'))}"


def card_of(recipe: Mapping[str, Any]) -> Card | None:
    """The card of a recipe's engine, if we have that engine."""
    try:
        return registry.card(str(recipe.get("engine")), str(recipe.get("engine_version")))
    except UnknownEngine:
        return None


def _chosen(parameter: Parameter, value: object) -> str:
    if isinstance(parameter, Choice):
        title = next((option.title for option in parameter.options if option.value == value), None)
        return title or _cut(value)
    if isinstance(parameter, Range):
        return f"{_cut(value)}\u00a0{parameter.unit}" if parameter.unit else _cut(value)
    if isinstance(parameter, Vector) and isinstance(value, list):
        return f"{len(value)} numbers"
    if isinstance(parameter, Swatches) and isinstance(value, list):
        return _cut(", ".join(str(colour) for colour in value[: parameter.most]))
    return _cut(value)


def _cut(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
