"""Describe the kinds of flowers that the grammar can grow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generation.painter.field import Field


@dataclass(frozen=True, slots=True)
class Species:
    """Bounds between which the dice choose, and the form of one petal."""

    name: str
    petals: tuple[int, int]  # in the outer ring
    rings: tuple[int, int]
    fullness: float  # how far neighbours overlap: 1 just touches
    shrink: float  # length of a ring against the one outside it
    belly: float  # above 1 the petal is widest near its tip
    roundness: float  # below 1 the tip is round, above it is pointed
    notch: float  # how deep the tip is cut, in petal lengths
    ruffle: float
    disc: float  # radius of the heart against that of the flower
    squash: tuple[int, int]  # per mille: how far it turns away from us

    def halfwidth(self, u: Field) -> Field:
        """Half the petal's width at the share u of its length, at most 1."""
        return np.asarray(np.sin(np.pi * np.clip(u, 0, 1) ** self.belly) ** self.roundness)


SPECIES: tuple[Species, ...] = (
    Species("lotus", (8, 11), (3, 4), 1.5, 0.77, 1.15, 0.95, 0.0, 0.0, 0.15, (860, 960)),
    Species("dahlia", (12, 16), (5, 6), 1.6, 0.82, 1.3, 0.8, 0.0, 0.0, 0.10, (880, 980)),
    Species("anemone", (6, 8), (2, 3), 1.75, 0.84, 1.3, 0.6, 0.0, 0.25, 0.18, (860, 960)),
    Species("cosmos", (8, 9), (1, 2), 1.3, 0.80, 1.9, 0.62, 0.07, 0.2, 0.17, (840, 960)),
    Species("peony", (7, 9), (5, 6), 1.9, 0.80, 1.5, 0.55, 0.03, 0.5, 0.11, (880, 980)),
    Species("gerbera", (16, 20), (2, 3), 1.5, 0.78, 1.5, 0.6, 0.0, 0.0, 0.2, (840, 960)),
)
BY_NAME = {species.name: species for species in SPECIES}
