"""Look at a recipe before it is painted: its scene without a stroke, small, in a moment."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from generation.artefact import planned
from generation.engine import Raster
from generation.errors import RenderError
from generation.muse.outline import HALF, alike
from generation.painter.plan import PainterPlan
from generation.painter.scene import Stage
from generation.recipe import Recipe

SIDE = 128
MATTER = 64  # side of the cloud's own grid


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A recipe, what it decides, and about how it will look: (SIDE, SIDE) pixels.

    `subject` says how much of each spot is subject rather than sky, 0 to 255, row by row; `rhyme`
    how alike the outlines of both ends of a change are, per mille of what either covers.
    """

    recipe: Recipe
    plan: PainterPlan
    picture: Raster
    subject: bytes
    rhyme: int = 0


def glimpse(recipe: Recipe) -> Glimpse:
    """The look of a recipe; raises `RenderError` for one that the painter does not paint."""
    plan = planned(recipe)
    if not isinstance(plan, PainterPlan):
        raise RenderError(f"the muse sees what the painter paints, not {recipe.engine}'s works")
    stage = Stage(replace(plan, size=SIDE, bank=False))
    stage.side = MATTER
    scene = stage.scene(plan.position)
    rgb = np.rint(np.clip(scene.target, 0, 1) * 255).astype(np.uint8)
    subject = np.rint(np.clip(scene.subject, 0, 1) * 255).astype(np.uint8)
    picture = Raster(SIDE, SIDE, rgb.tobytes())
    return Glimpse(recipe, plan, picture, subject.tobytes(), _rhyme(stage) if plan.becoming else 0)


def _rhyme(stage: Stage) -> int:
    """How alike the two drawings are; 0 where one of them is mere cloud."""
    if not (stage.first.is_drawn and stage.then.is_drawn):
        return 0
    return alike(*(one.sheets.cover > HALF for one in (stage.first, stage.then)))
