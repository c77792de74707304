"""`adopt`: look through a folder of model files; `score`: judge pictures by words with CLIP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generation.command.console import faults, read

MOST_BYTES = 64 << 20


def adopt(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A model, as safetensors.")],
    title: Annotated[str, typer.Option(help="What people read for it.")] = "",
) -> None:
    """Look at every file of a model of your own, and let it be used here.

    The environment's ATELIER_MODEL names the folder from which the engine `diffusers` works.
    """
    from generation.adapters import model

    with faults():
        found = model.adopt(folder, title)
    typer.echo(f"{found.title}: {found.kind}, {len(found.files)} files, digest {found.digest}")


def score(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="An adopted CLIP model.")],
    pictures: Annotated[list[Path], typer.Argument(metavar="PICTURE...", help="PNG files.")],
    text: Annotated[list[str], typer.Option(help="What they might show; may be repeated.")],
) -> None:
    """Say how well pictures and words agree, in thousandths: a line a picture, a column a text."""
    from generation.adapters import clip

    with faults():
        judge = clip.load(folder)
        scores = judge.score([clip.seen(read(path, MOST_BYTES)) for path in pictures], text)
    for path, row in zip(pictures, scores, strict=True):
        typer.echo("\t".join([str(path), *(str(one) for one in row)]))
