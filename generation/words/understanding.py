"""Hold what was understood of a prompt: names, whole numbers, and how each word was read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

How = Literal["exact", "inflected", "near"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One word as it was written and what it was taken for; similarity is per mille, 1000 exact.

    `kind` is concept, palette, light, layout, style, colour, mood, trait, count, becoming or
    without; a word that says two things (dusk: light and palette) has two readings.
    """

    written: str
    kind: str
    meaning: str
    how: How
    similarity: int = 1000


@dataclass(frozen=True, slots=True)
class Hint:
    """A trait that the words ask for, per mille; of one concept, or of whatever has that trait.

    A kind is of its concept alone: the pine of a pine tree says nothing of anything else.
    """

    concept: str | None
    trait: str
    value: int
    is_kind: bool = False


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that the words ask for, as `#rrggbb`; of one concept, or of the whole picture."""

    concept: str | None
    name: str
    hex: str


@dataclass(frozen=True, slots=True)
class Mood:
    """Where the words stand on the circumplex of affect, -1000 to 1000 each."""

    valence: int
    arousal: int


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a prompt asks for; whatever it does not say is None or empty.

    `concept` becomes `becoming`; `concepts` are all things named, in the order of the change, the
    chosen ones included. `count` is one, pair, few or swarm.
    """

    concept: str | None = None
    becoming: str | None = None
    concepts: tuple[str, ...] = ()
    palette: str | None = None
    light: str | None = None
    layout: str | None = None
    style: str | None = None
    count: str | None = None
    mood: Mood | None = None
    hints: tuple[Hint, ...] = ()
    colours: tuple[Colour, ...] = ()
    read: tuple[Reading, ...] = ()
    unread: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain data for an API or a command line."""
        return asdict(self)
