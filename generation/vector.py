"""Write a recipe's picture as SVG, stroke by stroke, for plotters and for any size."""

from __future__ import annotations

from generation.artefact import planned
from generation.engine import Tracing, load
from generation.errors import RenderError
from generation.recipe import Recipe

MEDIA_TYPE = "image/svg+xml"


def svg(recipe: Recipe, title: str) -> str:
    """The document; the recipe's digest is in its metadata.

    Raises `RenderError` where the recipe's engine draws no lines.
    """
    engine = load(recipe.engine, recipe.engine_version)
    if not isinstance(engine, Tracing):
        raise RenderError(f"{recipe.engine} {recipe.engine_version} draws no strokes to write down")
    return engine.svg(planned(recipe), title, f"recipe sha256:{recipe.digest}")
