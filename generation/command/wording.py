"""`understand`: say what a prompt means; `train`: teach a network anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from generation.command.console import Quiet, errors, faults, out
from generation.errors import RenderError

if TYPE_CHECKING:
    from generation.words.understanding import Reading, Understanding

NETWORKS = ("flow", "dual", "judge", "style")
TRAINED = ("words", *NETWORKS)
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
    name: Annotated[str, typer.Argument(metavar="NAME", help="words, flow, dual, judge, style.")],
    minutes: Annotated[
        float, typer.Option(min=0.0, help="How long; words takes what it takes.")
    ] = 8,
    seed: Annotated[int, typer.Option(min=0, help="Of first weights and of the order.")] = 1,
    place: Annotated[Path | None, typer.Option(help="Another folder for weights and card.")] = None,
    kept: Annotated[Path | None, typer.Option(help="A folder that keeps what was drawn.")] = None,
    quiet: Quiet = False,
) -> None:
    """Train a network from what this project can write itself, and put its weights in place."""
    with faults():
        done = _trained(name, minutes, seed, place, kept, quiet)
    typer.echo(str(done))


def _trained(
    name: str, minutes: float, seed: int, place: Path | None, kept: Path | None, quiet: bool
) -> Path:
    """Where the new weights lie."""

    def say(said: str) -> None:
        if not quiet:
            errors.print(said, markup=False)

    if name == "words":
        from generation.words.train import train as train_words

        return train_words(say)
    if name not in NETWORKS:
        raise RenderError(f"there is no network {name!r} to train; there are {', '.join(TRAINED)}")
    from generation.network.train import train as train_network

    return train_network(name, say, minutes, seed, place, kept)


def _how(reading: Reading) -> str:
    return f"near, {reading.similarity / 1000:.2f}" if reading.how == "near" else reading.how


def _told(meaning: Understanding) -> list[str]:
    said = [f"{name}: {value}" for name in _SHOWN if (value := getattr(meaning, name))]
    if meaning.mood:
        said.append(f"mood: valence {meaning.mood.valence}, arousal {meaning.mood.arousal}")
    said += [f"{hint.concept or 'any'}: {hint.trait} {hint.value} ‰" for hint in meaning.hints]
    return said + [f"{one.concept or 'picture'}: {one.name}" for one in meaning.colours]
