"""Shape what pages show, apart from how the stages keep it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the store and the room it takes."""

    cid: str
    width: int
    height: int
