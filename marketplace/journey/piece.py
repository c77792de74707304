"""The demo's artist and piece: "On Wings of Song", a cloud on its way to becoming a flower."""

from dataclasses import dataclass, field
from typing import Any

STATEMENT = (
    "I paint with weather. My works begin as clouds and end as something that could only have "
    "been a cloud: a petal, a wing, a clef. The machine lays the strokes; I choose the moment at "
    "which to stop it.\n\n"
    "I apply with three studies of one morning, painted from three seeds."
)
LINKS = ("https://en.wikipedia.org/wiki/Auf_Fl%C3%BCgeln_des_Gesanges",)
REASONS = (
    "The studies hold together as a series, and no two of them repeat a gesture.",
    "A painter's hand: the light is consistent, the edges are lost and found on purpose.",
    "I would hang the second study. Welcome.",
)


@dataclass(frozen=True, slots=True)
class Study:
    """A sample work for the dossier: what to render, and what to call it."""

    title: str
    seed: int
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """What the artist asks the studio for, and what the collector will pay."""

    title: str
    description: str
    seed: int
    parameters: dict[str, Any]
    prompt: str = "on wings of song, a cloud opens into a flower"
    royalty_bps: int = 750
    price: int = 4 * 10**17
    studies: tuple[Study, ...] = field(default_factory=tuple)


def on_wings_of_song(size: int = 1024) -> Piece:
    """The piece that `make run` plays into an empty marketplace."""
    return Piece(
        title="On Wings of Song",
        description=(
            "After Heine and Mendelssohn: a cloud over the morning, halfway to a flower. "
            "Painted stroke by stroke by the studio's machine painter."
        ),
        seed=1827,  # the year of Heine's poem
        parameters={**_opening("dawn", 500), "size": size},
        studies=(
            Study("Morning, first study", 11, _study("dawn", 150)),
            Study("Morning, second study", 12, _study("rose", 560)),
            Study("Morning, third study", 13, _study("dawn", 1000)),
        ),
    )


def _study(palette: str, position: int) -> dict[str, Any]:
    return {**_opening(palette, position), "size": 512}


def _opening(palette: str, position: int) -> dict[str, Any]:
    """A cloud that opens into a flower; the light is morning's in all of them."""
    return {
        "concept": "cloud",
        "becoming": "flower",
        "position": position,
        "palette": palette,
        "light": "dawn",
        "layout": "centred",
        "style": "impasto",
    }
