"""`describe`: list the engines and what each lets people choose."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.table import Table

import generation
from generation import registry
from generation.command.console import errors, out
from generation.schema import Choice, Parameter, Range

MOST_SHOWN = 12  # options of a choice in one cell


def describe(
    as_json: Annotated[bool, typer.Option("--json", help="Print the cards as JSON.")] = False,
) -> None:
    """List engines and what they let you choose."""
    for broken in registry.broken():
        errors.print(f"note: {broken}", markup=False)
    cards = generation.describe()
    if as_json:
        typer.echo(json.dumps([card.as_json() for card in cards], indent=2, ensure_ascii=False))
        return
    for known in cards:
        out.print(f"{known.title} ({known.name} {known.version}): {known.summary}", markup=False)
        table = Table(box=None, pad_edge=False, show_edge=False)
        for heading in ("parameter", "default", "allowed", "what it does"):
            table.add_column(heading)
        for parameter in known.parameters:
            table.add_row(parameter.name, _default(parameter), _allowed(parameter), parameter.help)
        out.print(table)


def _default(parameter: Parameter) -> str:
    if isinstance(parameter, Range) and parameter.unit:
        return f"{parameter.default} {parameter.unit}"
    return str(parameter.default) if parameter.default != () else "none"


def _allowed(parameter: Parameter) -> str:
    """Long choices are cut; `--json` has them all."""
    if isinstance(parameter, Choice) and len(parameter.values) > MOST_SHOWN:
        shown = ", ".join(parameter.values[:MOST_SHOWN])
        return f"one of {shown} and {len(parameter.values) - MOST_SHOWN} more"
    return parameter.allowed()
