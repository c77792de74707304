"""taste
no evidence                        -> what was believed before
a choice                           -> the chosen one scores higher, and belief gets surer
stars, feelings, purchases         -> move the score the way they say, weaker ones less
how long people looked             -> helps where it goes with liking, harms little where not
however many looks                 -> together no more than a few choices; a few looks -> nothing
how fast somebody looks in general -> does not matter
mild and strict raters             -> the same order of pictures
the order of the evidence          -> the same taste, to the digest
a person's taste                   -> starts from the population's, strays with the person's votes
evidence of another size           -> ValueError
kept and read                      -> the same taste; another digest, or no taste -> WeightsRefused
simulated voters                   -> knows them the better the more was asked
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import given
from hypothesis import strategies as st

from generation.errors import WeightsRefused
from generation.taste import (
    COUNT,
    Evidence,
    felt,
    fit,
    kept,
    load,
    looked,
    pair,
    parse,
    personal,
    prior,
    rating,
    score,
)
from generation.taste import save as keep
from generation.taste.voter import Voter
from tests.generation.taste.gallery import TRAINED, accuracy, asked, table

SEEN = table()


def liking(evidence: list[Evidence], row: int) -> float:
    return float(score(fit(evidence), SEEN[row])[0])


def test_without_evidence_nothing_changes() -> None:
    assert fit([], prior()).digest == prior().digest


def test_a_chosen_picture_scores_higher() -> None:
    taste = fit([pair(SEEN[0], SEEN[1])])
    mean, _ = score(taste, SEEN)
    assert mean[0] > mean[1]


def test_belief_gets_surer_along_what_was_asked() -> None:
    gap = SEEN[0] - SEEN[1]
    before, after = score(prior(), gap)[1], score(fit([pair(SEEN[0], SEEN[1])]), gap)[1]
    assert after < before


@given(st.integers(1, 4))
def test_more_stars_score_higher(stars: int) -> None:
    assert liking([rating(SEEN[0], stars)], 0) < liking([rating(SEEN[0], stars + 1)], 0)


def test_a_feeling_says_less_than_stars() -> None:
    assert 0 < liking([felt(SEEN[0], 100)], 0) < liking([rating(SEEN[0], 5)], 0)


def test_what_was_bought_is_liked() -> None:
    assert liking([kept(SEEN[0])], 0) > 0


def from_looks(number: int, says: float, pairs: int = 20, looks: int = 150) -> float:
    """How well a voter is known from a few answers and many looks, which say so much of liking."""
    voter = Voter(number, SEEN)
    _, found = asked(voter, SEEN, pairs, is_active=False)
    rows = [row % TRAINED for row in range(number, number + looks)]
    seconds = [voter.seconds(row, says) for row in rows]
    return accuracy(fit([*found, *looked(SEEN[rows], seconds)]), voter, SEEN)


def test_long_looks_help_where_they_go_with_liking_and_hardly_harm_elsewhere() -> None:
    voters = range(8)
    without = np.mean([from_looks(number, 0.0, looks=0) for number in voters])
    telling, idle = (
        np.mean([from_looks(number, says) for number in voters]) for says in (0.5, 0.0)
    )
    assert telling > without + 0.01
    assert without - 0.05 < idle < telling


def test_all_looks_together_weigh_no_more_than_a_few_choices() -> None:
    found = looked(np.tile(SEEN, (4, 1)), list(range(1, 4 * len(SEEN) + 1)))
    assert sum(one.weight for one in found) == pytest.approx(8.0)


def test_a_look_says_less_than_a_feeling() -> None:
    seconds = [600.0, *([10.0, 12.0, 8.0, 11.0, 9.0] * 4)]
    assert 0 < liking(looked(SEEN[: len(seconds)], seconds), 0) < liking([felt(SEEN[0], 100)], 0)


@pytest.mark.parametrize("pace", [0.25, 1.7, 20.0])
def test_how_fast_somebody_looks_in_general_does_not_matter(pace: float) -> None:
    seconds = np.array([30.0, 4.0, 9.0, 17.0, 12.0, 60.0, 25.0, 8.5])
    own, other = (fit(looked(SEEN[:8], one)) for one in (seconds, seconds * pace))
    assert np.allclose(own.mean, other.mean, atol=1e-5)


def test_a_few_looks_are_no_evidence() -> None:
    assert looked(SEEN[:7], [10.0] * 7) == []


def test_equally_long_looks_say_nothing() -> None:
    found = looked(SEEN[:20], [10.0] * 20)
    assert {(one.above, one.below) for one in found} == {(-0.7, 0.7)}


@pytest.mark.parametrize("wrong", [[10.0] * 9, [0.0] * 8, [-1.0] * 8, [float("inf")] * 8])
def test_looks_that_are_none_are_refused(wrong: list[float]) -> None:
    with pytest.raises(ValueError, match="8 pictures need as many looks"):
        looked(SEEN[:8], wrong)


def test_a_mild_rater_and_a_strict_one_like_the_same() -> None:
    mild = fit([rating(SEEN[row], 5 if row % 2 else 4) for row in range(40)])
    strict = fit([rating(SEEN[row], 2 if row % 2 else 1) for row in range(40)])
    one, other = (score(taste, SEEN[:40])[0] for taste in (mild, strict))
    assert np.corrcoef(one, other)[0, 1] > 0.8


@pytest.mark.parametrize("wrong", [0, 6, -1])
def test_other_stars_are_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match=f"{wrong} stars: give 1 to 5"):
        rating(SEEN[0], wrong)


@pytest.mark.parametrize("wrong", [-101, 101])
def test_other_valences_are_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match=f"valence {wrong}"):
        felt(SEEN[0], wrong)


def test_the_order_of_evidence_does_not_matter() -> None:
    _, found = asked(Voter(1, SEEN), SEEN, 60, is_active=False)
    assert fit(found).digest == fit(found[::-1]).digest


def test_the_mode_is_where_the_posterior_is_highest() -> None:
    """Checked against the posterior itself, a step to either side along every feature."""
    from generation.taste.model import _log_posterior

    _, found = asked(Voter(2, SEEN), SEEN, 40, is_active=False)
    rows = np.array([[*one.direction, 0.0] for one in found])
    bounds = np.array([[one.above, one.below] for one in found])
    precision = np.eye(COUNT + 1)
    precision[:COUNT, :COUNT] = np.linalg.inv(prior().covariance)
    centre = np.append(fit(found).mean, 0.0)
    start, weight = np.zeros(COUNT + 1), np.ones(len(found))

    def height(at: np.ndarray) -> float:
        return _log_posterior(rows, bounds, weight, at, start, precision)

    steps = [sign * 0.01 * unit for unit in np.eye(COUNT + 1)[:COUNT] for sign in (-1, 1)]
    assert all(height(centre + step) < height(centre) for step in steps)


def test_a_person_starts_from_the_population_and_strays() -> None:
    everybody = fit([pair(SEEN[row], SEEN[row + 1]) for row in range(0, 60, 2)])
    new = personal(everybody)
    against = fit([pair(SEEN[1], SEEN[0])] * 20, new)
    assert np.array_equal(new.mean, everybody.mean)
    assert score(against, SEEN[1] - SEEN[0])[0] > score(new, SEEN[1] - SEEN[0])[0]


def test_evidence_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match=f"this taste has {COUNT} features"):
        fit([pair(SEEN[0][:3], SEEN[1][:3])])


@pytest.mark.parametrize("wrong", [np.array([np.nan]), np.zeros((2, 2))])
def test_features_that_are_none_are_refused(wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match="finite numbers in one row"):
        kept(wrong)


def test_a_kept_taste_comes_back(tmp_path: Path) -> None:
    taste = fit([pair(SEEN[0], SEEN[1])])
    sha256 = keep(taste, tmp_path / "taste.safetensors")
    back = load(tmp_path / "taste.safetensors", sha256)
    assert (back.digest, back.count, back.features) == (sha256, 1, taste.features)
    assert parse(taste.content(), sha256).digest == sha256


def test_another_digest_is_refused(tmp_path: Path) -> None:
    keep(prior(), tmp_path / "taste.safetensors")
    with pytest.raises(WeightsRefused, match="has the digest"):
        load(tmp_path / "taste.safetensors", "0" * 64)


@pytest.mark.parametrize(
    "arrays",
    [
        {"mean": np.zeros(3, np.int64)},
        {
            "mean": np.zeros(3, np.int64),
            "covariance": np.zeros((2, 2), np.int64),
            "features": np.zeros(32, np.uint8),
            "count": np.zeros(1, np.int64),
        },
    ],
)
def test_arrays_that_are_no_taste_are_refused(
    tmp_path: Path, arrays: dict[str, np.ndarray]
) -> None:
    import hashlib

    content = safetensors.numpy.save(arrays)
    (tmp_path / "taste.safetensors").write_bytes(content)
    with pytest.raises(WeightsRefused, match="holds no taste"):
        load(tmp_path / "taste.safetensors", hashlib.sha256(content).hexdigest())


def test_more_answers_know_a_voter_better() -> None:
    found = []
    for number in range(4):
        voter = Voter(number, SEEN)
        found.append(
            [accuracy(asked(voter, SEEN, n, is_active=False)[0], voter, SEEN) for n in (10, 160)]
        )
    few, many = np.mean(found, 0)
    assert 0.55 < few < many - 0.1
    assert many > 0.8
