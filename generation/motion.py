"""Show a recipe as moving pictures: its change from one thing to another, or its painting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generation.artefact import draw, planned
from generation.engine import Filming, Raster, Subject, load
from generation.errors import FilmError
from generation.recipe import Recipe
from generation.registry import card
from generation.schema import Range

POSITION = "position"


def frames(recipe: Recipe, subject: Subject, count: int) -> Iterator[Raster]:
    """So many frames; an engine that films by itself does, others paint each position anew.

    Raises `FilmError` where the recipe's engine makes no pictures, or has nothing that moves.
    """
    known = card(recipe.engine, recipe.engine_version)
    if known.medium != "picture":
        raise FilmError(f"{known.name} makes a {known.medium}; only pictures can be filmed")
    engine = load(recipe.engine, recipe.engine_version)
    if isinstance(engine, Filming):
        yield from engine.film(planned(recipe), subject, count)
    elif subject == "painting" or not isinstance(known.parameter(POSITION), Range):
        raise FilmError(f"{known.name} {known.version} cannot show its {subject}")
    else:
        yield from _painted_anew(recipe, positions(count))


def positions(count: int) -> list[int]:
    """Per mille of the way in each frame, slow at both ends: 3t^2 - 2t^3."""
    last = max(1, count - 1)
    return [1000 * t * t * (3 * last - 2 * t) // last**3 for t in range(count)]


def _painted_anew(recipe: Recipe, wanted: list[int]) -> Iterator[Raster]:
    """At both ends several frames share a position; each is painted once."""
    shown: tuple[int, Raster] | None = None
    for position in wanted:
        if shown is None or shown[0] != position:
            there = replace(recipe, parameters={**recipe.parameters, POSITION: position})
            shown = position, picture(there)
        yield shown[1]


def picture(recipe: Recipe) -> Raster:
    """The recipe rendered, as pixels; raises `FilmError` where it makes something else."""
    sample = draw(recipe)[2]
    if not isinstance(sample, Raster):
        raise FilmError(f"{recipe.engine} returned a {type(sample).__name__}, which is no picture")
    return sample
