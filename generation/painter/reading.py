"""Take from a prompt's understanding what the painter can follow."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generation.painter.card import STYLES
from generation.painter.concept.catalogue import BY_NAME as CONCEPTS
from generation.painter.hour import BY_NAME as HOURS
from generation.painter.layout import BY_NAME as LAYOUTS
from generation.painter.palette import BY_NAME as PALETTES
from generation.words import Understanding, understand

MANY = {"one": 1, "pair": 2, "few": 5}  # a swarm is as large as its layout likes
LAYOUT_OF = {"pair": "pair", "swarm": "swarm"}
SETTING_OF = {  # where a thing stands that is named beside another one
    **dict.fromkeys(("sea", "river", "stream", "boat"), "water"),
    **dict.fromkeys(("mountain", "landscape", "bridge"), "hills"),
    **dict.fromkeys(("forest", "tree", "blossom-branch", "leaf"), "meadow"),
    **dict.fromkeys(("moon", "moonbeams", "star", "dream"), "night"),
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """What a prompt says of one end of the change."""

    concept: str | None
    many: int | None
    hints: tuple[tuple[str | None, str, int], ...]  # concept or any, trait, per mille
    colours: tuple[tuple[str | None, str], ...]  # concept or any, `#rrggbb`

    def traits(self, concept: str) -> dict[str, int]:
        """The traits that the words ask of a concept."""
        return {trait: value for owner, trait, value in self.hints if owner in (None, concept)}

    def swatches(self, concept: str) -> tuple[str, ...]:
        """The colours that the words ask of a concept, its own before the picture's."""
        own = _unique(colour for owner, colour in self.colours if owner == concept)
        return own or _unique(colour for owner, colour in self.colours if owner is None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a prompt asks for; None where it says nothing."""

    first: Side
    then: Side
    palette: str | None
    light: str | None
    layout: str | None
    style: str | None
    setting: str | None
    words: tuple[tuple[str, str], ...]  # as written, and what they were taken for


def read(prompt: str) -> Reading:
    """The reading of a prompt; of an empty one, nothing."""
    said = understand(prompt)
    named = (said.concept, said.becoming)
    others = [concept for concept in said.concepts if concept not in named]

    def owner(concept: str | None) -> str | None:
        return concept if concept in named else None  # what is not in the picture lends its looks

    hints = tuple(
        (owner(hint.concept), hint.trait, hint.value)
        for hint in said.hints
        if hint.concept in named or not hint.is_kind
    )
    colours = tuple((owner(colour.concept), colour.hex) for colour in said.colours)
    many = MANY.get(said.count or "")
    becoming = _known(said.becoming, CONCEPTS)
    styles = {option.value for option in STYLES}
    return Reading(
        first=Side(_known(said.concept, CONCEPTS), None if becoming else many, hints, colours),
        then=Side(becoming, many, hints, colours),
        palette=_known(said.palette, PALETTES),
        light=_known(said.light, HOURS) or _light_of_mood(said),
        layout=_known(said.layout or LAYOUT_OF.get(said.count or ""), LAYOUTS),
        style=said.style if said.style in styles else None,
        setting=next((SETTING_OF[c] for c in others if c in SETTING_OF), None),
        words=_unique((one.written, f"{one.kind}: {one.meaning}") for one in said.read),
    )


def _known(name: str | None, names: Container[str]) -> str | None:
    return name if name in names else None


def _light_of_mood(said: Understanding) -> str | None:
    """Glad words are seen in the sun, sad ones in mist or by night, wild and dark ones in storm."""
    if said.mood is None or said.palette:
        return None
    valence, arousal = said.mood.valence, said.mood.arousal
    if valence <= -250:
        return "storm" if arousal >= 200 else "night" if arousal <= -500 else "mist"
    if valence >= 250:
        return "noon" if arousal >= 300 else "golden" if arousal >= -100 else "morning"
    return None


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
