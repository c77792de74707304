"""`new`, `render` and `svg`: write a recipe, make its work, or its strokes as lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import generation
from generation import receipt as receipts
from generation import registry, vector
from generation.command.console import (
    Quiet,
    RecipeFile,
    check_place,
    faults,
    read_recipe,
    rendering,
    tell,
    write,
)
from generation.errors import RecipeRefused, UnknownEngine, UnknownField
from generation.schema import Value


def new(
    seed: Annotated[int, typer.Option(help="Any whole number; another seed, another work.")],
    engine: Annotated[str, typer.Option(help="Which engine; see `describe`.")] = "painter",
    chosen: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="A parameter of the engine, as often as you like; lists part by commas.",
        ),
    ] = None,
    prompt: Annotated[str, typer.Option(help="Words that go with the work.")] = "",
) -> None:
    """Write a recipe to standard output.

    What you leave out takes the engine's default.
    """
    with faults():
        recipe = generation.compose(engine, values(engine, chosen or []), seed=seed, prompt=prompt)
        typer.echo(recipe.canonical().decode())


def render(
    recipe: RecipeFile,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    receipt: Annotated[
        Path | None, typer.Option(help="Write the receipt too, for `verify`.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Render a recipe to its master file.

    An existing file is replaced only by a finished one.
    """
    with faults():
        asked = read_recipe(recipe)
        for place in filter(None, (out, receipt)):
            check_place(place)
        with rendering(quiet) as on_progress:
            artefact = generation.render(asked, on_progress)
        write(out, artefact.content)
        if receipt:
            write(receipt, receipts.of(asked, artefact).canonical())
    if not quiet:
        extent = ", ".join(f"{name} {size}" for name, size in artefact.facts.items())
        tell(
            work=f"{out} ({extent})",
            recipe=asked.digest,
            plan=artefact.plan_sha256,
            samples=artefact.sample_sha256,
            file=artefact.sha256,
        )


def svg(
    recipe: RecipeFile,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A file ending in .svg.")],
    title: Annotated[str, typer.Option(help="What the drawing is called.")] = "Untitled",
    quiet: Quiet = False,
) -> None:
    """Write the strokes of a recipe's picture as SVG.

    An existing file is replaced only by a finished one.
    """
    with faults():
        asked = read_recipe(recipe)
        check_place(out)
        document = vector.svg(asked, title).encode()
        write(out, document)
    if not quiet:
        tell(svg=f"{out} ({len(document) // 1024} KiB)", recipe=asked.digest)


def values(engine: str, chosen: list[str]) -> dict[str, Value]:
    """The parameters in NAME=VALUE texts, each read as the engine's card says."""
    try:
        card = registry.card(engine)
    except UnknownEngine as fault:
        raise RecipeRefused((fault,)) from fault
    known = {parameter.name: parameter for parameter in card.parameters}
    pairs = [(name, text) for name, _, text in (pair.partition("=") for pair in chosen)]
    unknown = [
        UnknownField(f"parameters.{name}", text, ", ".join(known))
        for name, text in pairs
        if name not in known
    ]
    if unknown:
        raise RecipeRefused(tuple(unknown))
    return {name: known[name].read(text) for name, text in pairs}
