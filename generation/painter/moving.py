"""Move a plan: the change of what it shows, painted frame by frame, or the painting itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generation.dice import Dice
from generation.engine import Raster
from generation.engine import Subject as About
from generation.errors import FilmError
from generation.painter.plan import PainterPlan
from generation.painter.scene import Scene, Stage, compose
from generation.painter.style.between import tweened
from generation.painter.style.catalogue import BY_NAME
from generation.painter.style.paint import Painting, paint, painted
from generation.painter.style.unfold import unfold

EVERY = 3  # frames from one painting to the next; strokes travel between them
REST = 0.04  # of the film: how long each end of the change stands still


def film(plan: PainterPlan, about: About, count: int) -> Iterator[Raster]:
    """So many frames of a plan's change, from what was to what becomes, or of its being painted.

    Raises FilmError for a change of a plan in which nothing becomes anything.
    """
    if about == "painting":
        return unfold(still(plan, compose(plan)), count, plan.size)
    if not plan.becoming:
        raise FilmError("nothing changes in this recipe: choose what its subject becomes")
    return islice(tweened(_paintings(plan, count), EVERY, plan.size), count)


def moments(count: int) -> list[int]:
    """The moments, per mille, of the paintings that a film of so many frames needs."""
    last = max(1, count - 1)
    frames = range(0, last + EVERY, EVERY)
    return [round(1000 * min(1.0, max(0.0, _gone(frame / last)))) for frame in frames]


def _gone(share: float) -> float:
    return (share - REST) / (1.0 - 2.0 * REST)


def _paintings(plan: PainterPlan, count: int) -> Iterator[Painting]:
    stage = Stage(plan)
    return (still(plan, stage.scene(position)) for position in moments(count))


def still(plan: PainterPlan, scene: Scene) -> Painting:
    """Every stroke of one moment."""
    style = BY_NAME[plan.style].by(plan.style_vector)
    return painted(paint(scene, style, Dice(plan.grain)))
