"""Keep the best picture of every kind that was ever tried: MAP-Elites (Mouret and Clune 2015).

A cell is a theme (what kind of thing becomes what kind), a tone and how much goes on; only the
first is chosen, the others are measured in the picture. So the archive shows at once what has been
tried, what came of it, and what nothing shows yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from generation.muse.measure import BUSINESS, LOOK, TONES, Look, Measure, apart
from generation.muse.subject import Subject, group
from generation.painter.concept.catalogue import GROUPS

THEMES = tuple(dict.fromkeys(GROUPS.values()))
CELLS = len(THEMES) * (len(THEMES) + 1) * len(TONES) * len(BUSINESS)
NEAREST = 6


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A kind of picture; `becoming` is "" where nothing changes."""

    theme: str
    becoming: str
    tone: str
    business: str


@dataclass(frozen=True, slots=True, eq=False)
class Elite:
    """The best picture of its cell so far; quality in thousandths."""

    subject: Subject
    quality: int
    cell: Cell
    look: Look


class Archive:
    """Elites by cell, in the order of the cells."""

    def __init__(self, elites: Iterable[Elite] = ()) -> None:
        self._elites: dict[Cell, Elite] = {}
        for elite in elites:
            self.offer(elite)

    def __len__(self) -> int:
        return len(self._elites)

    def __iter__(self) -> Iterator[Elite]:
        return (self._elites[cell] for cell in sorted(self._elites))

    def __contains__(self, cell: Cell) -> bool:
        return cell in self._elites

    @property
    def coverage(self) -> int:
        """How many of all cells hold something, per mille."""
        return len(self._elites) * 1000 // CELLS

    @property
    def quality(self) -> int:
        """The sum of all elites' qualities: what such an archive is measured by (QD score)."""
        return sum(elite.quality for elite in self._elites.values())

    def offer(self, elite: Elite) -> bool:
        """Take it if its cell is empty or holds something worse; whether it was taken."""
        held = self._elites.get(elite.cell)
        if held is not None and held.quality >= elite.quality:
            return False
        self._elites[elite.cell] = elite
        return True

    def looks(self) -> Look:
        """All looks, (N, LOOK), in the order of the cells."""
        found = [elite.look for elite in self]
        return np.stack(found) if found else np.zeros((0, LOOK), np.int16)


def cell(subject: Subject, found: Measure) -> Cell:
    """Where a picture belongs."""
    return Cell(group(subject.concept), group(subject.becoming), found.tone, found.business)


def novelty(look: Look, looks: Look, nearest: int = NEAREST) -> int:
    """Mean distance to the nearest of some looks, in thousandths (Lehman and Stanley 2011)."""
    away = np.sort(apart(look, looks))[:nearest]
    return int(away.sum()) // len(away) if len(away) else 1000
