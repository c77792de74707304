"""Paint a plan: coarse strokes first, finer ones where the eye would miss something."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from generation.dice import Dice
from generation.engine import Plan, Progress, Raster
from generation.painter.arrange import arrange
from generation.painter.brush import brushes
from generation.painter.canvas import Bytes, Canvas
from generation.painter.card import CARD
from generation.painter.field import Field, blur, distance, resize, settle, shrink
from generation.painter.orientation import strokes_along, wind
from generation.painter.plan import PainterPlan
from generation.painter.scene import Scene, compose, direction
from generation.painter.stroke import Guide, Starts, lively, trace
from generation.recipe import Recipe

PREVIEW = 256


@dataclass(frozen=True, slots=True)
class Pass:
    """One round over the picture with one brush; widths are in 1/1024 of the picture."""

    width: float
    length: float  # in brush widths
    miss: float  # paint where the canvas is further than this from the scene
    loyalty: float  # how far the colour may change along a stroke
    spacing: float  # between starts, in brush widths
    body: float  # how thick the paint is
    jitter: float  # how unevenly it is mixed
    name: str


PASSES = (
    Pass(92.0, 4.4, 0.000, 0.26, 0.80, 1.0, 0.040, "ground"),
    Pass(50.0, 4.4, 0.035, 0.24, 0.80, 1.0, 0.040, "masses"),
    Pass(28.0, 4.6, 0.060, 0.18, 0.74, 1.0, 0.036, "forms"),
    Pass(16.0, 5.0, 0.075, 0.16, 0.70, 0.9, 0.028, "edges"),
    Pass(9.0, 5.6, 0.080, 0.15, 0.68, 0.6, 0.022, "details"),
    Pass(5.6, 6.0, 0.085, 0.15, 0.68, 0.4, 0.018, "accents"),
    Pass(3.6, 6.0, 0.090, 0.15, 0.68, 0.0, 0.014, "glints"),
)
FINEST_PX = 2.4  # no brush thinner than this is worth its while


class Painter:
    """The engine behind `painter.card`."""

    card = CARD

    def plan(self, recipe: Recipe) -> PainterPlan:
        return arrange(recipe)

    def render(self, plan: Plan) -> Generator[Progress, None, Raster]:
        if not isinstance(plan, PainterPlan):
            raise TypeError(f"the painter paints its own plans, not {type(plan).__name__}")
        yield Progress(0, "arranging the scene")
        scene, dice = compose(plan), Dice(plan.grain)
        yield Progress(
            150, "mixing the ground", _thumbnail(np.asarray(scene.target * 255, np.uint8))
        )
        canvas = Canvas(plan.size, scene.target.mean((0, 1)) * 0.85, brushes(dice.stage("brushes")))
        flow = wind(dice.stage("wind"), len(scene.target))
        passes = [p for p in PASSES if p.width * plan.size / 1024 >= FINEST_PX]
        for number, brush in enumerate(passes):
            _paint(canvas, scene, flow, brush, dice.stage("strokes", number))
            done = 200 + 700 * (number + 1) // len(passes)
            yield Progress(done, f"painting {brush.name}", _thumbnail(canvas.colour()))
        yield Progress(930, "letting light fall on the paint")
        picture = canvas.lit(direction(plan), 2.4, dice.stage("weave"))
        yield Progress(1000, "done")
        return _raster(picture)


def _paint(canvas: Canvas, scene: Scene, flow: Field, brush: Pass, dice: Dice) -> None:
    """One pass: look where the canvas misses the scene, and lay strokes there."""
    width = brush.width / 1024
    size = min(len(scene.target), max(96, int(12 / width) // 32 * 32))
    target = blur(shrink(scene.target, size), max(0.5, width * 0.2 * size))
    along = strokes_along(target, resize(flow, size), max(1.5, width * 0.55 * size))
    guide = Guide(settle(target, 4096), along)
    starts = _starts(canvas, scene, guide, brush, dice)
    if len(starts.cells):
        strokes = trace(starts, guide, width, brush.length, brush.loyalty, dice.stage("trace"))
        canvas.add(lively(strokes, starts, brush.jitter, 1.18, dice.stage("colour")), brush.body)


def _starts(canvas: Canvas, scene: Scene, guide: Guide, brush: Pass, dice: Dice) -> Starts:
    """A jittered grid, kept where paint is missing; the subject deserves more care than the sky."""
    width, size = brush.width / 1024, len(guide.colour)
    painted = shrink(canvas.colour() / 255.0, size)
    missing = blur(distance(painted, guide.colour) / 1.5, max(0.5, width * 0.25 * size))
    missing = settle(missing * (0.55 + 0.67 * shrink(scene.subject, size)), 4096)
    step = width * brush.spacing
    at = np.arange(step / 2, 1.0, step)
    grid = np.stack(np.meshgrid(at, at), -1).reshape(-1, 2)
    places = np.clip(grid + dice.bell(grid.shape) * (step * 0.35), 0.0, 1.0 - 1e-9)
    cell = (places * size).astype(np.int64)
    kept = np.flatnonzero(missing[cell[:, 1], cell[:, 0]] > brush.miss - 1e-9)
    return Starts(places[kept], kept, len(grid))


def _thumbnail(picture: Bytes) -> Raster:
    image = Image.fromarray(np.ascontiguousarray(picture)).resize(
        (PREVIEW, PREVIEW), Image.Resampling.BOX
    )
    return Raster(PREVIEW, PREVIEW, image.tobytes())


def _raster(picture: Bytes) -> Raster:
    height, width = picture.shape[:2]
    return Raster(width, height, np.ascontiguousarray(picture).tobytes())


ENGINE = Painter()
