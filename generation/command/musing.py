"""`muse`, `guide`, `illuminate`: subjects of its own, a walk towards words, all that it knows."""

from __future__ import annotations

import hashlib
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from generation.check import MOST_SEED
from generation.command.console import (
    Quiet,
    RecipeFile,
    bar,
    check_place,
    errors,
    faults,
    read_recipe,
    tell,
    write,
)
from generation.recipe import canonical_json

if TYPE_CHECKING:
    from collections.abc import Generator

    from generation.muse.guide import Walk
    from generation.muse.muse import Proposal, Thought
    from generation.taste import Taste

Made = TypeVar("Made")
Seed = Annotated[int, typer.Option(min=0, max=MOST_SEED, help="Another seed, other finds.")]
TasteFile = Annotated[
    Path | None, typer.Option("--taste", help="What people like: a taste's checkpoint.")
]
Strength = Annotated[
    int, typer.Option(min=0, max=100, help="How much that counts beside craft, in per cent.")
]


def muse(
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the recipes are put.")],
    seed: Seed = 0,
    count: Annotated[int, typer.Option(min=1, max=12, help="How many subjects.")] = 6,
    taste: TasteFile = None,
    strength: Strength = 50,
    archive: Annotated[Path | None, typer.Option(help="Another archive than its own.")] = None,
    quiet: Quiet = False,
) -> None:
    """Let the muse propose subjects that nothing shows yet, and say why.

    Each becomes a recipe in the folder; `proposals.json` holds all of them with their reasons.
    """
    from generation.muse import kept
    from generation.muse.muse import Asked, propose
    from generation.muse.wording import sentence

    with faults():
        if not out.is_dir():
            raise FileNotFoundError(ENOENT, "there is no such folder, make it first", str(out))
        known = kept.load(archive) if archive else kept.archive()
        asked = Asked(seed, count, known, (), _taste(taste), 10 * strength)
        found = _heard(propose(asked), quiet)
        for number, proposal in enumerate(found, 1):
            write(out / _name(number, proposal), proposal.recipe.canonical())
        write(out / "proposals.json", canonical_json([proposal.as_dict() for proposal in found]))
    for number, proposal in enumerate(found, 1):
        typer.echo(_name(number, proposal))
        for reason in proposal.reasons:
            typer.echo(f"    {sentence(reason)}  {sentence(reason, 'zh')}")


def guide(
    recipe: RecipeFile,
    towards: Annotated[str, typer.Option(help="Words to go towards, English or Chinese.")] = "",
    steps: Annotated[int, typer.Option(min=1, max=40, help="How many steps at most.")] = 8,
    taste: TasteFile = None,
    strength: Strength = 50,
    seed: Seed = 0,
    history: Annotated[
        Path | None, typer.Option(help="Write the recipes of all steps to this JSON file.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Walk from a recipe towards words and what people like.

    Writes the recipe at the end of the walk to standard output.
    """
    from generation.muse.guide import Wish
    from generation.muse.guide import guide as walking
    from generation.muse.liking import guided_by

    with faults():
        start = read_recipe(recipe)
        if history:
            check_place(history)
        judge = guided_by(_taste(taste), 10 * strength)
        walk = _heard(walking(Wish(start, judge, towards, steps, seed)), quiet)
        if history:
            write(history, canonical_json(_steps(walk)))
    if not quiet:
        for step in walk.steps:
            errors.print(f"{step.move:>8}  {step.score / 1000:6.3f}  {step.recipe.digest[:12]}")
    typer.echo(walk.steps[-1].recipe.canonical().decode())


def illuminate(
    place: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the archive is put.")],
    rounds: Annotated[int, typer.Option(min=1, max=100_000, help="How many tries.")] = 900,
    seed: Seed = 1,
    quiet: Quiet = False,
) -> None:
    """Build the muse's archive anew; the same seed and rounds give the same file.

    The one that ships is of the default seed and rounds.
    """
    from generation.muse import kept
    from generation.muse.archive import Archive
    from generation.muse.illuminate import illuminate as tries
    from generation.muse.judge import Craft

    with faults():
        archive = Archive()
        with bar(quiet) as say:
            for one in tries(archive, Craft(), seed, rounds):
                if say:
                    say(1000 * (one.number + 1) // rounds, f"{len(archive)} of its kind")
        path = kept.save(archive, {"judge": "craft", "rounds": rounds, "seed": seed}, place)
    if not quiet:
        tell(archive=path, elites=len(archive), coverage=f"{archive.coverage / 10:.1f} %")


def _heard(thinking: Generator[Thought, None, Made], quiet: bool) -> Made:
    """What comes of it, with a bar while it goes on."""
    with bar(quiet) as say:
        while True:
            try:
                thought = next(thinking)
            except StopIteration as end:
                made: Made = end.value
                return made
            if say:
                say(thought.permille, thought.stage)


def _taste(path: Path | None) -> Taste | None:
    from generation import taste

    if path is None:
        return None
    return taste.load(path, hashlib.sha256(path.read_bytes()).hexdigest())


def _steps(walk: Walk) -> list[dict[str, object]]:
    return [
        {"move": step.move, "recipe": step.recipe.as_dict(), "score": step.score}
        for step in walk.steps
    ]


def _name(number: int, proposal: Proposal) -> str:
    subject = proposal.elite.subject
    return f"{number:02}-{subject.concept}-{subject.becoming}.json"
