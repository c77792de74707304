"""Move a plan: the change of what it shows, painted frame by frame, or the painting itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from generation.dice import Dice
from generation.engine import Raster
from generation.engine import Subject as About
from generation.errors import FilmError
from generation.painter.edition import BY_VERSION
from generation.painter.field import Field, mix
from generation.painter.plan import PainterPlan
from generation.painter.scene import Scene, Stage, compose
from generation.painter.style.between import tweened
from generation.painter.style.look import inks, keyed
from generation.painter.style.memory import Memory
from generation.painter.style.paint import NOTHING, Painting, paint, painted
from generation.painter.style.stroke import Strokes
from generation.painter.style.style import Style
from generation.painter.style.unfold import unfold

EVERY = 3  # frames from one painting to the next; strokes travel between them
LETS_GO = 5  # so many paintings before the end, which is a still, the grip on strokes loosens
REST = 0.04  # of the film: how long each end of the change stands still


def film(plan: PainterPlan, about: About, count: int) -> Iterator[Raster]:
    """So many frames of a plan's change, from what was to what becomes, or of its being painted.

    Raises FilmError for a change of a plan in which nothing becomes anything.
    """
    if about == "painting":
        return unfold(still(plan, compose(plan)), count, plan.size)
    if not plan.becoming:
        raise FilmError("nothing changes in this recipe: choose what its subject becomes")
    return islice(tweened(paintings(plan, moments(count)), EVERY, plan.size), count)


def moments(count: int) -> list[int]:
    """The moments, per mille, of the paintings that a film of so many frames needs."""
    last = max(1, count - 1)
    frames = range(0, last + EVERY, EVERY)
    return [round(1000 * min(1.0, max(0.0, _gone(frame / last)))) for frame in frames]


def _gone(share: float) -> float:
    return (share - REST) / (1.0 - 2.0 * REST)


def paintings(plan: PainterPlan, wanted: Sequence[int]) -> Iterator[Painting]:
    """One for each moment, per mille; each keeps what it can of the one before.

    The first and the last are stills.
    """
    stage = Stage(plan)
    first, last = (_inks(plan, stage.scene(position)) for position in (0, 1000))
    strokes: dict[int, Strokes] = {}
    for number, position in enumerate(wanted):
        mixed = mix(first, last, position / 1000) if len(first) else None
        memory = Memory(strokes, grip(number, len(wanted)), mixed)
        painting = still(plan, stage.scene(position), memory)
        strokes = {coat.number: coat.strokes for coat in painting.coats}
        yield painting


def grip(number: int, count: int) -> float:
    """How firmly a film holds its strokes in one of so many paintings: not at all in the last."""
    return min(1.0, (count - 1 - number) / LETS_GO)


def still(plan: PainterPlan, scene: Scene, memory: Memory = NOTHING) -> Painting:
    """Every stroke of one moment."""
    return painted(paint(scene, style(plan), Dice(plan.grain), memory))


def style(plan: PainterPlan) -> Style:
    """The style of a plan, as its version of the painter has it, in the manner of its vector."""
    return BY_VERSION[plan.version].styles[plan.style].by(plan.style_vector)


def _inks(plan: PainterPlan, scene: Scene) -> Field:
    """What a style that mixes a few inks mixes for the scene, (I, 3), dark to light; else none."""
    own = style(plan)
    return inks(own, keyed(scene, own)) if own.mixes else np.zeros((0, 3))
