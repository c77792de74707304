"""Describe what an engine lets people choose, so that a form and a check share one source."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from generation.errors import RecipeError, ValueOutOfRange, WrongType

Value = int | str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; colours are `#rrggbb` swatches a form may show beside it."""

    value: str
    title: str
    help: str = ""
    colours: tuple[str, ...] = ()


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

    def fault(self, field: str, value: object) -> RecipeError | None:
        """What is wrong with the value, or None."""
        if not isinstance(value, int) or isinstance(value, bool):
            return WrongType(field, value, self.allowed())
        fits = self.minimum <= value <= self.maximum and (value - self.minimum) % self.step == 0
        return None if fits else ValueOutOfRange(field, value, self.allowed())


Parameter = Choice | Range


@dataclass(frozen=True, slots=True)
class Card:
    """An engine as people see it before anything heavy is loaded."""

    name: str
    version: str
    title: str
    summary: str
    parameters: tuple[Parameter, ...]
    weights: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        return next((p for p in self.parameters if p.name == name), None)

    def defaults(self) -> dict[str, Value]:
        return {parameter.name: parameter.default for parameter in self.parameters}

    def as_json(self) -> dict[str, Any]:
        """Plain data for an API or a command line."""
        return asdict(self)
