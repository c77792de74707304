"""`audit`: try whether this machine makes the same works however it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from generation import registry
from generation.command.console import FAILED, Quiet, bar, faults
from generation.schema import Range, Value

SIZE = "size"


def audit(
    recipes: Annotated[int, typer.Option(min=1, max=1000, help="How many are thrown.")] = 4,
    engine: Annotated[str, typer.Option(help="Which engine; see `describe`.")] = "painter",
    throw: Annotated[str, typer.Option(help="Names the dice; another word, others.")] = "audit",
    quiet: Quiet = False,
) -> None:
    """Try whether threads or processor matter.

    Renders random recipes over threads and instruction sets; exits 1 where any two differ.
    """
    from generation import chance
    from generation.audit import SETTINGS, Setting
    from generation.audit import audit as run

    with faults(), bar(quiet) as say:
        card = registry.card(engine)
        size = card.parameter(SIZE)
        small: dict[str, Value] = {SIZE: size.minimum} if isinstance(size, Range) else {}
        wanted = [chance.thrown(card, f"{throw} {i}", small) for i in range(recipes)]

        def on_setting(setting: Setting) -> None:
            if say:
                say(1000 * SETTINGS.index(setting) // len(SETTINGS), setting.name)

        found = run(wanted, on_setting=on_setting)
    for mismatch in found:
        typer.echo(str(mismatch))
    typer.echo(f"{recipes} recipes, {len(SETTINGS)} settings: {len(found)} mismatches")
    if found:
        raise typer.Exit(FAILED)
