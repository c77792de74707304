"""Count near-duplicates among random works, as the marketplace would find them.

Each work's nearest others, as the dual encoder sees them, are laid over it as the gate for copies
does it (`generation.imprint`). Works are looked at as scenes, before any strokes: what strokes add
only tells works further apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from generation import chance, registry
from generation.imprint.imprint import ALIKE, compare, layer, taken
from generation.painter.arrange import arrange
from generation.painter.scene import compose
from studio_parts.figure import Figure

WORKS, SIDE = 500, 256
NEAREST = 6


def measure() -> Iterator[Figure]:
    """The share of works that have a near-duplicate among the others."""
    imprints = [taken(scene(number)) for number in range(WORKS)]
    layers = [layer(one.edges, one.height) for one in imprints]
    looks = np.array([one.looks[0] if one.looks else one.layouts[0] for one in imprints])
    alike = looks @ looks.T
    np.fill_diagonal(alike, -1.0)
    nearest = np.argsort(-alike, axis=1, kind="stable")[:, :NEAREST]
    fits = [
        max(compare(layers[one], layers[other]).permille for other in others)
        for one, others in enumerate(nearest)
    ]
    share = sum(fit >= ALIKE for fit in fits) / WORKS
    yield Figure("duplicate_rate_500", round(share, 4), at_most=0.01)
    yield Figure("nearest_cosine_500", round(float(np.median(alike.max(1))), 3))


def scene(number: int) -> NDArray[np.uint8]:
    """A random work's scene, (SIDE, SIDE, 3)."""
    recipe = chance.thrown(registry.card("painter"), f"wall {number}", {"size": 512})
    target = compose(replace(arrange(recipe), size=SIDE)).target
    return np.asarray(np.rint(np.clip(target, 0, 1) * 255), np.uint8)
