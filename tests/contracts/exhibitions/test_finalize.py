"""finalize
not closed yet             -> ExhibitionStillOpen(exhibition, closesAt), to its last second
finalized already          -> ExhibitionDecided(exhibition)
no candidate, no ballot    -> nobody wins
no approval                -> never wins, though places are left
more approvals             -> the better rank
a tie                      -> the earlier nomination first
an artist over the quota   -> the next one wins the place
more than there are places -> the first of them
otherwise                  -> as a plain model ranks, WorkExhibited for each, the view says the same
64 candidates, all tied or each more than the last -> within a block's gas by far
"""

import random

import pytest
from expect import reverts_with
from scene import HOUR, next_block_at, pass_time

GAS_LIMIT = 2_000_000


@pytest.fixture
def decide(exhibitions, stranger):
    """Let the vote end, finalize, and tell the winners."""

    def build(exhibition):
        pass_time(HOUR)
        exhibitions.finalize(exhibition, {"from": stranger})
        return list(exhibitions.winnersOf(exhibition))

    return build


@pytest.fixture
def cast(exhibitions, members):
    """Have the members vote, one ballot each."""

    def build(exhibition, *ballots):
        for member, ballot in zip(members, ballots, strict=False):
            exhibitions.vote(exhibition, ballot, {"from": member})

    return build


def test_not_before_the_end(exhibitions, voting, stranger):
    closes_at = exhibitions.exhibitions(voting)["closesAt"]
    next_block_at(closes_at - 1)
    with reverts_with("ExhibitionStillOpen", voting, closes_at):
        exhibitions.finalize(voting, {"from": stranger})


def test_from_that_second(exhibitions, voting, stranger):
    next_block_at(exhibitions.exhibitions(voting)["closesAt"])
    receipt = exhibitions.finalize(voting, {"from": stranger})
    assert receipt.events["ExhibitionFinalized"]["winnerCount"] == 0


def test_only_once(exhibitions, voting, decide, stranger):
    decide(voting)
    with reverts_with("ExhibitionDecided", voting):
        exhibitions.finalize(voting, {"from": stranger})


def test_nobody_wins_without_candidates(exhibitions, open_exhibition, stranger):
    exhibition = open_exhibition()
    pass_time(2 * HOUR)
    receipt = exhibitions.finalize(exhibition, {"from": stranger})
    assert exhibitions.winnersOf(exhibition) == ()
    assert "WorkExhibited" not in receipt.events


def test_no_approval_no_place(voting, works, cast, decide):
    cast(voting, 0b010)
    assert decide(voting) == [works[1]]


def test_more_approvals_first(voting, works, cast, decide):
    cast(voting, 0b101, 0b100)
    assert decide(voting) == [works[2], works[0]]


def test_a_tie_goes_to_the_earlier(voting, works, cast, decide):
    cast(voting, 0b101, 0b101)
    assert decide(voting) == [works[0], works[2]]


def test_an_artist_has_a_quota(voting, works, cast, decide):
    cast(voting, 0b111, 0b011, 0b011)
    assert decide(voting) == [works[0], works[2]]


@pytest.mark.parametrize(("places", "quota", "winners"), [(1, 1, 1), (2, 2, 2), (16, 16, 3)])
def test_as_many_as_there_are_places(
    exhibitions, open_exhibition, works, members, cast, decide, places, quota, winners
):
    exhibition = open_exhibition(places=places, quota=quota)
    for work in works:
        exhibitions.nominate(exhibition, work, {"from": members[0]})
    pass_time(HOUR)
    cast(exhibition, 0b111)
    assert decide(exhibition) == works[:winners]


def test_said_aloud(exhibitions, voting, works, artist, candidate, cast, stranger):
    cast(voting, 0b111, 0b100)
    pass_time(HOUR)
    receipt = exhibitions.finalize(voting, {"from": stranger})
    assert [dict(one) for one in receipt.events["WorkExhibited"]] == [
        {"exhibition": voting, "work": works[2], "artist": candidate, "rank": 1, "approvals": 2},
        {"exhibition": voting, "work": works[0], "artist": artist, "rank": 2, "approvals": 1},
    ]
    assert dict(receipt.events["ExhibitionFinalized"]) == {"exhibition": voting, "winnerCount": 2}


def ranked(exhibitions, exhibition, ballots, places=11, quota=4):
    """Who wins, by a plain model."""
    candidates = exhibitions.candidatesOf(exhibition)
    approvals = [sum(ballot >> place & 1 for ballot in ballots) for place in range(64)]
    winners, artists = [], []
    for place in sorted(range(64), key=lambda place: -approvals[place]):
        artist = candidates[place]["artist"]
        if approvals[place] and artists.count(artist) < quota and len(winners) < places:
            winners.append(candidates[place]["work"])
            artists.append(artist)
    return winners


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_as_a_plain_model(exhibitions, full, crowd, decide, seed):
    dice = random.Random(seed)
    ballots = [dice.getrandbits(64) & dice.getrandbits(64) or 1 for _ in crowd]
    for member, ballot in zip(crowd, ballots, strict=True):
        exhibitions.vote(full, ballot, {"from": member})
    assert decide(full) == ranked(exhibitions, full, ballots)


RISING = [2**64 - (1 << 4 * step) for step in range(16)]  # each four approved once more
WORST = {"all tied": [2**64 - 1] * 16, "rising": RISING, "one artist ahead": [2**64 - 1]}


@pytest.mark.parametrize("kind", WORST)
def test_in_bounded_gas(exhibitions, full, crowd, stranger, kind):
    for member, ballot in zip(crowd, WORST[kind], strict=False):
        exhibitions.vote(full, ballot, {"from": member})
    pass_time(HOUR)
    receipt = exhibitions.finalize(full, {"from": stranger})
    assert receipt.gas_used < GAS_LIMIT
    assert list(exhibitions.winnersOf(full)) == ranked(exhibitions, full, WORST[kind])
