"""Say what the program of a concept is, and find one by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from generation.dice import Dice
from generation.painter.concept.catalogue import BY_NAME, Entry
from generation.painter.concept.figure import Figure
from generation.painter.light import Light
from generation.painter.paints import Paints

T = TypeVar("T")
Program = Callable[[Mapping[str, int], Paints, Light, Dice], Figure]


@dataclass(frozen=True, slots=True)
class Trait:
    """One way in which two of a kind differ, in per mille between what `low` and `high` say."""

    name: str
    title: str
    low: str
    high: str
    typical: int = 500

    def thrown(self, dice: Dice) -> int:
        """A value by chance: half of all throws fall on either side of the typical one."""
        throw = dice.whole(0, 1000)
        if throw < 500:
            return self.typical * throw // 500
        return self.typical + (1000 - self.typical) * (throw - 500) // 500


COLOUR = Trait("colour", "Colour", "first bloom", "last bloom")  # see `Paints.bloom`


@dataclass(frozen=True, slots=True)
class Concept:
    """A program that draws one thing; its entry in the catalogue says the rest."""

    name: str
    traits: tuple[Trait, ...]
    figure: Program

    @property
    def entry(self) -> Entry:
        return BY_NAME[self.name]

    def draw(self, traits: Sequence[int], paints: Paints, light: Light, dice: Dice) -> Figure:
        """The figure for trait values in the concept's own order."""
        named = {trait.name: value for trait, value in zip(self.traits, traits, strict=True)}
        return self.figure(named, paints, light, dice)


def concept(name: str) -> Concept:
    """The concept of that name; raises KeyError for a name that is not in the catalogue."""
    family = import_module(f"generation.painter.concept.{BY_NAME[name].family}")
    concepts: tuple[Concept, ...] = family.CONCEPTS
    return next(found for found in concepts if found.name == name)


def amount(per_mille: int, low: float, high: float) -> float:
    """The trait's value on a scale of one's own."""
    return low + (high - low) * per_mille / 1000


def count(per_mille: int, low: int, high: int) -> int:
    """The trait's value as a whole number between two, both included."""
    return low + min(high - low, per_mille * (high - low + 1) // 1000)


def choice(per_mille: int, items: Sequence[T]) -> T:
    """One of a few kinds."""
    return items[min(len(items) - 1, per_mille * len(items) // 1000)]
