"""Fill an archive: try subjects, look at them, keep what is the best of its kind.

The same seed and number of rounds give the same archive everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generation.dice import Dice
from generation.muse.archive import THEMES, Archive, Elite, cell
from generation.muse.glimpse import Glimpse, glimpse
from generation.muse.judge import Judge
from generation.muse.measure import measure
from generation.muse.subject import Subject, changed, group, thrown
from generation.painter.card import NOTHING
from generation.painter.concept.catalogue import BY_NAME

FIRST = 150  # rounds of pure chance, before there is anything to breed from
BRED = 600  # per mille of the later ones


@dataclass(frozen=True, slots=True)
class Round:
    """One try, and what became of it."""

    number: int
    elite: Elite
    is_kept: bool


def illuminate(archive: Archive, judge: Judge, seed: int, rounds: int) -> Iterator[Round]:
    """Grow the archive by so many tries; whoever stops asking stops the search."""
    for number in range(rounds):
        dice = Dice(f"muse {seed}", "round", number)
        elite = tried(_next(archive, dice, number), judge)
        yield Round(number, elite, archive.offer(elite))


def tried(subject: Subject, judge: Judge) -> Elite:
    """The subject, looked at and judged."""
    return judged(subject, glimpse(subject.recipe()), judge)


def judged(subject: Subject, seen: Glimpse, judge: Judge) -> Elite:
    """What was seen of a subject, judged."""
    found = measure(seen.picture)
    return Elite(subject, judge(seen).mean, cell(subject, found), found.look)


def _next(archive: Archive, dice: Dice, number: int) -> Subject:
    """Something like an elite, something of the emptiest theme, or anything."""
    if number < FIRST or not len(archive):
        return thrown(dice)
    if dice.whole(1, 1000) <= BRED:
        return changed(dice.pick(list(archive)).subject, dice)
    return thrown(dice, _pair_of(_emptiest(archive, dice), dice))


def _emptiest(archive: Archive, dice: Dice) -> tuple[str, str]:
    """Of three themes the one with the fewest elites."""
    held = [(elite.cell.theme, elite.cell.becoming) for elite in archive]
    few = [(dice.pick(THEMES), dice.pick(("", *THEMES))) for _ in range(3)]
    return min(few, key=held.count)


def _pair_of(theme: tuple[str, str], dice: Dice) -> tuple[str, str]:
    first = dice.pick([name for name in BY_NAME if group(name) == theme[0]])
    if not theme[1]:
        return first, NOTHING
    others = [name for name in BY_NAME if group(name) == theme[1] and name != first]
    return first, dice.pick(others or [name for name in BY_NAME if name != first])
