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
├── RenderError             the engine could not finish
└── NotAnArtefact           bytes that are no picture an engine could have made
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
        return f"the recipe is not a JSON object: {self.allowed}"


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


class RenderError(GenerationError):
    """The engine could not finish the artefact."""


class NotAnArtefact(GenerationError):
    """The bytes are no picture that an engine could have made for this recipe."""


def shown(value: object, limit: int = 60) -> str:
    """The value as it was given, cut so that a message stays readable."""
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
