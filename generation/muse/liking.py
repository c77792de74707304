"""Judge by a taste that was learnt from people's choices, and say what in a picture it likes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generation.errors import WeightsRefused
from generation.exact import fixed
from generation.muse.glimpse import Glimpse
from generation.muse.judge import Blend, Craft, Judge, Opinion
from generation.taste import NAMES, Taste, digest, features, score

SURE = 2  # how many spreads a feature's worth is away from nothing, to be called liked
FEWEST = 100  # thousandths that a feature must add, to be worth a word


@dataclass(frozen=True, slots=True)
class Liked:
    """A feature that people like, its worth, and how much a picture has of it, in thousandths.

    Negative worth: people like less of it, and the picture has less.
    """

    feature: str
    worth: int
    amount: int


@dataclass(frozen=True, slots=True)
class Liking:
    """A taste as a judge; raises `WeightsRefused` for one that was fitted on other features."""

    taste: Taste

    def __post_init__(self) -> None:
        if self.taste.features != digest():
            raise WeightsRefused(
                f"this taste was fitted on features {self.taste.features[:12]}, "
                f"pictures are measured by {digest()[:12]}; fit it anew"
            )

    def __call__(self, seen: Glimpse) -> Opinion:
        """How much it would be liked; 0 is a typical work of the painter."""
        mean, spread = score(self.taste, features(seen.picture))
        return Opinion(*(int(fixed(np.array(float(one)), 1000)) for one in (mean, spread)))

    def liked(self, seen: Glimpse) -> tuple[Liked, ...]:
        """What in this picture is surely liked, the weightiest first."""
        amounts = fixed(features(seen.picture), 1000)
        worth = fixed(self.taste.mean, 1000)
        spread = fixed(np.sqrt(np.maximum(0.0, self.taste.covariance.diagonal())), 1000)
        found = [
            (int(worth[at] * amounts[at]) // 1000, Liked(name, int(worth[at]), int(amounts[at])))
            for at, name in enumerate(NAMES)
            if abs(int(worth[at])) >= SURE * int(spread[at])
        ]
        return tuple(one for adds, one in sorted(found, key=_weight) if adds >= FEWEST)


def guided_by(taste: Taste | None, strength: int) -> Judge:
    """Craft alone, or craft and a taste that counts as much as is wanted, 0 to 1000."""
    if taste is None or not strength:
        return Craft()
    return Blend(((Craft(), 1000 - strength // 2), (Liking(taste), strength)))


def _weight(one: tuple[int, Liked]) -> tuple[int, str]:
    return -one[0], one[1].feature
