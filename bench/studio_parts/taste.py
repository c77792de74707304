"""Let simulated voters answer, and measure how soon their taste is known for unseen pictures.

The voters see pictures through the judge, a network that the taste never reads, though one of the
same kind as its eye; others care for what can be put into words alone. Their answers are noisy, but
they are of one mind: real people are harder.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generation.dice import Dice
from generation.engine import Raster
from generation.network import dual
from generation.network.pictures import drawn
from generation.taste import (
    NAMES,
    Evidence,
    Taste,
    features,
    fit,
    looked,
    next_pair,
    pair,
    personal,
    prior,
)
from generation.taste.voter import Voter
from studio_parts.figure import Figure

PICTURES, LEARNT = 576, 384
VOTERS, VOTES = 12, (10, 20, 40, 80, 160, 320)
EACH = 5  # answers between two fits
TOP = 19  # the best tenth of the pictures held out
CROWD, CROWD_VOTES, SHARED = 8, 60, 0.6
FEW_VOTES, LOOKS = 20, 100
SAYS = (0, 15, 30, 50)  # how far long looks go with liking: a correlation, in hundredths
Table = NDArray[np.float64]


def measure() -> Iterator[Figure]:
    """Random and chosen questions, limits, a crowd's help; without the eye, and without a need."""
    with tempfile.TemporaryDirectory() as none:
        kept = os.environ.get("ATELIER_BENCH_KEPT")
        folder = Path(kept or none) / "pictures"
        looks = np.stack([picture for _, picture in drawn(folder, "test", PICTURES)])
    seen = np.stack([features(_raster(look)) for look in looks])
    eye = dual.features(looks)
    voters = [Voter(number, eye) for number in range(VOTERS)]
    yield from _learning(voters, seen)
    yield from _limits(voters, seen)
    yield from _crowd(eye, seen)
    yield from _looks(voters, seen)
    named = seen[:, : len(NAMES)]
    yield Figure("taste_accuracy_80_in_words", _at_80(_accuracies(voters, named, is_active=True)))
    own = [Voter(number, named) for number in range(VOTERS)]
    found = _accuracies(own, seen, is_active=True)
    yield Figure("taste_accuracy_80_of_those_words", _at_80(found))


def _at_80(found: Sequence[tuple[float, float]]) -> float:
    return found[VOTES.index(80)][0]


def _learning(voters: Sequence[Voter], seen: Table) -> Iterator[Figure]:
    """Accuracy on pairs of unseen pictures, and how much better than chance its ten best are."""
    for name, is_active in (("random", False), ("active", True)):
        for votes, (accuracy, lift) in zip(
            VOTES, _accuracies(voters, seen, is_active), strict=True
        ):
            bound = 0.75 if is_active and votes == 80 else None
            yield Figure(f"taste_accuracy_{name}_{votes}", accuracy, at_least=bound)
            yield Figure(f"taste_lift_{name}_{votes}", lift, "sd")


def _limits(voters: Sequence[Voter], seen: Table) -> Iterator[Figure]:
    """What no model could beat: all that the features can say, the best tenth, one's own doubts."""
    best = [_top(voter, voter.utility) for voter in voters]
    yield Figure("taste_lift_oracle", _mean(best), "sd")
    pairs = np.array([[a, b] for a, b in zip(*np.triu_indices(100, 1), strict=True)]) + LEARNT
    yield Figure("taste_voter_agrees_with_himself", _mean([v.consistency(pairs) for v in voters]))
    told = []
    for voter in voters:  # with the utilities themselves in hand, least squares on the features
        worth, *_ = np.linalg.lstsq(seen[:LEARNT], voter.utility[:LEARNT], rcond=None)
        told.append(_foreseen(voter, seen @ worth))
    yield Figure("taste_accuracy_all_told", _mean(told))


