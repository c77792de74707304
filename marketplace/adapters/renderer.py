"""Render recipes: the only place of the marketplace that reaches what draws."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from generation import artefact, verdict
from generation.engine import Progress
from generation.recipe import Recipe, parse
from generation.verdict import Verdict

OnProgress = Callable[[int, str], None]  # permille, stage; may raise to stop the work


@dataclass(frozen=True, slots=True)
class Rendering:
    """A finished artefact and the digests that prove it."""

    png: bytes
    media_type: str
    width: int
    height: int
    sha256: str
    pixel_sha256: str
    plan_sha256: str


class Render(Protocol):
    """What the studio asks of a renderer."""

    def __call__(self, recipe: Recipe, on_progress: OnProgress | None = None) -> Rendering:
        """Render the recipe, telling how far it has come."""


def render(recipe: Recipe | Mapping[str, Any], on_progress: OnProgress | None = None) -> Rendering:
    """Render here and now; heavy. `GenerationError` says why it could not be done."""
    made = artefact.render(_parsed(recipe), _heard(on_progress))
    return Rendering(
        made.png,
        made.media_type,
        made.width,
        made.height,
        made.sha256,
        made.pixel_sha256,
        made.plan_sha256,
    )


def compare(
    recipe: Recipe | Mapping[str, Any],
    content: bytes,
    plan_sha256: str,
    on_progress: OnProgress | None = None,
) -> Verdict:
    """Render the recipe again and judge how near the content comes to it; heavy."""
    return verdict.verify(
        _parsed(recipe), content, plan_sha256=plan_sha256, on_progress=_heard(on_progress)
    )


def _parsed(recipe: Recipe | Mapping[str, Any]) -> Recipe:
    return recipe if isinstance(recipe, Recipe) else parse(recipe)


def _heard(on_progress: OnProgress | None) -> Callable[[Progress], None] | None:
    if on_progress is None:
        return None
    return lambda progress: on_progress(progress.permille, progress.stage)
