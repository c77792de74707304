"""Propose subjects that nothing shows yet, and say why: the machine that finds its own subject.

It throws and breeds subjects, looks at each, and chooses in turn those that are both good and far
from all that it knows, its own earlier choices included. A share of the places goes to what is
furthest, whatever anybody thinks of it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from generation.dice import Dice
from generation.muse.archive import Archive, Elite, novelty
from generation.muse.best import places
from generation.muse.glimpse import Glimpse, glimpse
from generation.muse.illuminate import judged
from generation.muse.judge import Judge
from generation.muse.liking import Liking, guided_by
from generation.muse.outline import NAMES, echoes
from generation.muse.reason import RHYME, Evidence, Reason, Shown, reasons, shown
from generation.muse.subject import SEEDS, Subject, changed, positions, suited, thrown
from generation.painter.card import NOTHING
from generation.recipe import Recipe
from generation.taste import Taste

MOST = 12
TRIES = 8  # that are looked at for each proposal
REFINED = 3  # further seeds that are looked at for each chosen subject
RHYMES = 120  # per mille of a rank that a rhyme of outlines is worth
REPEATS = 120  # that a style, palette or light costs that is there already
STILLS = 3  # one in so many proposals may be of something that stays what it is


@dataclass(frozen=True, slots=True)
class Asked:
    """What the muse is asked: how many subjects, from which dice, knowing what.

    `works` is what exists already, each as often as there are works of it; `strength` how much the
    taste counts, 0 to 1000.
    """

    seed: int
    count: int
    archive: Archive
    works: Sequence[Shown] = ()
    taste: Taste | None = None
    strength: int = 500


@dataclass(frozen=True, slots=True)
class Proposal:
    """A recipe, why it is proposed, and what it was chosen by, in thousandths."""

    recipe: Recipe
    reasons: tuple[Reason, ...]
    quality: int
    novelty: int
    elite: Elite

    def as_dict(self) -> dict[str, Any]:
        """Plain data."""
        told = [reason.as_dict() for reason in self.reasons]
        return {
            "recipe": self.recipe.as_dict(),
            "reasons": told,
            "quality": self.quality,
            "novelty": self.novelty,
        }


@dataclass(frozen=True, slots=True)
class Thought:
    """How far the muse is, per mille, and what it has in mind."""

    permille: int
    stage: str
    seen: Glimpse | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    elite: Elite
    seen: Glimpse


Thinking = Generator[Thought, None, tuple[Proposal, ...]]


def propose(asked: Asked) -> Thinking:
    """So many proposals; yields while it goes on, and whoever stops asking stops it.

    Raises ValueError for a number that is not from 1 to MOST.
    """
    if not 1 <= asked.count <= MOST:
        raise ValueError(f"{asked.count} proposals: ask for 1 to {MOST}")
    judge = guided_by(asked.taste, asked.strength)
    found: list[_Candidate] = []
    many = asked.count * TRIES
    for number, subject in enumerate(_subjects(asked, many)):
        seen = glimpse(subject.recipe())
        found.append(_Candidate(judged(subject, seen, judge), seen))
        yield Thought(
            800 * (number + 1) // many, f"looking at subject {number + 1} of {many}", seen
        )
    evidence = _evidence(asked)
    chosen = _chosen(found, asked, evidence)
    proposals, explored = [], places(asked.count)
    for number, (candidate, is_explored) in enumerate(chosen):
        yield Thought(800 + 200 * number // len(chosen), "looking again", candidate.seen)
        best = _refined(candidate, judge, asked, number)
        away = novelty(best.elite.look, asked.archive.looks())
        why = reasons(best.elite, best.seen, away, explored if is_explored else 0, evidence)
        proposals.append(Proposal(best.seen.recipe, why, best.elite.quality, away, best.elite))
    return tuple(proposals)


def proposals(asked: Asked) -> tuple[Proposal, ...]:
    """The same for whoever does not mind waiting."""
    thinking = propose(asked)
    while True:
        try:
            next(thinking)
        except StopIteration as end:
            return tuple(end.value)


def _subjects(asked: Asked, many: int) -> Iterator[Subject]:
    """Changes between things whose outlines rhyme, subjects like the archive's, any, by turns."""
    elites = sorted(asked.archive, key=lambda elite: -elite.quality)
    for number in range(many):
        dice = Dice(f"muse {asked.seed}", "subject", number)
        if number % 3 == 0:
            first = dice.pick(NAMES)
            yield thrown(dice, (first, dice.pick(echoes(first))))
        elif number % 3 == 1 and elites:
            yield changed(dice.pick(elites[: max(1, len(elites) // 2)]).subject, dice)
        else:
            yield thrown(dice)


def _evidence(asked: Asked) -> Evidence:
    looks = asked.archive.looks()
    ranks = [novelty(look, np.delete(looks, at, axis=0)) for at, look in enumerate(looks)]
    liking = Liking(asked.taste) if asked.taste is not None and asked.strength else None
    works = frozenset(asked.works)
    return Evidence(asked.archive, works, len(asked.works), tuple(sorted(ranks)), liking)


def _chosen(
    found: Sequence[_Candidate], asked: Asked, evidence: Evidence
) -> list[tuple[_Candidate, bool]]:
    """One after the other, each far also from those before; the last places are for exploring."""
    known = asked.archive.looks()
    left, chosen = _fresh(found, evidence, asked.count), list[tuple[_Candidate, bool]]()
    for number in range(asked.count):
        is_explored = number >= asked.count - places(asked.count)
        quality = _ranks([one.elite.quality for one in left])
        away = _ranks([novelty(one.elite.look, known) for one in left])
        worth = [
            away[at] if is_explored else (away[at] + quality[at]) // 2 + _extra(one, chosen)
            for at, one in enumerate(left)
        ]
        best = left[max(range(len(left)), key=lambda at: (worth[at], -at))]
        chosen.append((best, is_explored))
        known = np.concatenate([known, best.elite.look[None]])
        left = _others(left, chosen, asked.count)
    return chosen


def _fresh(found: Sequence[_Candidate], evidence: Evidence, enough: int) -> list[_Candidate]:
    """Of all candidates those that show what nothing shows, if they are enough."""
    known = evidence.works | evidence.studies
    pairs = {(one.concept, one.becoming) for one in known}
    unseen = [one for one in found if one.elite.subject.pair not in pairs]
    fresh = [one for one in found if shown(one.seen.recipe) not in known]
    return next((group for group in (unseen, fresh) if len(group) >= 2 * enough), list(found))


def _others(
    left: Sequence[_Candidate], chosen: Sequence[tuple[_Candidate, bool]], count: int
) -> list[_Candidate]:
    """What may be chosen next: nothing twice, and not too much in which nothing changes."""
    taken = {name for one, _ in chosen for name in one.elite.subject.pair} - {NOTHING}
    still = sum(one.elite.subject.becoming == NOTHING for one, _ in chosen)
    others = [
        one
        for one in left
        if not taken & set(one.elite.subject.pair)
        and (still * STILLS < count or one.elite.subject.becoming != NOTHING)
    ]
    rest = [one for one in left if all(one is not other for other, _ in chosen)]
    return others or rest


def _extra(one: _Candidate, chosen: Sequence[tuple[_Candidate, bool]]) -> int:
    """What rhymes gains; what repeats a look that is chosen already loses."""
    subject = one.elite.subject
    gains = RHYMES if one.seen.rhyme >= RHYME else 0
    for gene in ("style", "palette", "light"):
        value = getattr(subject, gene)
        if any(getattr(other.elite.subject, gene) == value for other, _ in chosen):
            gains -= REPEATS
    return gains


def _ranks(values: Sequence[int]) -> list[int]:
    """Each value's rank from 0 to 1000; equal values share one."""
    order = sorted(values)
    return [order.index(value) * 1000 // max(1, len(values) - 1) for value in values]


def _refined(candidate: _Candidate, judge: Judge, asked: Asked, number: int) -> _Candidate:
    """The best of a few seeds and moments of the same subject, in its own cell or any other."""
    best = candidate
    for step in range(REFINED):
        dice = Dice(f"muse {asked.seed}", f"refined {number}", step)
        fresh = replace(
            candidate.elite.subject,
            seed=dice.whole(0, SEEDS - 1),
            position=dice.pick(positions(candidate.elite.subject.style)),
        )
        subject = suited(fresh, dice)
        seen = glimpse(subject.recipe())
        other = _Candidate(judged(subject, seen, judge), seen)
        if other.elite.quality > best.elite.quality:
            best = other
    return best
