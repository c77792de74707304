"""Read a prompt for the planner: the names it speaks of, and what it took each word for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """What a prompt asks for; None where it says nothing."""

    concept: str | None = None
    becoming: str | None = None
    palette: str | None = None
    light: str | None = None
    layout: str | None = None
    style: str | None = None
    many: int | None = None
    traits: Mapping[str, int] = field(default_factory=dict)
    words: tuple[tuple[str, str], ...] = ()


def read(prompt: str) -> Reading:
    """The reading of a prompt; of an empty one, nothing."""
    return Reading()
