"""Hold every decision of a painting in whole numbers.

Lengths are in `UNIT`-ths of the picture's width, angles in thousandths of a degree, shares in per
mille. So a plan is the same text on every machine, and a picture of any size can follow from it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

UNIT = 65_536
TURN = 360_000


@dataclass(frozen=True, slots=True)
class Placed:
    """One thing in the picture: what, where, how large, how far away, and of what traits."""

    concept: str
    x: int
    y: int
    scale: int  # the radius of its frame
    turn: int
    depth: int  # per mille: 0 is near
    mirror: bool
    traits: tuple[int, ...]  # in the concept's own order


@dataclass(frozen=True, slots=True)
class PainterPlan:
    """The whole painting before its first stroke; `grain` names the dice of its textures."""

    size: int
    grain: str
    palette: str
    swatches: tuple[str, ...]
    light: str
    sun: int  # where it stands: an angle, clockwise from the right
    cirrus: int
    bank: bool  # whether far clouds lie along the lower edge
    layout: str
    layout_after: str  # of what becomes
    style: str
    style_vector: tuple[int, ...]
    inner: tuple[int, ...]
    position: int
    subjects: tuple[Placed, ...]  # from far to near
    becoming: tuple[Placed, ...]  # empty when nothing becomes of them
    colours: tuple[str, ...]  # that the words ask of the subjects, before the palette's own
    colours_after: tuple[str, ...]
    setting: str
    setting_after: str
    understanding: tuple[tuple[str, str], ...]  # words of the prompt and what they were taken for
    version: str  # of the painter that paints it

    def as_dict(self) -> dict[str, Any]:
        """Every decision; version 2 did not write its name into its plans."""
        named = asdict(self)
        if self.version == "2":
            del named["version"]
        return named
