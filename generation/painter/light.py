"""Let light fall: where the sun stands in a picture, and what an hour does to colours."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generation.painter.colour import Colour, blend
from generation.painter.hour import Hour


@dataclass(frozen=True, slots=True)
class Light:
    """Where the light comes from, and the colours it gives to what it meets and what it misses."""

    x: float  # unit vector towards the light; y points down, so light from above has y < 0
    y: float
    sun: Colour = (1.0, 0.97, 0.92)
    dark: Colour = (0.10, 0.02, 0.14)

    def turned(self, angle: float) -> Light:
        """The light after it has gone round clockwise by so many radians."""
        c, s = math.cos(angle), math.sin(angle)
        return replace(self, x=self.x * c - self.y * s, y=self.x * s + self.y * c)

    def seen(self, angle: float) -> Light:
        """The same light seen from inside a frame that is turned by so many radians."""
        return self.turned(-angle)

    def on(self, x: float, y: float) -> float:
        """How squarely it falls on a side that faces (x, y): 1 fully, -1 from behind."""
        return self.x * x + self.y * y

    @property
    def mirrored(self) -> Light:
        """The same light seen in a mirror on the vertical axis."""
        return replace(self, x=-self.x)


def exposed(colour: Colour, hour: Hour) -> Colour:
    """What the hour leaves of a thing's colour; lights fade less than they are tinted."""
    red, green, blue = (part * gain / 1000 for part, gain in zip(colour, hour.gain, strict=True))
    grey = 0.3 * red + 0.59 * green + 0.11 * blue
    drawn = min(hour.pull, 750) / 1000 * 0.22
    return blend((red, green, blue), (grey, grey, grey), drawn)


def veiled(colour: Colour, air: Colour, share: float) -> Colour:
    """The colour behind so much air."""
    return blend(colour, air, share)
