"""Judge whether a file is what its recipe makes, from byte for byte down to alike to the eye."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generation.artefact import OnProgress, draw
from generation.engine import Raster, plan_digest
from generation.errors import NotAnArtefact
from generation.fingerprint import differences
from generation.recipe import Recipe
from generation.registry import card

if TYPE_CHECKING:
    from generation.likeness import Likeness


class Level(StrEnum):
    """The ladder, strictest rung first; where the plan differs, the picture's looks do not help."""

    A = "A"  # the same file, byte for byte
    B = "B"  # the same pixels in another file
    C = "C"  # within the tolerance: no eye tells them apart
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a picture may be from the rendering and still reach level C."""

    mean_error: float = 1 / 255
    hash_distance: int = 2
    similarity: float = 0.995

    def faults(self, found: Likeness) -> list[str]:
        """Each measure that leaves its bound, with both figures."""
        faults = []
        if found.mean_error > self.mean_error:
            faults.append(f"mean error {found.mean_error:.5f} above {self.mean_error:.5f}")
        if found.hash_distance > self.hash_distance:
            faults.append(f"{found.hash_distance} bits of 63 differ, above {self.hash_distance}")
        if found.similarity < self.similarity:
            faults.append(f"similarity {found.similarity:.4f} below {self.similarity:.4f}")
        return faults


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `likeness` is None where there was nothing to compare."""

    level: Level
    reason: str
    recipe_digest: str
    plan_sha256: str
    pixel_sha256: str
    likeness: Likeness | None
    environment: tuple[str, ...]  # where this machine departs from the recipe's fingerprint

    @property
    def holds(self) -> bool:
        return self.level is not Level.FAIL


def verify(
    recipe: Recipe,
    content: bytes,
    *,
    plan_sha256: str | None = None,
    on_progress: OnProgress | None = None,
    tolerance: Tolerance = Tolerance(),
) -> Verdict:
    """Render the recipe again and compare; give `plan_sha256` where the receipt states it."""
    plan, ours = draw(recipe, on_progress)
    planned = plan_digest(plan)
    if plan_sha256 not in (None, planned):
        level, likeness = Level.FAIL, None
        reason = f"the plan is {planned}, the receipt says {plan_sha256}"
    else:
        level, reason, likeness = _compare(recipe, ours, content, tolerance)
    found = _environment(recipe)
    return Verdict(level, reason, recipe.digest, planned, ours.sha256, likeness, found)


def _compare(
    recipe: Recipe, ours: Raster, content: bytes, tolerance: Tolerance
) -> tuple[Level, str, Likeness | None]:
    from generation import png
    from generation.likeness import SAME, compare

    if content == png.encode(ours, recipe.digest):
        return Level.A, "the same file, byte for byte", SAME
    try:
        theirs, _ = png.decode(content, ours.width, ours.height)
    except NotAnArtefact as fault:
        return Level.FAIL, str(fault), None
    if theirs.rgb == ours.rgb:
        return Level.B, "the same pixels in another file", SAME
    likeness = compare(ours, theirs)
    if faults := tolerance.faults(likeness):
        return Level.FAIL, "another picture: " + ", ".join(faults), likeness
    return Level.C, "pixels differ within the tolerance", likeness


def _environment(recipe: Recipe) -> tuple[str, ...]:
    libraries = card(recipe.engine, recipe.engine_version).libraries
    found = differences(dict(recipe.fingerprint), libraries)
    return tuple(f"{name}: recipe {theirs}, here {ours}" for name, (theirs, ours) in found.items())
