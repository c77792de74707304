"""Describe what an engine lets people choose, so that a form and a check share one source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from generation.errors import RecipeError, ValueOutOfRange, WrongType

Value = int | str | tuple[int, ...] | tuple[str, ...]

MOST_ITEMS = 64  # in any list that a recipe holds for its engine
_COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; colours are `#rrggbb` swatches a form may show beside it.

    Options of one `group` stand together in a form that has many of them; `also` are other names
    by which somebody may look for it, whatever their language.
    """

    value: str
    title: str
    help: str = ""
    colours: tuple[str, ...] = ()
    group: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A parameter that takes one of a few named values."""

    name: str
    title: str
    help: str
    options: tuple[Option, ...]
    default: str
    kind: Literal["choice"] = "choice"

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(option.value for option in self.options)

    def allowed(self) -> str:
        return "one of " + ", ".join(self.values)

    def read(self, text: str) -> Value:
        """The value that a command line's text means; `fault` judges it."""
        return text

    def fault(self, field: str, value: object) -> RecipeError | None:
        """What is wrong with the value, or None."""
        if not isinstance(value, str):
            return WrongType(field, value, self.allowed())
        return None if value in self.values else ValueOutOfRange(field, value, self.allowed())


@dataclass(frozen=True, slots=True)
class Range:
    """A parameter that takes a whole number between two bounds, in steps from the lower one."""

    name: str
    title: str
    help: str
    minimum: int
    maximum: int
    default: int
    step: int = 1
    unit: str = ""
    kind: Literal["range"] = "range"

    def allowed(self) -> str:
        steps = f" in steps of {self.step}" if self.step > 1 else ""
        return f"a whole number from {self.minimum} to {self.maximum}{steps}"

    def read(self, text: str) -> Value:
        """The value that a command line's text means; `fault` judges it."""
        return _whole(text)

    def fault(self, field: str, value: object) -> RecipeError | None:
        """What is wrong with the value, or None."""
        if not isinstance(value, int) or isinstance(value, bool):
            return WrongType(field, value, self.allowed())
        fits = self.minimum <= value <= self.maximum and (value - self.minimum) % self.step == 0
        return None if fits else ValueOutOfRange(field, value, self.allowed())


@dataclass(frozen=True, slots=True)
class Vector:
    """A parameter that takes no number or exactly `length` whole ones: a point in some space."""

    name: str
    title: str
    help: str
    length: int
    minimum: int
    maximum: int
    default: tuple[int, ...] = ()
    kind: Literal["vector"] = "vector"

    def allowed(self) -> str:
        bounds = f"from {self.minimum} to {self.maximum}"
        return f"an empty list or one of {self.length} whole numbers {bounds}"

    def read(self, text: str) -> Value:
        """The value that a command line's text means, numbers parted by commas."""
        numbers = [_whole(part) for part in _parts(text)]
        whole = tuple(number for number in numbers if isinstance(number, int))
        return whole if len(whole) == len(numbers) else text

    def fault(self, field: str, value: object) -> RecipeError | None:
        """What is wrong with the value, or with its first wrong number; None if nothing is."""
        if not isinstance(value, list | tuple):
            return WrongType(field, value, self.allowed())
        if len(value) not in (0, self.length):
            return ValueOutOfRange(field, _counted(value), self.allowed())
        number = f"a whole number from {self.minimum} to {self.maximum}"
        for index, item in enumerate(value):
            if not isinstance(item, int) or isinstance(item, bool):
                return WrongType(f"{field}[{index}]", item, number)
            if not self.minimum <= item <= self.maximum:
                return ValueOutOfRange(f"{field}[{index}]", item, number)
        return None


@dataclass(frozen=True, slots=True)
class Swatches:
    """A parameter that takes up to `most` colours as `#rrggbb`, in the order of their weight."""

    name: str
    title: str
    help: str
    most: int
    default: tuple[str, ...] = ()
    kind: Literal["swatches"] = "swatches"

    def allowed(self) -> str:
        return f"a list of at most {self.most} colours such as #1a2b3c"

    def read(self, text: str) -> Value:
        """The value that a command line's text means, colours parted by commas."""
        return tuple(_parts(text))

    def fault(self, field: str, value: object) -> RecipeError | None:
        """What is wrong with the value, or with its first wrong colour; None if nothing is."""
        if not isinstance(value, list | tuple):
            return WrongType(field, value, self.allowed())
        if len(value) > self.most:
            return ValueOutOfRange(field, _counted(value), self.allowed())
        colour = "a colour such as #1a2b3c, in lower case"
        for index, item in enumerate(value):
            if not isinstance(item, str):
                return WrongType(f"{field}[{index}]", item, colour)
            if not _COLOUR.fullmatch(item):
                return ValueOutOfRange(f"{field}[{index}]", item, colour)
        return None


Parameter = Choice | Range | Vector | Swatches


@dataclass(frozen=True, slots=True)
class Example:
    """A filled-in form to begin with; what it leaves out keeps its default.

    `further` are the forms that follow it, where it is the first of several that belong together.
    """

    name: str
    title: str
    help: str
    parameters: Mapping[str, Value]
    seed: int
    further: tuple[Mapping[str, Value], ...] = ()

    @property
    def links(self) -> tuple[Mapping[str, Value], ...]:
        """Its forms, in order."""
        return (self.parameters, *self.further)


HIDDEN = ("engine", "is_retired")  # nobody's concern who chooses an engine


@dataclass(frozen=True, slots=True)
class Card:
    """An engine as people see it before anything heavy is loaded.

    `engine` says where the engine itself is, as `package.module:NAME`; `medium` what it makes;
    `promise` which rung of the ladder in `generation.verdict` its works reach on any machine.
    Recipes name the `weights` that their plans hang on; `older_weights` are sets that recipes of
    this version named before, and that the engine still plans by. `data` is what else plans read,
    each with a name and a short digest for the fingerprint. `provenance` says whether anybody
    can make its works again, or has to take the maker's word because not everybody has the model.
    """

    name: str
    version: str
    title: str
    summary: str
    engine: str
    parameters: tuple[Parameter, ...]
    weights: tuple[str, ...] = ()
    older_weights: tuple[tuple[str, ...], ...] = ()
    libraries: tuple[str, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    medium: str = "picture"
    promise: Literal["B", "C"] = "B"
    provenance: Literal["rerunnable", "attested"] = "rerunnable"
    examples: tuple[Example, ...] = ()
    is_retired: bool = False  # makes again what it made, and nothing new

    def parameter(self, name: str) -> Parameter | None:
        return next((p for p in self.parameters if p.name == name), None)

    def defaults(self) -> dict[str, Value]:
        return {parameter.name: parameter.default for parameter in self.parameters}

    def as_json(self) -> dict[str, Any]:
        """Plain data for an API or a command line."""
        return {name: value for name, value in asdict(self).items() if name not in HIDDEN}


def _whole(text: str) -> int | str:
    """The number, or the text as it was, for `fault` to name."""
    return int(text) if re.fullmatch("[+-]?[0-9]{1,18}", text.strip()) else text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _counted(items: list[Any] | tuple[Any, ...]) -> str:
    """A list is named by its length: nobody wants to read it in a message."""
    return f"a list of {len(items)}"
