"""Make, render, describe and verify recipes from a shell."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from errno import EISDIR, ENOENT
from pathlib import Path
from typing import Annotated, Never

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

import generation
from generation.check import MOST_BYTES
from generation.errors import GenerationError, RecipeRefused
from generation.recipe import Recipe
from generation.schema import Range, Value

BAD_RECIPE, FAILED = 2, 1

app = typer.Typer(
    help="Recipe in, artefact out: the generative studio on its own.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
_errors = Console(stderr=True, highlight=False, soft_wrap=True)
_out = Console(highlight=False)

RecipeFile = Annotated[
    Path, typer.Argument(metavar="RECIPE", help="A recipe as JSON; - reads standard input.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]


@app.command()
def new(
    seed: Annotated[int, typer.Option(help="Any whole number; another seed, another flower.")],
    engine: Annotated[str, typer.Option(help="Which engine; see `describe`.")] = "painter",
    position: Annotated[int | None, typer.Option(help="0 all cloud, 1000 all flower.")] = None,
    palette: Annotated[str | None, typer.Option(help="A palette's name.")] = None,
    size: Annotated[int | None, typer.Option(help="Width and height in pixels.")] = None,
    morph: Annotated[str | None, typer.Option(help="What becomes what.")] = None,
    prompt: Annotated[str, typer.Option(help="Words that go with the work.")] = "",
) -> None:
    """Write a new recipe to standard output; what you leave out takes the engine's default."""
    chosen = {"position": position, "palette": palette, "size": size, "morph": morph}
    parameters: dict[str, Value] = {k: v for k, v in chosen.items() if v is not None}
    with _faults():
        recipe = generation.compose(engine, parameters, seed=seed, prompt=prompt)
        typer.echo(recipe.canonical().decode())


@app.command()
def render(
    recipe: RecipeFile,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The PNG file to write.")],
    quiet: Quiet = False,
) -> None:
    """Render a recipe to a PNG picture; an existing file is replaced only by a finished one."""
    with _faults():
        asked = _read(recipe)
        _check_place(out)
        with _bar(quiet) as on_progress:
            artefact = generation.render(asked, on_progress)
        _write(out, artefact.png)
    if not quiet:
        facts = {
            "picture": f"{out} ({artefact.width} x {artefact.height})",
            "recipe": asked.digest,
            "plan": artefact.plan_sha256,
            "pixels": artefact.pixel_sha256,
            "file": artefact.sha256,
        }
        for name, fact in facts.items():
            _errors.print(f"{name:>8}  {fact}")


@app.command()
def verify(
    recipe: RecipeFile,
    picture: Annotated[Path, typer.Argument(metavar="PICTURE", help="The PNG to judge.")],
    plan: Annotated[
        str | None, typer.Option(help="The plan's SHA-256 that a receipt states.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
    quiet: Quiet = False,
) -> None:
    """Render a recipe again and compare: A same file, B same pixels, C alike to the eye."""
    with _faults():
        asked, content = _read(recipe), picture.read_bytes()
        with _bar(quiet) as on_progress:
            verdict = generation.verify(asked, content, plan_sha256=plan, on_progress=on_progress)
    if as_json:
        typer.echo(json.dumps(asdict(verdict), indent=2))
    else:
        typer.echo(f"{verdict.level}: {verdict.reason}")
        for line in verdict.environment:
            _errors.print(f"note: {line}")
    raise typer.Exit(0 if verdict.holds else FAILED)


@app.command()
def describe(
    as_json: Annotated[bool, typer.Option("--json", help="Print the cards as JSON.")] = False,
) -> None:
    """List the engines and what each lets you choose."""
    cards = generation.describe()
    if as_json:
        typer.echo(json.dumps([card.as_json() for card in cards], indent=2, ensure_ascii=False))
        return
    for known in cards:
        _out.print(f"{known.title} ({known.name} {known.version}): {known.summary}")
        table = Table(box=None, pad_edge=False, show_edge=False)
        for heading in ("parameter", "default", "allowed", "what it does"):
            table.add_column(heading)
        for parameter in known.parameters:
            unit = f" {parameter.unit}" if isinstance(parameter, Range) and parameter.unit else ""
            default = f"{parameter.default}{unit}"
            table.add_row(parameter.name, default, parameter.allowed(), parameter.help)
        _out.print(table)


def main() -> None:
    """Run the command line."""
    app(prog_name="python -m generation")


def _read(path: Path) -> Recipe:
    if str(path) == "-":
        return generation.parse(sys.stdin.buffer.read(MOST_BYTES + 1))
    with path.open("rb") as file:
        return generation.parse(file.read(MOST_BYTES + 1))


def _check_place(path: Path) -> None:
    """Better to hear of it before the painting than after."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "this is a folder, name a file in it", str(path))
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder, make it first", str(path.parent))


def _write(path: Path, content: bytes) -> None:
    """Under another name first, so that a full disk or a kill leaves no half picture."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[generation.Progress], None] | None]:
    """A progress bar on standard error, so that standard output stays clean."""
    if quiet:
        yield None
        return
    columns = (
        TextColumn("{task.description:<34}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=_errors) as bar:
        task = bar.add_task("starting", total=1000)

        def advance(step: generation.Progress) -> None:
            bar.update(task, completed=step.permille, description=step.stage)

        yield advance


@contextmanager
def _faults() -> Iterator[None]:
    """Say what went wrong in words and leave with the code that scripts can read."""
    try:
        yield
    except RecipeRefused as refused:
        lines = [f"  - {problem}" for problem in refused.problems]
        _fail(BAD_RECIPE, "\n".join(["the recipe is refused:", *lines]))
    except GenerationError as fault:
        _fail(FAILED, str(fault))
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        _fail(FAILED, f"{where}{fault.strerror or fault}")


def _fail(code: int, message: str) -> Never:
    _errors.print(f"generation: {message}", markup=False)
    raise typer.Exit(code)
