"""Say a taste in words: what somebody leans towards, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from generation.taste.feature import FEATURES
from generation.taste.model import Taste

LIKELY: Final = 0.7  # spreads away from zero, from which on a leaning is told: three in four
NOTABLE: Final = 0.08  # utility a spread of the feature


@dataclass(frozen=True, slots=True)
class Leaning:
    """A feature that is liked, or whose opposite is: `sureness` is in spreads of the belief."""

    feature: str
    words: str
    worth: float
    sureness: float


def leanings(taste: Taste, most: int = 5) -> tuple[Leaning, ...]:
    """What can be told by now, surest first; nothing where too little was asked."""
    named = len(FEATURES)  # what the eye sees besides has no words
    spread = np.sqrt(np.maximum(np.diag(taste.covariance)[:named], 1e-12))
    sure = np.abs(taste.mean[:named]) / spread
    order = np.argsort(-sure, kind="stable")
    told = [row for row in order if sure[row] >= LIKELY and abs(taste.mean[row]) >= NOTABLE]
    return tuple(
        Leaning(
            FEATURES[row].name,
            FEATURES[row].title if taste.mean[row] > 0 else FEATURES[row].less,
            float(taste.mean[row]),
            float(sure[row]),
        )
        for row in told[:most]
    )
