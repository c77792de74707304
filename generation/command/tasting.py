"""`taste`: train the members' taste from a published set of votes, as anybody can."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from generation.command.console import check_place, fail, faults, out, read, tell, write

DIFFERENT = 3


def taste(
    votes: Annotated[Path, typer.Argument(metavar="VOTES", help="A set of votes as JSON.")],
    target: Annotated[Path | None, typer.Argument(metavar="OUT", help="Keep the taste.")] = None,
    digest: Annotated[
        str | None, typer.Option(help="The digest that members were told; fails on another.")
    ] = None,
) -> None:
    """Train a taste from a set of votes, say how good it is, and what it leans towards."""
    from generation.taste import leanings
    from generation.taste.votes import MOST_BYTES, parse, train

    with faults():
        if target:
            check_place(target)
        found = parse(read(votes, MOST_BYTES))
        trained = train(found)
        content = trained.taste.content()
        if target:
            write(target, content)
    made = hashlib.sha256(content).hexdigest()
    tell(
        votes=found.sha256,
        members=f"{trained.members}, evenness {trained.evenness:.2f}",
        learnt=f"{trained.learnt} choices",
        foresaw=f"{trained.foreseen} of {trained.held_out} choices held out",
        leans="; ".join(one.words for one in leanings(trained.taste)) or "nowhere yet",
    )
    out.print(made)
    if digest is not None and digest != made:
        fail(DIFFERENT, f"this is not the taste {digest}")
