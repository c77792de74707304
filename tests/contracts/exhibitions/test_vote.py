"""vote
nominations still open        -> NominationsOpen(exhibition, until), to their last second
closed                        -> ExhibitionClosed(exhibition, closesAt), from that very second
nobody approved of            -> ApprovalsInvalid(approvals, candidateCount)
somebody who is no candidate  -> ApprovalsInvalid
no member                     -> NoVotes(caller, snapshot)
member since the opening      -> NoVotes
votes delegated away          -> NoVotes
member who left and came back -> NoVotes: not a second vote
voted already                 -> AlreadyVoted(exhibition, member)
delegated before the opening  -> weighs with the delegate
delegated after it            -> weighs nothing
otherwise                     -> counted, BallotCast
"""

import pytest
from expect import reverts_with
from scene import HOUR, next_block_at, pass_time


def approvals(exhibitions, exhibition):
    return [one["approvals"] for one in exhibitions.candidatesOf(exhibition)]


def snapshot(exhibitions, exhibition):
    return exhibitions.exhibitions(exhibition)["snapshot"]


def test_not_during_nominations(exhibitions, nominating, works, member):
    exhibitions.nominate(nominating, works[0], {"from": member})
    until = exhibitions.exhibitions(nominating)["nominationsUntil"]
    next_block_at(until - 1)
    with reverts_with("NominationsOpen", nominating, until):
        exhibitions.vote(nominating, 1, {"from": member})


def test_from_the_second_they_are_over(exhibitions, nominating, works, member):
    exhibitions.nominate(nominating, works[0], {"from": member})
    next_block_at(exhibitions.exhibitions(nominating)["nominationsUntil"])
    exhibitions.vote(nominating, 1, {"from": member})
    assert approvals(exhibitions, nominating) == [1]


def test_not_after_the_end(exhibitions, voting, member):
    closes_at = exhibitions.exhibitions(voting)["closesAt"]
    next_block_at(closes_at)
    with reverts_with("ExhibitionClosed", voting, closes_at):
        exhibitions.vote(voting, 1, {"from": member})


def test_until_its_last_second(exhibitions, voting, member):
    next_block_at(exhibitions.exhibitions(voting)["closesAt"] - 1)
    exhibitions.vote(voting, 1, {"from": member})
    assert exhibitions.hasVoted(voting, member)


@pytest.mark.parametrize("ballot", [0, 0b1000, 0b1111, 1 << 63])
def test_only_of_candidates(exhibitions, voting, member, ballot):
    with reverts_with("ApprovalsInvalid", ballot, 3):
        exhibitions.vote(voting, ballot, {"from": member})


def test_a_stranger_cannot(exhibitions, voting, stranger):
    with reverts_with("NoVotes", stranger, snapshot(exhibitions, voting)):
        exhibitions.vote(voting, 1, {"from": stranger})


def test_a_later_member_cannot(exhibitions, voting, join, stranger):
    join(stranger)
    with reverts_with("NoVotes", stranger, snapshot(exhibitions, voting)):
        exhibitions.vote(voting, 1, {"from": stranger})


def test_who_delegated_away_cannot(exhibitions, membership, open_exhibition, works, members):
    membership.delegate(members[1], {"from": members[0]})
    pass_time(1)
    exhibition = open_exhibition()
    exhibitions.nominate(exhibition, works[0], {"from": members[0]})
    pass_time(HOUR)
    with reverts_with("NoVotes", members[0], snapshot(exhibitions, exhibition)):
        exhibitions.vote(exhibition, 1, {"from": members[0]})


def test_their_delegate_votes_for_both(exhibitions, membership, open_exhibition, works, members):
    membership.delegate(members[1], {"from": members[0]})
    pass_time(1)
    exhibition = open_exhibition()
    exhibitions.nominate(exhibition, works[0], {"from": members[0]})
    pass_time(HOUR)
    exhibitions.vote(exhibition, 1, {"from": members[1]})
    assert approvals(exhibitions, exhibition) == [2]


def test_a_late_delegation_weighs_nothing(exhibitions, membership, voting, members):
    membership.delegate(members[1], {"from": members[0]})
    exhibitions.vote(voting, 1, {"from": members[0]})
    exhibitions.vote(voting, 1, {"from": members[1]})
    assert approvals(exhibitions, voting) == [2, 0, 0]


def test_coming_back_gives_no_second_vote(
    exhibitions, membership, voting, join, as_treasury, member
):
    exhibitions.vote(voting, 1, {"from": member})
    membership.remove(member, "A pause.", {"from": as_treasury})
    join(member)
    with reverts_with("NoVotes", member, snapshot(exhibitions, voting)):
        exhibitions.vote(voting, 1, {"from": member})


def test_one_ballot_each(exhibitions, voting, member):
    exhibitions.vote(voting, 0b001, {"from": member})
    with reverts_with("AlreadyVoted", voting, member):
        exhibitions.vote(voting, 0b010, {"from": member})


def test_counted(exhibitions, voting, members):
    for member, ballot in zip(members, (0b101, 0b100, 0b111), strict=True):
        exhibitions.vote(voting, ballot, {"from": member})
    assert approvals(exhibitions, voting) == [2, 1, 3]


def test_said_aloud(exhibitions, voting, member):
    receipt = exhibitions.vote(voting, 0b110, {"from": member})
    assert dict(receipt.events["BallotCast"]) == {
        "exhibition": voting,
        "member": member,
        "approvals": 0b110,
        "weight": 1,
    }
