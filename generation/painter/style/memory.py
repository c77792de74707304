"""Remember the painting before, so that the next one of a film keeps its strokes.

A still is painted from nothing: whether a gap gets one of the fine strokes hangs on every stroke
below it, and so on hairs. In a film a stroke that is there stays while it does no harm, another one
waits until it is clearly needed (the play operator of hysteresis: Krasnosel'skii and Pokrovskii
1989), both come and go slowly, and what stays turns slowly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from generation.painter.field import Field, distance, mix, settle, smooth
from generation.painter.style.stroke import Grid, Strokes, Whole, soft

STAYS = 0.40  # of the need for a stroke: more lets one stay that is there
COMES = 1.30  # of the same: less lets none come
PACE = 0.34  # how much of a stroke comes or goes from one painting to the next
TURN = 0.25  # how far it goes at once to where it would run now, where the scene changes
DRIFT = 0.05  # the same where it does not
CHANGE = 0.15  # of a stroke's colour, the sum of its channels: so much is a change


@dataclass(frozen=True, slots=True)
class Recall:
    """The strokes of one pass as they were, and how firmly they are held."""

    strokes: Strokes
    grip: float = 1.0  # 0 paints as if from nothing, 1 keeps what it can

    def presence(self, need: Field, threshold: float, was: Field) -> Field:
        """How much of each stroke is there, 0 to 1, if `was` there before; `soft` at grip 0."""
        most = soft(need, threshold * (1.0 + (STAYS - 1.0) * self.grip))
        least = soft(need, threshold * (1.0 + (COMES - 1.0) * self.grip))
        pace = 1.0 + (PACE - 1.0) * self.grip
        return np.clip(np.clip(was, least, most), was - pace, was + pace)

    def share(self, grid: Grid, full: float) -> Field:
        """How much of each cell's stroke was there, as the share of its full opacity, (N,)."""
        found = np.zeros(grid.count)
        found[self.strokes.cell] = self.strokes.opacity / full
        return np.asarray(found[grid.cells])

    def eased(self, strokes: Strokes) -> Strokes:
        """The strokes on their way from where they ran to where they should, in their colours."""
        mine, other = met(strokes, self.strokes)
        if not len(mine) or strokes.path.shape[1] != self.strokes.path.shape[1]:
            return strokes
        found = turned(strokes, self.strokes)
        away = distance(strokes.colour[mine], self.strokes.colour[other])
        turn = DRIFT + (TURN - DRIFT) * smooth(0.0, CHANGE, away)
        share = (1.0 + (turn - 1.0) * self.grip)[:, None, None]
        path = found.path.copy()
        path[mine] = settle(mix(self.strokes.path[other], path[mine], share), 1 << 20)
        return replace(found, path=path)


@dataclass(frozen=True, slots=True)
class Memory:
    """All that a painting takes over from the one before it; nothing, to begin with."""

    strokes: Mapping[int, Strokes] = field(default_factory=dict)  # by the pass's number
    grip: float = 0.0
    inks: Field | None = None  # that a film prints with; else those that the scene asks for

    def of(self, number: int) -> Recall | None:
        """What is remembered of a pass."""
        known = self.strokes.get(number)
        return None if known is None or self.grip <= 0.0 else Recall(known, self.grip)


def met(strokes: Strokes, before: Strokes) -> tuple[Whole, Whole]:
    """Which strokes are in both, as indices into each."""
    _, mine, other = np.intersect1d(strokes.cell, before.cell, True, True)
    return mine, other


def turned(strokes: Strokes, before: Strokes) -> Strokes:
    """The strokes running the way in which they ran before; a still does not show which."""
    mine, other = met(strokes, before)
    if not len(mine):
        return strokes
    path, width = strokes.path.copy(), strokes.width.copy()
    old, new = before.path[other], strokes.path[mine]
    back = _apart(old, new[:, ::-1]) < _apart(old, new)
    path[mine[back]], width[mine[back]] = new[back, ::-1], width[mine[back], ::-1]
    return replace(strokes, path=path, width=width)


def _apart(a: Field, b: Field) -> Field:
    """Sum of the squared distances of corresponding points, (N,)."""
    return settle(((a - b) ** 2).sum((1, 2)), 1 << 40)
