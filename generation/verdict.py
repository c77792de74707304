"""Judge whether a file is what its recipe makes, from byte for byte down to alike to the senses.

The ladder, strictest rung first. The plan must be equal; after that the work reaches

- A: the very file,
- B: the very pixels (samples, steps) in another file,
- C: samples within the tolerance of their medium,

or it fails. A receipt promises one of them; the verdict says whether that is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generation.artefact import OnProgress, draw
from generation.engine import Sample, plan_digest
from generation.errors import NotAnArtefact
from generation.fingerprint import differences
from generation.recipe import Recipe
from generation.registry import card

if TYPE_CHECKING:
    from generation.medium import Medium
    from generation.receipt import Receipt


OnPair = Callable[[Sample, Sample], None]  # hears what was made again, and what the file holds


class Level(StrEnum):
    """The ladder, strictest rung first; where the plan differs, the looks do not help."""

    A = "A"  # the same file, byte for byte
    B = "B"  # the same samples in another file
    C = "C"  # within the tolerance: nobody tells them apart
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Rung:
    """One thing that was compared: whether it is equal, and what was seen."""

    name: str
    holds: bool
    seen: str

    def __str__(self) -> str:
        return f"{'✓' if self.holds else '✗'} {self.name:<7} {self.seen}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `measures` is None where there was nothing to compare."""

    level: Level
    reason: str
    recipe_digest: str
    plan_sha256: str
    sample_sha256: str
    measures: Mapping[str, float] | None
    environment: tuple[str, ...]  # where this machine departs from the recorded one
    rungs: tuple[Rung, ...] = ()
    promise: Level = Level.C

    @property
    def holds(self) -> bool:
        """Whether the work is what its recipe makes."""
        return self.level is not Level.FAIL

    @property
    def is_kept(self) -> bool:
        """Whether the level is at least the promised one."""
        order = list(Level)
        return order.index(self.level) <= order.index(self.promise)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where on the ladder the file stands."""

    level: Level
    reason: str
    rungs: tuple[Rung, ...]
    measures: Mapping[str, float] | None = None


def verify(
    recipe: Recipe,
    content: bytes,
    *,
    plan_sha256: str | None = None,
    on_progress: OnProgress | None = None,
) -> Verdict:
    """Render the recipe again and compare; give `plan_sha256` where the receipt states it."""
    return _judge(recipe, content, plan_sha256, None, on_progress, None)


def verify_receipt(
    receipt: Receipt,
    content: bytes,
    *,
    on_progress: OnProgress | None = None,
    on_pair: OnPair | None = None,
) -> Verdict:
    """Render a receipt's recipe again and compare the file with it, and both with the receipt.

    `on_pair` hears both samples, for whoever wants to show them; not of a file that holds none.
    """
    return _judge(receipt.recipe, content, receipt.plan_sha256, receipt, on_progress, on_pair)


def _judge(
    recipe: Recipe,
    content: bytes,
    stated_plan: str | None,
    receipt: Receipt | None,
    on_progress: OnProgress | None,
    on_pair: OnPair | None,
) -> Verdict:
    from generation import medium

    engine, plan, ours = draw(recipe, on_progress)
    planned = plan_digest(plan)
    if stated_plan not in (None, planned):
        seen = f"the plan is {planned}, the receipt says {stated_plan}"
        found = _Found(Level.FAIL, seen, (Rung("plan", False, seen),))
    else:
        first = Rung("plan", True, "equal" if stated_plan else f"{planned}, stated nowhere")
        found = _climb(first, medium.of(engine), recipe, ours, content, receipt, on_pair)
    recorded = receipt.environment if receipt else recipe.fingerprint
    return Verdict(
        level=found.level,
        reason=found.reason,
        recipe_digest=recipe.digest,
        plan_sha256=planned,
        sample_sha256=ours.sha256,
        measures=found.measures,
        environment=_environment(recipe, recorded),
        rungs=found.rungs,
        promise=Level(receipt.promise if receipt else engine.promise),
    )


def _climb(
    first: Rung,
    kind: Medium[Any],
    recipe: Recipe,
    ours: Sample,
    content: bytes,
    receipt: Receipt | None,
    on_pair: OnPair | None,
) -> _Found:
    """Downwards from the strictest rung to the first that holds."""
    try:
        theirs = kind.decode(content, ours)
    except NotAnArtefact as fault:
        return _Found(Level.FAIL, str(fault), (first, Rung("file", False, str(fault))))
    if on_pair:
        on_pair(ours, theirs)
    if receipt and (wrong := _extent(kind, ours, receipt)):
        return _Found(Level.FAIL, wrong, (first, Rung("extent", False, wrong)))
    if receipt and receipt.sample_sha256 not in (ours.sha256, theirs.sha256):
        seen = f"the receipt says {receipt.sample_sha256}, which neither file nor rendering has"
        return _Found(Level.FAIL, seen, (first, Rung("samples", False, seen)))
    file = _file(kind.encode(ours, recipe.digest), content, receipt)
    if theirs.sha256 == ours.sha256:
        equal = (first, Rung("samples", True, "equal"), file)
        if file.holds:
            return _Found(Level.A, "the same file, byte for byte", equal, {})
        return _Found(Level.B, f"the same {kind.name} in another file", equal, {})
    compared = kind.compare(ours, theirs)
    told = ", ".join(f"{name} {value:.5g}" for name, value in compared.measures.items())
    rungs = (first, Rung("samples", False, f"differ: {told}"))
    if compared.faults:
        reason = f"another {kind.name}: " + ", ".join(compared.faults)
        near = Rung("near", False, ", ".join(compared.faults))
        return _Found(Level.FAIL, reason, (*rungs, near), compared.measures)
    near = Rung("near", True, f"within {kind.tolerance}")
    reason = "the samples differ within the tolerance"
    return _Found(Level.C, reason, (*rungs, near), compared.measures)


def _extent(kind: Medium[Any], ours: Sample, receipt: Receipt) -> str:
    """In words, where the receipt states another extent or media type than the recipe makes."""
    made = {"media_type": kind.media_type, **kind.facts(ours)}
    stated = {"media_type": receipt.media_type, **receipt.facts}
    return "" if made == stated else f"the receipt says {stated}, the recipe makes {made}"


def _file(ours: bytes, content: bytes, receipt: Receipt | None) -> Rung:
    """A receipt's file counts, even where another release of a library would pack it otherwise."""
    sha256 = hashlib.sha256(content).hexdigest()
    if receipt:
        holds = sha256 == receipt.artefact_sha256
        seen = "the receipt's" if holds else f"{sha256}, the receipt says {receipt.artefact_sha256}"
        return Rung("file", holds, seen)
    holds = content == ours
    return Rung("file", holds, "equal" if holds else "packed otherwise")


def _environment(recipe: Recipe, recorded: Mapping[str, str]) -> tuple[str, ...]:
    found = differences(dict(recorded), card(recipe.engine, recipe.engine_version))
    return tuple(
        f"{name}: made with {theirs}, here {ours}" for name, (theirs, ours) in found.items()
    )
