"""Say why a subject is proposed: reasons as data, each of which anybody can check.

A reason is given only where it holds, by the very figures that it states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generation.muse.archive import Archive, Elite
from generation.muse.glimpse import Glimpse
from generation.muse.liking import Liking
from generation.painter.card import NOTHING
from generation.recipe import Recipe

Kind = Literal["unseen", "unseen_light", "empty", "far", "rhyme", "liked", "explored", "closer"]
FAR = 750  # per mille of the archive's elites that must lie nearer to each other
RHYME = 420  # per mille of both outlines that must overlap
MOST_LIKED = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; which facts it states depends on its kind, see `wording`."""

    kind: Kind
    facts: Mapping[str, str | int]

    def as_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {"kind": self.kind, "facts": dict(self.facts)}


@dataclass(frozen=True, slots=True, order=True)
class Shown:
    """What a picture shows: `becoming` is "nothing" where nothing changes."""

    concept: str
    becoming: str
    light: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that reasons speak of, as it was before anything was proposed.

    `ranks` are the novelties of the archive's own elites, in rising order.
    """

    archive: Archive
    works: frozenset[Shown]
    number: int  # of works, several of which may show the same
    ranks: tuple[int, ...]
    liking: Liking | None

    @property
    def studies(self) -> frozenset[Shown]:
        """What the archive's elites show."""
        found = (elite.subject for elite in self.archive)
        return frozenset(Shown(one.concept, one.becoming, one.light) for one in found)


def shown(recipe: Recipe) -> Shown:
    """What a recipe that leaves nothing open shows."""
    return Shown(recipe.text("concept"), recipe.text("becoming"), recipe.text("light"))


def reasons(
    elite: Elite, seen: Glimpse, novelty: int, explored: int, evidence: Evidence
) -> tuple[Reason, ...]:
    """Why this is proposed, the weightiest first; `explored` places, of which this is one, or 0."""
    found: list[Reason] = []
    if explored:
        found.append(Reason("explored", {"places": explored}))
    found += _unseen(shown(seen.recipe), evidence)
    if seen.rhyme >= RHYME:
        found.append(Reason("rhyme", {**_things(shown(seen.recipe)), "overlap": seen.rhyme}))
    if not explored:
        found += _liked(seen, evidence)
    if elite.cell not in evidence.archive:
        place = elite.cell
        facts = {"theme": place.theme, "becoming": place.becoming, "tone": place.tone}
        found.append(Reason("empty", {**facts, "business": place.business}))
    below = nearer(novelty, evidence.ranks)
    if below >= FAR:
        found.append(Reason("far", {"distance": novelty, "per_mille": below}))
    return tuple(found)


def nearer(novelty: int, ranks: Iterable[int]) -> int:
    """What share of the ranks lies below, per mille."""
    known = list(ranks)
    return sum(rank < novelty for rank in known) * 1000 // max(1, len(known))


def _unseen(here: Shown, evidence: Evidence) -> Iterator[Reason]:
    """That nothing shows this pair, or none in this light."""
    others = evidence.works | evidence.studies
    facts = {**_things(here), "light": here.light, "works": evidence.number}
    if all((one.concept, one.becoming) != (here.concept, here.becoming) for one in others):
        yield Reason("unseen", facts)
    elif here not in others:
        yield Reason("unseen_light", facts)


def _liked(seen: Glimpse, evidence: Evidence) -> Iterator[Reason]:
    if evidence.liking is None:
        return
    for one in evidence.liking.liked(seen)[:MOST_LIKED]:
        facts: dict[str, str | int] = {"feature": one.feature, "worth": one.worth}
        yield Reason("liked", {**facts, "amount": one.amount})


def _things(here: Shown) -> dict[str, str | int]:
    things: dict[str, str | int] = {"concept": here.concept}
    if here.becoming != NOTHING:
        things["becoming"] = here.becoming
    return things
