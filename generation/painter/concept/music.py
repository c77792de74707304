"""Draw music: the treble clef on its staff, and what it is played on."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from generation.dice import Dice
from generation.painter.colour import Colour, blend, deepen
from generation.painter.concept.concept import Concept, Trait, amount, choice, count
from generation.painter.concept.figure import (
    Figure,
    Points,
    Shape,
    Shapes,
    flat,
    frame,
    placed,
    ramp,
)
from generation.painter.concept.form import (
    bezier,
    curve,
    joined,
    moved,
    oval,
    points,
    ribbon,
)
from generation.painter.concept.part import ball, glow, line, solid, tones
from generation.painter.light import Light
from generation.painter.paints import Paints

GOLD: Colour = (0.96, 0.78, 0.36)
IVORY: Colour = (1.0, 0.97, 0.90)

# The clef's pen stroke from its inner curl to its foot; thin at the ends, broad on the way down.
_SPINE = (
    (0.02, 0.30),
    (-0.11, 0.26),
    (-0.15, 0.12),
    (-0.04, 0.00),
    (0.13, 0.01),
    (0.25, 0.14),
    (0.24, 0.34),
    (0.08, 0.47),
    (-0.14, 0.46),
    (-0.31, 0.30),
    (-0.32, 0.06),
    (-0.18, -0.18),
    (0.05, -0.40),
    (0.19, -0.60),
    (0.21, -0.80),
    (0.12, -0.95),
    (0.00, -0.84),
    (-0.04, -0.62),
    (0.00, -0.30),
    (0.07, 0.10),
    (0.14, 0.50),
    (0.15, 0.74),
    (0.04, 0.90),
    (-0.11, 0.88),
    (-0.16, 0.76),
)
_WIDTHS = (
    *(0.02, 0.05, 0.07, 0.06, 0.08, 0.105, 0.10, 0.07, 0.075, 0.105, 0.115, 0.10, 0.075),
    *(0.075, 0.085, 0.05, 0.045, 0.06, 0.06, 0.055, 0.055, 0.055, 0.05, 0.05, 0.05),
)


def treble_clef(traits: Mapping[str, int], paints: Paints, light: Light, dice: Dice) -> Figure:
    """A G clef in gold or lacquer, on five lines that wave like a banner, with notes on them."""
    colour = choice(traits["colour"], (GOLD, paints.bloom(300), paints.light, paints.bloom(800)))
    lean = amount(traits["lean"], -0.16, 0.16)
    shapes: Shapes = (glow(0.0, 0.0, 1.1, blend(colour, GOLD, 0.6), 0.34),)
    staff = _Staff(amount(traits["wave"], 0.02, 0.14), amount(traits["staff"], 0.0, 6.0))
    shapes += staff.lines(paints.light)
    shapes += staff.notes(
        count(traits["notes"], 0, 7), blend(paints.ink, colour, 0.35), dice, light
    )
    shapes += placed(
        _clef(colour, amount(traits["weight"], 0.85, 1.3), light.seen(lean)), frame(turn=lean)
    )
    return Figure(shapes)


def _clef(colour: Colour, weight: float, light: Light) -> Shapes:
    """The stroke as a rounded band: dark below, its own colour, a lit ridge, and the dot."""
    path = curve(*_SPINE)
    lit, body, deep = tones(colour, light)
    shift = np.array([light.x, light.y])
    top, foot = (light.x * 0.9, light.y * 0.9), (-light.x * 0.9, -light.y * 0.9)

    def band(share: float, aside: float) -> Points:
        return ribbon(path + shift * aside, [width * weight * share for width in _WIDTHS])

    rim = deepen(deep)
    return (
        Shape(band(1.5, -0.012), flat(rim, 0.35), soft=0.03),
        Shape(band(1.16, 0.0), flat(rim), flat(0.42), shadow=0.05),
        Shape(band(0.94, 0.0), ramp(top, foot, lit, body, deep), flat(0.6)),
        Shape(
            band(0.50, 0.008),
            ramp(top, foot, blend(lit, IVORY, 0.5), lit, body),
            flat(0.75),
            soft=0.008,
        ),
        Shape(band(0.16, 0.014), flat(IVORY, 0.85), soft=0.004),
        *ball(-0.115, 0.775, 0.085 * weight**0.5, colour, light, 0.8),
    )


class _Staff:
    """Five lines on a wave; x runs along them, `step` counts from the middle line upwards."""

    def __init__(self, wave: float, phase: float) -> None:
        self._wave, self._phase = wave, phase

    def at(self, x: float, step: float) -> tuple[float, float]:
        """A place on the staff."""
        lift = self._wave * math.sin(self._phase + 2.6 * x)
        gap = 0.105 * (1.0 - 0.10 * math.sin(self._phase * 1.3 + 2.0 * x))
        return x, 0.16 + lift - step * gap

    def lines(self, colour: Colour) -> Shapes:
        """The five of them, fading towards their ends."""
        ends = ramp(
            (-1.0, 0.0), (1.0, 0.0), (*colour, 0.0), (*colour, 0.9), (*colour, 0.9), (*colour, 0.0)
        )
        spots = np.linspace(-0.96, 0.96, 28)
        found = []
        for step in range(-2, 3):
            path = points(*(self.at(float(x), step) for x in spots))
            found.append(Shape(ribbon(path, 0.014), ends, flat(0.3)))
        return tuple(found)

    def notes(self, many: int, colour: Colour, dice: Dice, light: Light) -> Shapes:
        """Quavers to the right of the clef, beamed or with a flag."""
        found: list[Shape] = []
        for k, (wander, pitch, kind) in enumerate(dice.stage("notes").uniform((many, 3)).tolist()):
            x = 0.42 + 0.50 * (k + 0.6 * wander) / max(1, many)
            x = -x - 0.02 if k % 3 == 2 else x
            at = self.at(x, round(pitch * 6 - 3) / 1.0 * 0.66)
            found += placed(_note(kind, colour, light), frame(*at, scale=0.9))
        return tuple(found)


def _note(kind: float, colour: Colour, light: Light) -> Shapes:
    """A head, its stem, one flag or two."""
    head = moved(oval(0.0, 0.0, 0.062, 0.044), turn=-0.38)
    stem = points((0.054, -0.012), (0.054, -0.30))
    found: Shapes = (solid(head, colour, light, (0.4, 0.7)), line(stem, 0.016, colour))
    for flag in range(1 + int(kind * 2)):
        y = -0.30 + 0.075 * flag
        edge = joined(
            bezier((0.050, y), (0.070, y + 0.10), (0.150, y + 0.10), (0.125, y + 0.21), 10),
            bezier((0.125, y + 0.21), (0.130, y + 0.13), (0.075, y + 0.10), (0.050, y + 0.075), 10)[
                1:
            ],
        )
        found += (Shape(edge, flat(colour), flat(0.5)),)
    return found


CONCEPTS = (
    Concept(
        "treble-clef",
        (
            Trait("colour", "Colour", "gold", "bloom", 200),
            Trait("weight", "Stroke", "thin", "bold"),
            Trait("lean", "Lean", "left", "right"),
            Trait("wave", "Staff", "straight", "waving"),
            Trait("staff", "Wave", "from the left", "from the right"),
            Trait("notes", "Notes", "none", "seven"),
        ),
        treble_clef,
    ),
)
