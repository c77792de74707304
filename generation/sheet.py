"""Lay pictures side by side on one contact sheet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generation.engine import Raster
from generation.errors import FilmError
from generation.recipe import Recipe, parse
from generation.registry import card
from generation.schema import Choice, Range, Value

PAPER = (247, 245, 240)
GAP = 0.04  # between pictures and around them, in widths of a picture
SEED = "seed"


def sheet(pictures: Sequence[Raster], columns: int) -> Raster:
    """One picture of many, row by row on paper; all must have one size."""
    if not pictures or columns < 1:
        raise FilmError("a contact sheet needs a picture and a column at least")
    width, height = pictures[0].width, pictures[0].height
    gap, rows = max(2, int(width * GAP)), -(-len(pictures) // columns)
    across = min(columns, len(pictures))
    shape = (rows * (height + gap) + gap, across * (width + gap) + gap, 3)
    paper = np.full(shape, PAPER, np.uint8)
    for number, picture in enumerate(pictures):
        if (picture.width, picture.height) != (width, height):
            found = f"{picture.width} x {picture.height}"
            raise FilmError(f"picture {number} is {found} px, the first is {width} x {height}")
        top, left = (place * (side + gap) + gap for place, side in _place(number, across, picture))
        cell = np.frombuffer(picture.rgb, np.uint8).reshape(height, width, 3)
        paper[top : top + height, left : left + width] = cell
    return Raster(shape[1], shape[0], paper.tobytes())


def variants(recipe: Recipe, over: str, count: int) -> list[Recipe]:
    """The recipe with the next seeds, or with other values of one parameter; at most so many.

    Raises `FilmError` for a name that cannot be varied.
    """
    content = recipe.as_dict()
    if over == SEED:
        return [parse({**content, SEED: recipe.seed + step}) for step in range(count)]
    return [
        parse({**content, "parameters": {**content["parameters"], over: value}})
        for value in _values(recipe, over, count)
    ]


def _values(recipe: Recipe, over: str, count: int) -> list[Value]:
    known = card(recipe.engine, recipe.engine_version)
    parameter = known.parameter(over)
    if isinstance(parameter, Choice):
        return list(parameter.values[:count])
    if isinstance(parameter, Range):
        steps = (parameter.maximum - parameter.minimum) // parameter.step
        many = min(count, steps + 1)
        places = [steps * i // max(1, many - 1) for i in range(many)]
        return [parameter.minimum + place * parameter.step for place in places]
    varied = [p.name for p in known.parameters if isinstance(p, Choice | Range)]
    raise FilmError(f"{over!r} cannot be varied; choose one of {', '.join([SEED, *varied])}")


def _place(number: int, across: int, picture: Raster) -> tuple[tuple[int, int], tuple[int, int]]:
    return (number // across, picture.height), (number % across, picture.width)
