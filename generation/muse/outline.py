"""Know which things have like outlines: what rhymes in form may well become each other."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from generation.artefact import planned
from generation.painter.card import NOTHING
from generation.painter.concept.catalogue import ENTRIES
from generation.painter.plan import PainterPlan
from generation.painter.scene import Stage
from generation.recipe import compose

SIDE = 32
HALF = 0.5
SEED, SIZE = 1, 512
NAMES = tuple(entry.name for entry in ENTRIES if not entry.is_scene)


def alike(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> int:
    """Jaccard index of two outlines in thousandths: what both cover of what either covers."""
    both, either = int((one & other).sum()), int((one | other).sum())
    return both * 1000 // max(1, either)


@cache
def echoes(concept: str, most: int = 8) -> tuple[str, ...]:
    """The things whose outlines are most like a thing's, the likest first; of a scene, none."""
    if concept not in NAMES:
        return ()
    own = _outline(concept)
    found = [(-alike(own, _outline(name)), name) for name in NAMES if name != concept]
    return tuple(name for _, name in sorted(found)[:most])


@cache
def _outline(concept: str) -> NDArray[np.bool_]:
    """What it covers of a small picture when it stands in the middle, (SIDE, SIDE)."""
    chosen = {"concept": concept, "becoming": NOTHING, "layout": "centred"}
    plan = planned(compose("painter", {**chosen, "size": SIZE}, seed=SEED))
    if not isinstance(plan, PainterPlan):
        raise TypeError(f"the painter plans its own pictures, not {type(plan).__name__}")
    cover = Stage(plan).first.sheets.cover  # (SIZE, SIZE)
    step = len(cover) // SIDE
    return np.asarray(cover.reshape(SIDE, step, SIDE, step).mean((1, 3)) > HALF)
