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
class Puff:
    """A ball of cloud, where it starts and where the flower wants it: x, y, depth, radius."""

    start: tuple[int, int, int, int]
    end: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Petal:
    """One petal: where it points, its measures, its bend, and how light it is."""

    layer: int
    angle: int
    length: int
    width: int
    bend: int
    tone: int
    grain: int


@dataclass(frozen=True, slots=True)
class Flower:
    """A blossom seen from the front, tilted a little."""

    kind: str
    x: int
    y: int
    radius: int
    tilt: int
    squash: int
    body: str
    heart: str
    inward: int  # per mille: how much paler (or, below 0, deeper) each ring is than the one outside
    petals: tuple[Petal, ...]
    stamens: int
    disc: int


@dataclass(frozen=True, slots=True)
class Cloud:
    """A cumulus, the bank of clouds below it, and the line that cuts its base."""

    base: int
    puffs: tuple[Puff, ...]
    bank: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class PainterPlan:
    """The whole painting before its first stroke; `grain` names the dice of its textures."""

    size: int
    position: int
    palette: str
    grain: str
    light: int
    cirrus: int
    flower: Flower
    cloud: Cloud

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
