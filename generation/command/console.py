"""Read and write files for the commands, show how far they are, say what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EISDIR, ENOENT
from pathlib import Path
from typing import Annotated, Never

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

import generation
from generation.check import MOST_BYTES
from generation.errors import GenerationError, ReceiptRefused, RecipeRefused
from generation.recipe import Recipe

FAILED, REFUSED, BELOW_PROMISE = 1, 2, 3

errors = Console(stderr=True, highlight=False, soft_wrap=True)
out = Console(highlight=False)

RecipeFile = Annotated[
    Path, typer.Argument(metavar="RECIPE", help="A recipe as JSON; - reads standard input.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]
Tell = Callable[[int, str], None]  # permille, what is being done


def read(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """A file or standard input, one byte more than allowed at most: enough to be refused."""
    if str(path) == "-":
        return sys.stdin.buffer.read(most_bytes + 1)
    with path.open("rb") as file:
        return file.read(most_bytes + 1)


def read_recipe(path: Path) -> Recipe:
    """The recipe in a file."""
    return generation.parse(read(path))


def check_place(path: Path) -> None:
    """Better to hear of it before the painting than after."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "this is a folder, name a file in it", str(path))
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder, make it first", str(path.parent))


def write(path: Path, content: bytes) -> None:
    """Under another name first, so that a full disk or a kill leaves no half file."""
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


def tell(**facts: object) -> None:
    """What was made, a line each, on standard error."""
    for name, fact in facts.items():
        errors.print(f"{name:>8}  {fact}", markup=False)


@contextmanager
def bar(quiet: bool) -> Iterator[Tell | None]:
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
    with Progress(*columns, console=errors) as progress:
        task = progress.add_task("starting", total=1000)
        yield lambda permille, stage: progress.update(task, completed=permille, description=stage)


@contextmanager
def rendering(quiet: bool) -> Iterator[Callable[[generation.Progress], None] | None]:
    """The same bar for one rendering."""
    with bar(quiet) as say:
        yield (lambda step: say(step.permille, step.stage)) if say else None


@contextmanager
def faults() -> Iterator[None]:
    """Say what went wrong in words and leave with the code that scripts can read."""
    try:
        yield
    except (RecipeRefused, ReceiptRefused) as refused:
        what = "receipt" if isinstance(refused, ReceiptRefused) else "recipe"
        lines = [f"  - {problem}" for problem in refused.problems]
        fail(REFUSED, "\n".join([f"the {what} is refused:", *lines]))
    except GenerationError as fault:
        fail(FAILED, str(fault))
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        fail(FAILED, f"{where}{fault.strerror or fault}")


def fail(code: int, message: str) -> Never:
    """Leave, saying why."""
    errors.print(f"generation: {message}", markup=False)
    raise typer.Exit(code)
