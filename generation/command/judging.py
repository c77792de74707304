"""`verify`: make a work again from its receipt, offline, and compare."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

import generation
from generation import check, receipt, weights
from generation.command.console import (
    BELOW_PROMISE,
    FAILED,
    Quiet,
    errors,
    faults,
    read,
    rendering,
)
from generation.errors import NotJson, ReceiptRefused
from generation.recipe import Recipe
from generation.verdict import Verdict, verify_receipt

MOST_ARTEFACT_BYTES = 1 << 30
SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the receipt of a work that was made elsewhere says of its file."""

    sha256: str

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Submitted:
        """The digest in it; raises `ReceiptRefused`."""
        artefact = content.get("artefact")
        stated = artefact.get("sha256") if isinstance(artefact, Mapping) else None
        if faults := tuple(check.text("artefact.sha256", stated, weights.SHA256)):
            raise ReceiptRefused(faults)
        return cls(str(stated))


def verify(
    stated: Annotated[
        Path,
        typer.Argument(
            metavar="RECEIPT", help="A receipt as JSON, or a recipe; - reads standard input."
        ),
    ],
    artefact: Annotated[Path, typer.Argument(metavar="ARTEFACT", help="The file to judge.")],
    plan: Annotated[
        str | None, typer.Option(help="The plan's SHA-256, where only a recipe is given.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
    quiet: Quiet = False,
) -> None:
    """Make a work again and compare.

    The levels: A the same file, B the same samples, C alike within the tolerance, or fail.

    Exits 0 where the receipt's promise is kept, 3 where the work holds below it, 1 where it fails,
    2 where the receipt cannot be read.
    """
    with faults():
        asked, content = _read(stated), read(artefact, MOST_ARTEFACT_BYTES)
        if isinstance(asked, Submitted):
            _tell_bytes(asked, content)
            return
        with rendering(quiet) as on_progress:
            if isinstance(asked, Recipe):
                verdict = generation.verify(
                    asked, content, plan_sha256=plan, on_progress=on_progress
                )
            else:
                verdict = verify_receipt(asked, content, on_progress=on_progress)
    if as_json:
        shown = {**asdict(verdict), "holds": verdict.holds, "is_kept": verdict.is_kept}
        typer.echo(json.dumps(shown, indent=2))
    else:
        _tell(verdict)
    if not verdict.is_kept:
        raise typer.Exit(BELOW_PROMISE if verdict.holds else FAILED)


def _read(path: Path) -> receipt.Receipt | Recipe | Submitted:
    """Receipts hold a recipe, but those of submitted works; a recipe alone holds an engine."""
    source = read(path, receipt.MOST_BYTES)
    try:
        content = check.decoded(source, "receipt", receipt.MOST_BYTES)
    except NotJson as fault:
        raise ReceiptRefused((fault,)) from fault
    if content.get("provenance") == SUBMITTED:
        return Submitted.of(content)
    is_recipe = "engine" in content and "recipe" not in content
    return generation.parse(source) if is_recipe else receipt.parse(content)


def _tell_bytes(stated: Submitted, content: bytes) -> None:
    """All that can be known of a work that its artist made elsewhere."""
    found = hashlib.sha256(content).hexdigest()
    if found != stated.sha256:
        typer.echo(f"fail: the file has the digest {found}, the receipt says {stated.sha256}")
        raise typer.Exit(FAILED)
    typer.echo(f"{SUBMITTED}: these are the bytes that were submitted; there is nothing to re-run")


def _tell(verdict: Verdict) -> None:
    for rung in verdict.rungs:
        typer.echo(str(rung))
    typer.echo(f"{verdict.level}: {verdict.reason}")
    if verdict.holds and not verdict.is_kept:
        typer.echo(f"the receipt promises level {verdict.promise}")
    for line in verdict.environment:
        errors.print(f"note: {line}", markup=False)
