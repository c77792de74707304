"""Simulate voters, so that figures of the taste model come from somebody whose taste is known.

A voter's utility is linear in what the voter sees of a picture, with one bend, and answers are
noisy. Real people are less consistent: figures of simulated voters are bounds from above.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice

Table = NDArray[np.float64]

SURE = 3.0  # logits per standard deviation of utility
BEND = 0.35
FADING = 8.0  # the voter cares less and less for later directions: as exp(-k / FADING)
DIRECTIONS = 24
# A museum's visitors look for a median of 17 seconds and a mean of 27 (Smith and Smith 2001,
# "Spending time on art"): a log-normal distribution with this spread of the logarithm.
USUAL_SECONDS, PACE = 17.0, 0.97


class Voter:
    """One simulated person, looking at a fixed set of pictures by what is seen of them, (N, F).

    `shared` is how much of what they care for all voters have in common, 0 to 1.
    """

    def __init__(self, number: int, seen: Table, shared: float = 0.0) -> None:
        dice = Dice("taste", "voter", number)
        parts = principal(seen, DIRECTIONS)
        fading = np.exp(-np.arange(parts.shape[1]) / FADING)
        own, common = (one.bell(parts.shape[1]) for one in (dice, Dice("taste", "everybody")))
        cares = (shared * common + (1.0 - shared) * own) * fading
        utility = parts @ cares + BEND * np.sin(2 * parts[:, 0]) * float(dice.bell(1)[0])
        self.utility = (utility - utility.mean()) / utility.std()  # (N,)
        self._dice = dice.stage("answers", number)

    def prefers_first(self, one: int, other: int) -> bool:
        """The answer to a question; asked again it may be another one."""
        gap = SURE * (self.utility[one] - self.utility[other])
        return bool(self._dice.uniform(1)[0] < 1.0 / (1.0 + np.exp(-gap)))

    def seconds(self, row: int, says: float) -> float:
        """How long the voter looks at a picture; `says` is how far that goes with liking it.

        That is the correlation of the look's logarithm with the utility, 0 (none) to 1.
        """
        noise = float(self._dice.bell(1)[0])
        bent = says * float(self.utility[row]) + (1.0 - says**2) ** 0.5 * noise
        return float(USUAL_SECONDS * np.exp(PACE * bent))

    def consistency(self, pairs: NDArray[np.int64]) -> float:
        """How often the voter would give the same answer twice: the ceiling of any model."""
        gap = SURE * (self.utility[pairs[:, 0]] - self.utility[pairs[:, 1]])
        chance = 1.0 / (1.0 + np.exp(-gap))
        return float((chance**2 + (1.0 - chance) ** 2).mean())


def principal(seen: Table, count: int) -> Table:
    """The first principal components of what is seen, (N, count) at most, each of spread 1."""
    centred = seen - seen.mean(0)
    left, size, _ = np.linalg.svd(centred, full_matrices=False)
    kept = min(count, int((size > size[0] * 1e-6).sum()))
    return np.asarray(left[:, :kept] * len(seen) ** 0.5)
