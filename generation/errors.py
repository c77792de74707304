"""Say what can go wrong between a recipe and its artefact, as one tree.

GenerationError
├── RecipeRefused           all that is wrong with one recipe, reported together
├── RecipeError             one fault of a recipe: names field, value and what is allowed
│   ├── NotJson             bytes that hold no JSON object
│   ├── UnknownField
│   ├── MissingField
│   ├── WrongType
│   ├── ValueOutOfRange
│   └── UnknownEngine
├── ReceiptRefused          all that is wrong with one receipt, reported together
├── EngineBroken            an engine of that name is installed but does not load
├── MediumMissing           the engine works in a medium that is not installed
├── WeightsRefused          a file of weights is not the one that was asked for, or no safe one
├── PictureRefused          bytes that are no picture, or one too large to look at
├── VotesRefused            a set of votes is not whole, or not one this version can learn from
├── RenderError             the engine could not finish
├── FilmError               pictures could not be made into a film or a sheet, or a film into frames
└── NotAnArtefact           bytes that are no work an engine could have made
"""

from __future__ import annotations


class GenerationError(Exception):
    """Anything this package raises on purpose."""


class RecipeError(GenerationError):
    """One fault of a recipe."""

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field, self.value, self.allowed = field, value, allowed
        super().__init__(self.sentence())

    def sentence(self) -> str:
        return f"{self.field}: {shown(self.value)} is not {self.allowed}"


class NotJson(RecipeError):
    """The bytes hold no JSON object."""

    def sentence(self) -> str:
        return f"the {self.field} is not a JSON object: {self.allowed}"


class UnknownField(RecipeError):
    """The recipe holds a field that its format does not know."""

    def sentence(self) -> str:
        return f"{self.field}: this field is unknown; known are {self.allowed}"


class MissingField(RecipeError):
    """The recipe lacks a field that its format requires."""

    def sentence(self) -> str:
        return f"{self.field}: this field is missing; give {self.allowed}"


class WrongType(RecipeError):
    """The field holds a value of another type."""

    def sentence(self) -> str:
        kind = type(self.value).__name__
        return f"{self.field}: {shown(self.value)} is of type {kind}, not {self.allowed}"


class ValueOutOfRange(RecipeError):
    """The value has the right type but is not allowed."""


class UnknownEngine(RecipeError):
    """No engine of that name and version is installed here."""

    def sentence(self) -> str:
        return f"{self.field}: no engine {shown(self.value)} here; known are {self.allowed}"


class RecipeRefused(GenerationError):
    """A recipe with at least one fault; `problems` holds them all, in the order of the fields."""

    def __init__(self, problems: tuple[RecipeError, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(problem) for problem in problems))


class ReceiptRefused(GenerationError):
    """A receipt with at least one fault; `problems` holds them all."""

    def __init__(self, problems: tuple[RecipeError, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(problem) for problem in problems))


class EngineBroken(GenerationError):
    """An engine is installed under that name and version, but does not load."""


class MediumMissing(GenerationError):
    """An engine makes works of a medium that nobody has installed here."""


class WeightsRefused(GenerationError):
    """A file of weights that must not be used: another digest, too large, or no safetensors."""


class PictureRefused(GenerationError):
    """The bytes are no picture that can be looked at; the message says why."""


class VotesRefused(GenerationError):
    """A set of votes that is not whole and canonical, or is on features of another kind."""


class RenderError(GenerationError):
    """The engine could not finish the artefact."""


class FilmError(GenerationError):
    """Pictures could not be made into a film or a sheet, or a film not into frames."""


class NotAnArtefact(GenerationError):
    """The bytes are no work that an engine could have made for this recipe."""


def shown(value: object, limit: int = 60) -> str:
    """The value as it was given, cut so that a message stays readable."""
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
