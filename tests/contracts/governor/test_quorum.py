"""quorum, and who wins
small DAO                 -> the floor
fewer members than that   -> all of them, or Defeated; the last one decides alone
larger DAO                -> a fifth of all votes at the snapshot
votes below the quorum    -> Defeated, and cannot be queued
a tie, or no vote         -> Defeated
only abstentions          -> Defeated, though they make the quorum
strictly more for         -> Succeeded
quorum reached late       -> the vote is prolonged
vote after the end        -> GovernorUnexpectedProposalState
vote twice                -> GovernorAlreadyCastVote(voter)
delegated after snapshot  -> weighs nothing
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import ABSTAIN, ACTIVE, AGAINST, DEFEATED, FOR, HOUR, SUCCEEDED, now, pass_time


@pytest.fixture
def proposal(propose, market):
    return propose(market.setFees, 300, 300)


@pytest.fixture
def cast(governor, members):
    def build(proposal, *supports):
        pass_time(61)
        for member, support in zip(members, supports, strict=False):
            governor.castVote(proposal.number, support, {"from": member})

    return build


def test_a_small_dao_has_the_floor(governor):
    assert governor.quorum(now() - 1) == governor.quorumFloor() == 2


def test_a_smaller_one_has_all_its_votes(governor, membership, members):
    asked = []
    for leaver in members[:2]:
        membership.leave({"from": leaver})
        pass_time(1)
        asked.append(governor.quorum(now() - 1))
    assert asked == [2, 1]


def test_the_last_member_decides(governor, membership, market, members, propose):
    for leaver in members[:2]:
        membership.leave({"from": leaver})
    pass_time(1)
    last = members[2]
    proposal = propose(market.setFees, 300, 300, proposer=last)
    pass_time(61)
    governor.castVote(proposal.number, FOR, {"from": last})
    pass_time(2 * HOUR)
    assert governor.state(proposal.number) == SUCCEEDED


def test_a_larger_one_a_fifth(governor, membership, curation):
    as_curation = accounts.at(curation.address, force=True)
    for number in range(1, 13):
        membership.admit(f"0x{number:040x}", {"from": as_curation})
    pass_time(1)
    assert governor.quorum(now() - 1) == 15 // 5


@pytest.mark.parametrize(
    ("supports", "state"),
    [
        ((), DEFEATED),
        ((FOR,), DEFEATED),
        ((FOR, AGAINST), DEFEATED),
        ((FOR, AGAINST, ABSTAIN), DEFEATED),
        ((ABSTAIN, ABSTAIN, ABSTAIN), DEFEATED),
        ((FOR, ABSTAIN), SUCCEEDED),
        ((FOR, FOR, AGAINST), SUCCEEDED),
    ],
)
def test_who_wins(governor, proposal, cast, supports, state):
    cast(proposal, *supports)
    pass_time(2 * HOUR)
    assert governor.state(proposal.number) == state


def test_the_defeated_is_not_queued(governor, proposal, cast, stranger):
    cast(proposal, FOR)
    pass_time(2 * HOUR)
    succeeded_or_queued = (1 << SUCCEEDED).to_bytes(32)
    with reverts_with(
        "GovernorUnexpectedProposalState", proposal.number, DEFEATED, succeeded_or_queued
    ):
        governor.queue(*proposal.hashed, {"from": stranger})


def test_a_late_quorum_prolongs(governor, members, proposal, cast):
    cast(proposal, FOR)
    end = governor.proposalDeadline(proposal.number)
    pass_time(end - now() - 60)
    governor.castVote(proposal.number, FOR, {"from": members[1]})
    assert governor.proposalDeadline(proposal.number) == now() + HOUR // 2


def test_not_after_the_end(governor, member, proposal):
    pass_time(2 * HOUR)
    active = (1 << ACTIVE).to_bytes(32)
    with reverts_with("GovernorUnexpectedProposalState", proposal.number, DEFEATED, active):
        governor.castVote(proposal.number, FOR, {"from": member})


def test_one_vote_each(governor, member, proposal, cast):
    cast(proposal, FOR)
    with reverts_with("GovernorAlreadyCastVote", member):
        governor.castVote(proposal.number, AGAINST, {"from": member})


def test_a_late_delegation_weighs_nothing(governor, membership, members, proposal, cast):
    pass_time(61)
    membership.delegate(members[1], {"from": members[0]})
    governor.castVote(proposal.number, FOR, {"from": members[1]})
    assert tuple(governor.proposalVotes(proposal.number)) == (0, 1, 0)
