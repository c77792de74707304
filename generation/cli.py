"""Make, render, describe and verify recipes from a shell."""

from __future__ import annotations

import typer

from generation.command import (
    adopting,
    auditing,
    describing,
    filming,
    judging,
    making,
    musing,
    tasting,
    wording,
)

app = typer.Typer(
    help="Recipe in, artefact out: the generative studio on its own.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    describing.describe,
    making.new,
    making.render,
    making.svg,
    filming.film,
    filming.sheet,
    judging.verify,
    auditing.audit,
    wording.understand,
    wording.train,
    musing.muse,
    musing.guide,
    musing.illuminate,
    tasting.taste,
    adopting.adopt,
    adopting.score,
)
for command in COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line."""
    app(prog_name="python -m generation")
