"""Turn a recipe into the file that people will look at, or listen to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from generation.engine import Plan, Progress, Sample, load, plan_digest
from generation.errors import RenderError
from generation.fingerprint import current_fingerprint
from generation.recipe import Recipe
from generation.schema import Card

OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class Artefact:
    """A finished work as its master file, and the digests that prove it.

    `facts` is its extent as its medium tells it: width and height of a picture, in pixels.
    """

    content: bytes
    media_type: str
    facts: Mapping[str, int]
    sha256: str
    sample_sha256: str
    plan_sha256: str
    environment: Mapping[str, str]  # what it was made on, as `generation.fingerprint` tells it

    @property
    def png(self) -> bytes:
        """The master of a picture."""
        return self.content

    @property
    def width(self) -> int:
        """Pixels across; 0 where the medium has no width."""
        return self.facts.get("width", 0)

    @property
    def height(self) -> int:
        """Pixels down; 0 where the medium has no height."""
        return self.facts.get("height", 0)

    @property
    def pixel_sha256(self) -> str:
        """The samples of a picture are its pixels."""
        return self.sample_sha256


def render(recipe: Recipe, on_progress: OnProgress | None = None) -> Artefact:
    """Render the recipe; `on_progress` hears of each step and may raise to stop the work."""
    from generation import medium

    card, plan, sample = draw(recipe, on_progress)
    kind = medium.of(card)
    content = kind.encode(sample, recipe.digest)
    return Artefact(
        content=content,
        media_type=kind.media_type,
        facts=kind.facts(sample),
        sha256=hashlib.sha256(content).hexdigest(),
        sample_sha256=sample.sha256,
        plan_sha256=plan_digest(plan),
        environment=current_fingerprint(card),
    )


def draw(recipe: Recipe, on_progress: OnProgress | None = None) -> tuple[Card, Plan, Sample]:
    """The engine's card, the plan and the samples of the recipe, without a file around them."""
    engine = load(recipe.engine, recipe.engine_version)
    try:
        plan = planned(recipe)
        steps = engine.render(plan)
        while True:
            progress = next(steps)
            if on_progress:
                on_progress(progress)
    except StopIteration as end:
        return engine.card, plan, end.value
    except MemoryError as cause:
        raise RenderError("not enough memory; ask a smaller size") from cause


def planned(recipe: Recipe) -> Plan:
    """The plan of the recipe, by canonical arithmetic."""
    engine = load(recipe.engine, recipe.engine_version)
    with _arithmetic(engine.card):
        return engine.plan(recipe)


def _arithmetic(card: Card) -> AbstractContextManager[None]:
    """Engines without torch need not wait for it."""
    if "torch" not in card.libraries:
        return nullcontext()
    from generation.exact import exact

    return exact()
