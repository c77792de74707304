"""Mix colours given as hex text into floats and back."""

from __future__ import annotations

import numpy as np

from generation.painter.field import Field

Colour = tuple[float, float, float]

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)


def from_hex(text: str) -> Colour:
    """`#rrggbb` as three numbers from 0 to 1."""
    return (int(text[1:3], 16) / 255, int(text[3:5], 16) / 255, int(text[5:7], 16) / 255)


def blend(a: Colour, b: Colour, weight: float) -> Colour:
    """The colour so far on the way from a to b."""
    return (
        a[0] + (b[0] - a[0]) * weight,
        a[1] + (b[1] - a[1]) * weight,
        a[2] + (b[2] - a[2]) * weight,
    )


def deepen(colour: Colour, power: float = 1.7) -> Colour:
    """The same hue in shadow: weak channels fall faster than strong ones, so it stays rich."""
    return (colour[0] ** power * 0.78, colour[1] ** power * 0.72, colour[2] ** power * 0.80)


def clip(colour: Colour) -> Colour:
    return (_unit(colour[0]), _unit(colour[1]), _unit(colour[2]))


def array(colour: Colour) -> Field:
    return np.asarray(colour)


def _unit(x: float) -> float:
    return min(1.0, max(0.0, x))