def _crowd(eye: Table, seen: Table) -> Iterator[Figure]:
    """A newcomer of ten votes, starting from nothing and from what a crowd likes."""
    crowd = [Voter(100 + number, eye, SHARED) for number in range(CROWD)]
    said = [one for voter in crowd for one in _answers(voter, seen, CROWD_VOTES, None)[0]]
    everybody = personal(fit(said))
    alone, helped = [], []
    for number in range(VOTERS):
        voter = Voter(number, eye, SHARED)
        for start, found in ((prior(), alone), (everybody, helped)):
            taste = _answers(voter, seen, 10, start)[1]
            found.append(_foreseen(voter, seen @ taste.mean))
    yield Figure("taste_newcomer_alone", _mean(alone))
    yield Figure("taste_newcomer_with_crowd", _mean(helped))


def _looks(voters: Sequence[Voter], seen: Table) -> Iterator[Figure]:
    """A hundred looks beside twenty votes: how far they go with liking is an assumption."""
    found: dict[int, list[float]] = {says: [] for says in SAYS}
    for number, voter in enumerate(voters):
        said = _answers(voter, seen, FEW_VOTES, None)[0]
        dice = [Dice("bench", "looks", number * LOOKS + at) for at in range(LOOKS)]
        rows = [one.whole(0, LEARNT - 1) for one in dice]
        for says, accuracies in found.items():
            seconds = [voter.seconds(row, says / 100) for row in rows]
            taste = fit([*said, *looked(seen[rows], seconds)], prior(seen.shape[1]))
            accuracies.append(_foreseen(voter, seen @ taste.mean))
    for says, accuracies in found.items():
        yield Figure(f"taste_accuracy_20_and_looks_{says:02}", _mean(accuracies))


def _accuracies(voters: Sequence[Voter], seen: Table, is_active: bool) -> list[tuple[float, float]]:
    """Mean accuracy and lift over voters after each number of votes."""
    start = prior(seen.shape[1])
    rows = []
    for voter in voters:
        said, _ = _answers(voter, seen, VOTES[-1], start if is_active else None)
        tastes = [fit(said[:votes], start) for votes in VOTES]
        scores = [seen @ taste.mean for taste in tastes]
        rows.append([(_foreseen(voter, score), _top(voter, score)) for score in scores])
    return [(round(float(a), 3), round(float(b), 2)) for a, b in np.mean(rows, 0)]


def _answers(
    voter: Voter, seen: Table, votes: int, start: Taste | None
) -> tuple[list[Evidence], Taste]:
    """What a voter answers: to chosen questions from a start, else to random ones."""
    said: list[Evidence] = []
    asked: set[tuple[int, int]] = set()
    taste = start or prior(seen.shape[1])
    while len(said) < votes:
        dice = Dice("bench", "questions", len(said) + len(asked))
        if start is None:
            left, right = dice.whole(0, LEARNT - 1), dice.whole(0, LEARNT - 1)
            if left == right:
                asked.add((left, -len(asked)))  # other dice
                continue
        else:
            question = next_pair(taste, seen[:LEARNT], dice, asked)
            if question is None:
                break
            left, right = question.left, question.right
            asked.add(question.pair)
        better, worse = (left, right) if voter.prefers_first(left, right) else (right, left)
        said.append(pair(seen[better], seen[worse]))
        if start is not None and len(said) % EACH == 0:
            taste = fit(said, start)
    return said, fit(said, start or prior(seen.shape[1]))


def _foreseen(voter: Voter, score: Table) -> float:
    """The share of pairs of unseen pictures whose better one it knows."""
    gaps, truth = (
        (one[LEARNT:, None] - one[None, LEARNT:])[np.triu_indices(PICTURES - LEARNT, 1)]
        for one in (score, voter.utility)
    )
    return float(((gaps > 0) == (truth > 0)).mean())


def _top(voter: Voter, score: Table) -> float:
    """How much more than the mean the voter likes its best tenth, in standard deviations."""
    rest = voter.utility[LEARNT:]
    best = np.argsort(-score[LEARNT:], kind="stable")[:TOP]
    return float(rest[best].mean() - rest.mean())


def _mean(found: Sequence[float]) -> float:
    return round(float(np.mean(found)), 3)


def _raster(look: NDArray[np.uint8]) -> Raster:
    return Raster(look.shape[1], look.shape[0], look.tobytes())
