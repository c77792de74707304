"""Name the light a picture stands in: where the sun is, and what it does to colours."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generation.painter.colour import Colour


@dataclass(frozen=True, slots=True)
class Light:
    """Where the light comes from, and the colours it gives to what it meets and what it misses."""

    x: float  # unit vector towards the light; y points down, so light from above has y < 0
    y: float
    sun: Colour = (1.0, 0.97, 0.92)
    dark: Colour = (0.10, 0.02, 0.14)

    def turned(self, angle: float) -> Light:
        """The same light seen from a frame that is turned by -angle radians."""
        c, s = math.cos(angle), math.sin(angle)
        return replace(self, x=self.x * c - self.y * s, y=self.x * s + self.y * c)

    def seen(self, angle: float) -> Light:
        """The same light seen from inside a frame that is turned by so many radians."""
        return self.turned(-angle)

    def on(self, x: float, y: float) -> float:
        """How squarely it falls on a side that faces (x, y): 1 fully, -1 from behind."""
        return self.x * x + self.y * y
