"""Measure the machine artist: what its archive covers, and whether its guidance pleases people.

Voters are simulated: each likes a mixture of features that nobody tells the model, with a bend, and
answers with noise. What is measured is their own utility, never the model's score; the floor is as
many pictures of the same subject by chance, of which the model chooses one. Real people are less
consistent, so these figures are bounds from above.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.muse import kept
from generation.muse.archive import Archive, novelty
from generation.muse.glimpse import glimpse
from generation.muse.guide import Wish, walked
from generation.muse.illuminate import tried
from generation.muse.judge import Craft
from generation.muse.liking import Liking
from generation.muse.measure import measure as measured
from generation.muse.muse import Asked, proposals
from generation.muse.subject import thrown
from generation.muse.towards import met
from generation.recipe import Recipe, compose
from generation.taste import COUNT, Taste, features, fit, pair
from studio_parts.figure import Figure

POOL, QUESTIONS, VOTERS, STEPS = 40, 160, 6, 4
BEND, SURE = 0.3, 3.0
WORDS = (
    "golden, calm",
    "stormy night",
    "misty jade",
    "暮色，宁静",
    "noon orchard",
    "frost at dawn",
)
Row = NDArray[np.float64]


def measure() -> Iterator[Figure]:
    """Guidance beside chance, novelty beside chance, coverage beside chance."""
    yield from _voters()
    yield from _words()
    yield from _muse()
    yield from _archive()


def _archive() -> Iterator[Figure]:
    """What the archive that ships covers, and what as many tries by chance cover."""
    tries = json.loads((kept.FOLDER / f"{kept.NAME}.json").read_bytes())["rounds"]
    bred, chance = kept.archive(), Archive()
    for number in range(tries):
        chance.offer(tried(thrown(Dice("bench of the muse", "thrown", number)), Craft()))
    yield Figure("muse_archive_coverage", bred.coverage / 1000, "", at_least=0.5)
    yield Figure("muse_archive_coverage_chance", chance.coverage / 1000)
    yield Figure("muse_archive_quality", bred.quality / 1000)
    yield Figure("muse_archive_quality_chance", chance.quality / 1000)


def _muse() -> Iterator[Figure]:
    """How long six proposals take, and how far from all studies they are, beside thrown ones."""
    looks = kept.archive().looks()
    began = time.perf_counter()
    found = proposals(Asked(5, 6, kept.archive()))
    yield Figure("muse_six_s", round(time.perf_counter() - began, 1), "s")
    pairs = {elite.subject.pair for elite in kept.archive()}
    fresh = [one.elite.subject.pair not in pairs for one in found]
    yield Figure("muse_unseen_share", round(float(np.mean(fresh)), 3), "", at_least=1.0)
    yield Figure("muse_novelty", round(float(np.mean([one.novelty for one in found])), 1))
    by_chance = [thrown(Dice("bench of the muse", "novelty", number)) for number in range(24)]
    seen = [measured(glimpse(subject.recipe()).picture).look for subject in by_chance]
    away = float(np.mean([novelty(look, looks) for look in seen]))
    yield Figure("muse_novelty_chance", round(away, 1))


class Voter:
    """One simulated person."""

    def __init__(self, number: int) -> None:
        self._dice = Dice("bench of guidance", "voter", number)
        self._likes = self._dice.bell(COUNT) / COUNT**0.5

    def utility(self, seen: Row) -> float:
        """What nobody but the voter knows."""
        return float(seen @ self._likes + BEND * np.sin(2 * seen[4]))

    def taste(self, seen: Sequence[Row]) -> Taste:
        """What a model learns from so many answers about pairs."""
        evidence = []
        for _ in range(QUESTIONS):
            one, other = (seen[self._dice.whole(0, len(seen) - 1)] for _ in range(2))
            gap = SURE * (self.utility(one) - self.utility(other))
            is_first = self._dice.uniform(1)[0] < 1.0 / (1.0 + np.exp(-gap))
            evidence.append(pair(one, other) if is_first else pair(other, one))
        return fit(evidence)


def _voters() -> Iterator[Figure]:
    """What guidance adds to a voter's own utility, in spreads of it over the painter's works."""
    seen = [_seen(compose("painter", {}, seed=seed)) for seed in range(POOL)]
    guided, chosen, judged = [], [], []
    for number in range(VOTERS):
        voter = Voter(number)
        taste, spread = voter.taste(seen), float(np.std([voter.utility(row) for row in seen]))
        begun = compose("painter", {"becoming": "nothing"}, seed=1000 + number)
        walk = walked(Wish(begun, Liking(taste), "", STEPS, number))
        first, last = (walk.steps[at] for at in (0, -1))
        start = voter.utility(features(first.seen.picture))
        gain = voter.utility(features(last.seen.picture)) - start
        guided.append(gain / spread)
        judged.append((last.score - first.score) / 1000 / spread)
        chosen.append((_best_by_chance(voter, taste, begun, len(walk.tried)) - start) / spread)
    yield Figure("guide_gain_voters", round(float(np.mean(guided)), 3), "sd", at_least=0.3)
    yield Figure("guide_gain_chance", round(float(np.mean(chosen)), 3), "sd")
    yield Figure("guide_gain_model", round(float(np.mean(judged)), 3), "sd")
    better = [one > 0 for one in guided]
    yield Figure("guide_voters_pleased", round(float(np.mean(better)), 3))


def _best_by_chance(voter: Voter, taste: Taste, begun: Recipe, count: int) -> float:
    """The voter's utility of the best, by the model, of as many other seeds."""
    concept = glimpse(begun).plan.subjects[-1].concept
    chosen = {**begun.parameters, "concept": concept}
    rows = [_seen(compose("painter", chosen, seed=seed)) for seed in range(2000, 2000 + count)]
    return voter.utility(max(rows, key=lambda row: float(row @ taste.mean)))


def _words() -> Iterator[Figure]:
    """How much of what words plainly ask is there before a walk towards them and after it."""
    before, after = [], []
    for number, text in enumerate(WORDS):
        begun = compose("painter", {"becoming": "nothing"}, seed=3000 + number)
        steps = walked(Wish(begun, Craft(), text, 2, number)).steps
        before.append(met(text, steps[0].seen.plan))
        after.append(met(text, steps[-1].seen.plan))
    yield Figure("guide_words_before", round(float(np.mean(before)) / 1000, 3))
    yield Figure("guide_words_after", round(float(np.mean(after)) / 1000, 3), "", at_least=0.9)


def _seen(recipe: Recipe) -> Row:
    return features(glimpse(recipe).picture)
