"""Turn a recipe into the file that collectors will look at."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from generation.engine import Plan, Progress, Raster, load, plan_digest
from generation.errors import RenderError
from generation.recipe import Recipe

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A rendered picture and the digests that prove it."""

    png: bytes
    media_type: str
    width: int
    height: int
    sha256: str
    pixel_sha256: str
    plan_sha256: str


def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Artefact:
    """Render the recipe; `on_progress` hears of each step and may raise to stop the work."""
    from generation import png

    plan, raster = draw(recipe, on_progress)
    content = png.encode(raster, recipe.digest)
    return Artefact(
        png=content,
        media_type=png.MEDIA_TYPE,
        width=raster.width,
        height=raster.height,
        sha256=hashlib.sha256(content).hexdigest(),
        pixel_sha256=raster.sha256,
        plan_sha256=plan_digest(plan),
    )


def draw(recipe: Recipe, on_progress: OnProgress | None = None) -> tuple[Plan, Raster]:
    """Plan and pixels of the recipe, without a file around them."""
    engine = load(recipe.engine, recipe.engine_version)
    try:
        plan = engine.plan(recipe)
        steps = engine.render(plan)
        while True:
            progress = next(steps)
            if on_progress:
                on_progress(progress)
    except StopIteration as end:
        return plan, end.value
    except MemoryError as cause:
        raise RenderError("not enough memory; ask a smaller size") from cause
