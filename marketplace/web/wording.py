"""Put a recipe in words: by its engine's own titles, and as plain text where we lack the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generation import registry
from generation.errors import UnknownEngine
from generation.schema import Card, Choice, Parameter, Range, Swatches, Vector
from marketplace.metadata import Provenance

LONGEST = 120
SUFFIXES = {"mpeg": "MP3", "gltf-binary": "GLB"}  # where the type's own name says little


@dataclass(frozen=True, slots=True)
class Told:
    """A word that people read for one of ours, and what it means."""

    title: str
    says: str


PROVENANCES: Final[Mapping[Provenance, Told]] = {
    "rerunnable": Told(
        "Re-runnable", "Anybody can make it again from its recipe, and compare every pixel."
    ),
    "attested": Told(
        "Attested",
        "Made here by a model of the maker’s own. The receipt names the model by its digest; only "  # noqa: RUF001
        "who has that very model can make the work again.",
    ),
    "submitted": Told(
        "Submitted",
        "Made elsewhere, and submitted by the artist. The token names its very bytes; how they "
        "were made is the artist’s word.",  # noqa: RUF001
    ),
}

Words = list[tuple[str, str]]
AUTO, BY_ITSELF = "auto", "By itself"  # what the words and the dice decided goes in one line
NOTHING = "–"  # noqa: RUF001 - a dash, as tables have it
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Differing:
    """One thing in which two recipes differ."""

    title: str
    left: str
    right: str


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
        if parameters[parameter.name] not in ([], AUTO)  # a list that nobody filled says nothing
    ]
    left = [parameter.title for parameter in known if parameters[parameter.name] == AUTO]
    if left:
        told.append((BY_ITSELF, ", ".join([left[0], *(title.lower() for title in left[1:])])))
    return told + [
        (_cut(name), _cut(value)) for name, value in parameters.items() if name not in names
    ]


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[list[Differing], Words]:
    """In what two recipes differ, and what both say; of parameters that one lacks, a dash."""
    apart: list[Differing] = []
    same: Words = []
    left_open: list[str] = []
    left, right = _parts(one), _parts(other)
    for name in dict.fromkeys((*left, *right)):
        (title, value, said), (_, another, answered) = (
            part.get(name) or (name, None, NOTHING) for part in (left, right)
        )
        if value == another == AUTO:
            left_open.append(title.lower())
        elif value == another:
            same.append((title, said))
        else:
            title = title if name in left else right[name][0]
            apart.append(Differing(title, said, OTHERS if said == answered else answered))
    if left_open:
        same.append((BY_ITSELF, ", ".join(left_open)))
    return apart, same


def _parts(recipe: Mapping[str, Any]) -> dict[str, tuple[str, Any, str]]:
    """What a recipe says by name: title, value, and the value in words."""
    card = card_of(recipe)
    parts: dict[str, tuple[str, Any, str]] = {}
    if recipe.get("prompt"):
        parts["prompt"] = ("Prompt", recipe["prompt"], _cut(recipe["prompt"]))
    parameters = recipe.get("parameters")
    for name, value in parameters.items() if isinstance(parameters, Mapping) else ():
        parameter = card.parameter(name) if card else None
        if value == []:
            continue
        title = parameter.title if parameter else _cut(name)
        parts[name] = (title, value, _chosen(parameter, value) if parameter else _cut(value))
    if "seed" in recipe:
        parts["seed"] = ("Seed", recipe["seed"], _cut(recipe["seed"]))
    if "engine" in recipe:
        named = (recipe["engine"], recipe.get("engine_version"))
        parts["engine"] = ("Engine", named, engine(recipe))
    return parts


def engine(recipe: Mapping[str, Any]) -> str:
    """Which engine painted, in which version."""
    card = card_of(recipe)
    name = card.title if card else _cut(recipe.get("engine", "unknown"))
    return f"{name}, version {_cut(recipe.get('engine_version', 'unknown'))}"


def medium(artefact: Mapping[str, Any]) -> str:
    """What kind of file the artefact is, and its extent."""
    name = artefact["media_type"].rpartition("/")[2]
    parts = [SUFFIXES.get(name, name.upper())]
    if artefact.get("width") and artefact.get("height"):
        parts.append(f"{artefact['width']} × {artefact['height']}\u00a0px")  # noqa: RUF001
    if artefact.get("frames"):
        parts.append(f"{artefact['frames']} frames")
    if artefact.get("triangles"):
        many = artefact["triangles"]
        parts.append(f"{many:,} triangle{'' if many == 1 else 's'}")
    if artefact.get("duration_ms"):
        minutes, seconds = divmod(round(artefact["duration_ms"] / 1000), 60)
        parts.append(f"{minutes}:{seconds:02d}")
    return ", ".join(parts)


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
