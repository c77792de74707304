"""Describe a hand in twenty-four numbers, from bold or fine strokes to the grain of the paper.

A style's own manner, one learned from a picture, and a random one are the same thing: 24 whole
numbers from 0 to 1000. Each stands for a quantity that the eye can see in the finished painting,
so that it can be read off a painting again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

FULL = 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """What 0 and 1000 stand for; lengths grow by factors rather than by steps."""

    name: str
    low: float
    high: float
    help: str
    by_factor: bool = False

    def value(self, permille: int) -> float:
        """The quantity; rounded, so that a power's last bit cannot matter."""
        share = permille / FULL
        if self.by_factor:
            return round(self.low * float((self.high / self.low) ** share), 6)
        return round(self.low + (self.high - self.low) * share, 6)

    def permille(self, value: float) -> int:
        """The nearest of the thousand steps; beyond the ends, the end."""
        nearest = min(range(FULL + 1), key=lambda step: abs(self.value(step) - value))
        return nearest


SCALES = (
    Scale("broad", 20.0, 140.0, "widest brush, 1/1024 of the picture", by_factor=True),
    Scale("fine", 2.8, 28.0, "finest brush, 1/1024 of the picture", by_factor=True),
    Scale("length", 0.8, 14.0, "length of a stroke in its widths", by_factor=True),
    Scale("taper", 0.0, 1.0, "how pointed its ends are"),
    Scale("bend", 0.0, 1.0, "how far it follows a curve"),
    Scale("spacing", 0.4, 1.8, "from stroke to stroke, in widths"),
    Scale("scatter", 0.0, 0.6, "how irregularly strokes are placed, in spacings"),
    Scale("care", 0.30, 0.03, "the difference that is left unpainted"),
    Scale("direction", -90.0, 90.0, "of strokes where nothing else leads them, in degrees"),
    Scale("swing", 0.0, 1.6, "how far that direction wanders over the picture, in radians"),
    Scale("eddies", 1.0, 9.0, "how many waves it wanders in"),
    Scale("contour", 0.0, 1.0, "how strictly strokes follow edges and forms"),
    Scale("uneven", 0.0, 0.16, "how unevenly light and dark are mixed"),
    Scale("variety", 0.0, 0.16, "how unevenly hues are mixed"),
    Scale("richness", 0.0, 2.0, "saturation against the scene's"),
    Scale("contrast", 0.5, 1.5, "against the scene's"),
    Scale("key", -0.25, 0.25, "darker or lighter than the scene"),
    Scale("warmth", -0.15, 0.15, "colder or warmer than the scene"),
    Scale("inks", 0.0, 1.0, "from endless colours down to three"),
    Scale("body", 0.0, 4.0, "how high the paint stands"),
    Scale("opacity", 0.15, 1.0, "of a stroke"),
    Scale("ground", 0.0, 1.0, "what strokes are laid on: dark, the mean colour, white"),
    Scale("grain", 0.0, 1.0, "how far paper or cloth shows"),
    Scale("bleed", 0.0, 1.0, "how far wet colour runs"),
)
BY_NAME = {scale.name: scale for scale in SCALES}


@dataclass(frozen=True, slots=True)
class Manner:
    """One hand; the defaults are those of oil laid on with hog bristle."""

    broad: float = 92.0
    fine: float = 3.5
    length: float = 5.0
    taper: float = 0.0
    bend: float = 1.0
    spacing: float = 0.74
    scatter: float = 0.35
    care: float = 0.13
    direction: float = 6.0
    swing: float = 0.6
    eddies: float = 3.0
    contour: float = 0.75
    uneven: float = 0.04
    variety: float = 0.024
    richness: float = 1.16
    contrast: float = 1.0
    key: float = 0.0
    warmth: float = 0.0
    inks: float = 0.0
    body: float = 2.4
    opacity: float = 1.0
    ground: float = 0.45
    grain: float = 0.3
    bleed: float = 0.0

    def vector(self) -> tuple[int, ...]:
        """The manner in per mille of each scale, (24,)."""
        return tuple(scale.permille(getattr(self, scale.name)) for scale in SCALES)


def manner(vector: Sequence[int]) -> Manner:
    """The manner of 24 per-mille numbers; `manner(v).vector() == v` for every valid v.

    Raises ValueError for another count or a number outside 0 to 1000.
    """
    if len(vector) != len(SCALES):
        raise ValueError(f"a style vector has {len(SCALES)} numbers, this one {len(vector)}")
    for scale, permille in zip(SCALES, vector, strict=True):
        if not 0 <= permille <= FULL:
            raise ValueError(f"{scale.name} is {permille}; choose a whole number from 0 to {FULL}")
    return Manner(*(scale.value(step) for scale, step in zip(SCALES, vector, strict=True)))


if tuple(field.name for field in fields(Manner)) != tuple(BY_NAME):
    raise TypeError("a manner's fields are its scales, in their order")
