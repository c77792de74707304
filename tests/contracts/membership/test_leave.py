"""leave
no member                 -> NotMember(caller)
the last member           -> MemberNeeded(member), also against the treasury
ballots opened before     -> no vote in them, nor as the one who came back
vote delegated            -> the delegate loses it
votes entrusted to them   -> wait, and go where their owners delegate them
otherwise                 -> membership and vote are gone, MemberLeft; its number stays unused
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import FOR, now, pass_time


@pytest.fixture
def as_curation(curation):
    return accounts.at(curation.address, force=True)


def test_a_stranger_cannot(membership, stranger):
    with reverts_with("NotMember", stranger):
        membership.leave({"from": stranger})


def test_nobody_leaves_twice(membership, member):
    membership.leave({"from": member})
    with reverts_with("NotMember", member):
        membership.leave({"from": member})


def test_the_last_member_stays(membership, as_treasury, members):
    for one in members[:2]:
        membership.leave({"from": one})
    with reverts_with("MemberNeeded", 3):
        membership.leave({"from": members[2]})
    with reverts_with("MemberNeeded", 3):
        membership.remove(members[2], "Because.", {"from": as_treasury})


def test_left(membership, member):
    receipt = membership.leave({"from": member})
    assert dict(receipt.events["MemberLeft"]) == {"member": 1, "holder": member}
    assert membership.memberOf(member) == membership.balanceOf(member) == 0
    assert membership.getVotes(member) == 0
    assert membership.memberCount() == 2


def test_the_number_is_never_given_again(membership, as_curation, member, stranger):
    membership.leave({"from": member})
    membership.admit(stranger, {"from": as_curation})
    membership.admit(member, {"from": as_curation})
    assert (membership.memberOf(stranger), membership.memberOf(member)) == (4, 5)


def test_no_vote_in_open_ballots(membership, curation, member, candidate, open_application):
    application = open_application(candidate)
    membership.leave({"from": member})
    with reverts_with("NoVotes", member, curation.applications(application)["snapshot"]):
        curation.vote(application, FOR, "Farewell.", {"from": member})


def test_no_second_vote_by_coming_back(
    membership, curation, as_curation, member, candidate, open_application
):
    application = open_application(candidate)
    curation.vote(application, FOR, "Farewell.", {"from": member})
    membership.leave({"from": member})
    membership.admit(member, {"from": as_curation})
    with reverts_with("NoVotes", member, curation.applications(application)["snapshot"]):
        curation.vote(application, FOR, "Back again.", {"from": member})


def test_the_delegate_loses_the_vote(membership, members):
    membership.delegate(members[1], {"from": members[0]})
    membership.leave({"from": members[0]})
    assert membership.getVotes(members[1]) == 1


def test_votes_entrusted_to_who_left_can_move_on(membership, members):
    membership.delegate(members[0], {"from": members[1]})
    membership.leave({"from": members[0]})
    membership.delegate(members[1], {"from": members[1]})
    assert [membership.getVotes(one) for one in members] == [0, 1, 1]


def test_the_past_stays(membership, member):
    before = now()
    pass_time(1)
    membership.leave({"from": member})
    pass_time(1)
    assert membership.getPastVotes(member, before) == 1
    assert membership.getPastTotalSupply(before) == 3
    assert membership.getPastTotalSupply(now() - 1) == 2
