"""Look at a scene as one pass does: at its own sharpness, beside what has been painted so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from generation.painter.field import Field, blur, resize, settle, shrink
from generation.painter.style.manner import Manner
from generation.painter.style.memory import Recall
from generation.painter.style.orientation import strokes_along
from generation.painter.style.style import PAPER, Style

MOST_STROKES = 24_000  # of brush in one painting; beyond that only the worst gaps are painted


class Motif(Protocol):
    """What a style paints; a scene is one."""

    @property
    def target(self) -> Field:
        """The picture to paint, (S, S, 3)."""

    @property
    def subject(self) -> Field:
        """0 in the sky, 1 on the subject, (S, S)."""

    @property
    def height(self) -> Field:
        """Relief towards the eye, 0 to 1, (S, S)."""

    @property
    def light(self) -> tuple[float, float]:
        """Where the light comes from, seen from the middle; y points down."""


@dataclass(frozen=True, slots=True)
class Sight:
    """All that a hand needs to place its strokes; fields share one side."""

    manner: Manner
    inks: Field  # (I, 3) colours that are printed as they are
    ground: Field  # (3,) the bare ground's colour
    shift: float  # how far an ink may lie beside its place, in picture widths
    colour: Field  # (S, S, 3) the scene as this medium can say it
    painted: Field  # (S, S, 3) the canvas so far
    along: Field  # (S, S, 2) where strokes should go
    subject: Field  # (S, S)
    height: Field  # (S, S)
    mixes: bool = False  # whether the inks are all that there is
    room: int = MOST_STROKES  # how many strokes a pass may lay
    before: Recall | None = None  # the pass in the painting before, of a film

    def printed(self, ink: int, count: int) -> Field:
        """So many times one ink, (count, 3)."""
        return np.tile(self.ground if ink == PAPER else self.inks[ink], (count, 1))

    @property
    def size(self) -> int:
        return len(self.colour)


def look(
    colour: Field,
    motif: Motif,
    painted: Field,
    flow: Field,
    style: Style,
    inks: Field,
    ground: Field,
    width: float,
) -> Sight:
    """The scene through the eyes of a brush so wide, in picture widths."""
    size = min(len(colour), max(96, int(12 / width) // 32 * 32))
    target = blur(shrink(colour, size), max(0.5, width * 0.2 * size))
    height = shrink(motif.height, size)
    sigma = max(1.5, width * 0.55 * size)
    along = strokes_along(target, height, resize(flow, size), sigma, style.hand.contour)
    return Sight(
        manner=style.hand,
        inks=inks,
        mixes=style.mixes,
        ground=ground,
        shift=style.surface.shift,
        colour=settle(target, 4096),
        painted=shrink(painted, size),
        along=along,
        subject=shrink(motif.subject, size),
        height=height,
    )
