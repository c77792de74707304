"""`understand`: say what a prompt means; `train`: teach a network anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from generation.command.console import Quiet, errors, faults, out
from generation.errors import RenderError

if TYPE_CHECKING:
    from generation.words.understanding import Reading, Understanding

_SHOWN = ("concept", "becoming", "palette", "light", "layout", "style", "count")


def understand(
    prompt: Annotated[str, typer.Argument(metavar="TEXT", help="English, Chinese, or both.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print it all as JSON.")] = False,
) -> None:
    """Say what a prompt means, word by word, and what was not understood."""
    from generation.words import understand as understood

    meaning = understood(prompt)
    if as_json:
        typer.echo(json.dumps(meaning.as_dict(), indent=2, ensure_ascii=False))
        return
    table = Table(box=None, pad_edge=False, show_edge=False)
    for heading in ("written", "read as", "meaning", "how"):
        table.add_column(heading)
    for reading in meaning.read:
        table.add_row(reading.written, reading.kind, reading.meaning, _how(reading))
    for word in meaning.unread:
        table.add_row(word, "", "", "not understood")
    out.print(table, markup=False)
    out.print("; ".join(_told(meaning)) or "it asks for nothing", markup=False)


def train(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which network: words.")],
    quiet: Quiet = False,
) -> None:
    """Train a network from what this project can write itself, and put its weights in place."""
    with faults():
        if name != "words":
            raise RenderError(f"there is no network {name!r} to train; there is words")
        from generation.words.train import train as train_words

        place = train_words(lambda said: None if quiet else errors.print(said, markup=False))
    typer.echo(str(place))


def _how(reading: Reading) -> str:
    return f"near, {reading.similarity / 1000:.2f}" if reading.how == "near" else reading.how


def _told(meaning: Understanding) -> list[str]:
    said = [f"{name}: {value}" for name in _SHOWN if (value := getattr(meaning, name))]
    if meaning.mood:
        said.append(f"mood: valence {meaning.mood.valence}, arousal {meaning.mood.arousal}")
    said += [f"{hint.concept or 'any'}: {hint.trait} {hint.value} ‰" for hint in meaning.hints]
    return said + [f"{one.concept or 'picture'}: {one.name}" for one in meaning.colours]
