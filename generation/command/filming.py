"""`film` and `sheet`: show a recipe as moving pictures, or many of its variants on one page."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generation.command.console import (
    Quiet,
    RecipeFile,
    Tell,
    bar,
    check_place,
    faults,
    read_recipe,
    tell,
    write,
)
from generation.engine import Raster
from generation.recipe import Recipe


class Of(StrEnum):
    """What a film shows."""

    MORPH = "morph"
    PAINTING = "painting"


def film(
    recipe: RecipeFile,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file ending in .mp4 or .webm.")],
    of: Annotated[Of, typer.Option(help="The change of its forms, or how it is painted.")] = (
        Of.MORPH
    ),
    seconds: Annotated[int, typer.Option(min=1, max=120, help="How long it is.")] = 8,
    fps: Annotated[int, typer.Option(min=1, max=60, help="Frames a second.")] = 24,
    quiet: Quiet = False,
) -> None:
    """Film a recipe as MP4 or WebM.

    An existing file is replaced only by a finished one.
    """
    from generation import motion
    from generation.film import container_of, encode

    with faults():
        asked = read_recipe(recipe)
        check_place(out)
        container, count = container_of(out), seconds * fps
        with bar(quiet) as say:

            def on_frame(number: int) -> None:
                if say:
                    say(1000 * number // count, f"frame {number} of {count}")

            made = encode(motion.frames(asked, of.value, count), container, fps, on_frame)
        write(out, made.content)
    if not quiet:
        extent = f"{made.width} x {made.height}, {made.frames} frames, {made.fps} a second"
        tell(film=f"{out} ({extent})", frames=made.frames_sha256, file=made.sha256)


def sheet(
    recipe: RecipeFile,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The PNG file to write.")],
    over: Annotated[str, typer.Option(help="What varies: seed, or a parameter's name.")] = "seed",
    columns: Annotated[int, typer.Option(min=1, max=20, help="Pictures in a row.")] = 4,
    rows: Annotated[int, typer.Option(min=1, max=20, help="Rows at most.")] = 3,
    quiet: Quiet = False,
) -> None:
    """Lay a recipe's variants on one page."""
    from generation import png
    from generation.sheet import sheet as laid
    from generation.sheet import variants

    with faults():
        asked = read_recipe(recipe)
        check_place(out)
        wanted = variants(asked, over, columns * rows)
        with bar(quiet) as say:
            page = laid(list(_pictures(wanted, say)), columns)
        write(out, png.encode(page))
    if not quiet:
        tell(sheet=f"{out} ({page.width} x {page.height}, {len(wanted)} pictures)")


def _pictures(recipes: list[Recipe], say: Tell | None) -> Iterator[Raster]:
    from generation.motion import picture

    for number, recipe in enumerate(recipes):
        if say:
            say(1000 * number // len(recipes), f"picture {number + 1} of {len(recipes)}")
        yield picture(recipe)
