"""remove
anybody but the treasury   -> NotTreasury(caller)
nobody's membership        -> NotMember(holder)
vote delegated             -> the delegate loses it
delegated to nobody        -> removed all the same
member comes back          -> with a new number
otherwise                  -> membership and vote are gone, MemberRemoved
"""

from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with


def test_a_stranger_cannot(membership, member, stranger):
    with reverts_with("NotTreasury", stranger):
        membership.remove(member, "Because.", {"from": stranger})


def test_a_member_cannot(membership, members):
    with reverts_with("NotTreasury", members[0]):
        membership.remove(members[1], "Because.", {"from": members[0]})


def test_who_is_no_member_cannot_be_removed(membership, as_treasury, stranger):
    with reverts_with("NotMember", stranger):
        membership.remove(stranger, "Because.", {"from": as_treasury})


def test_removed(membership, as_treasury, member):
    receipt = membership.remove(member, "Left us.", {"from": as_treasury})
    assert membership.memberOf(member) == membership.balanceOf(member) == 0
    assert membership.getVotes(member) == 0
    assert membership.memberCount() == 2
    removed = receipt.events["MemberRemoved"]
    assert dict(removed) == {"member": 1, "holder": member, "reason": "Left us."}


def test_the_delegate_loses_the_vote(membership, as_treasury, members):
    membership.delegate(members[1], {"from": members[0]})
    membership.remove(members[0], "Left us.", {"from": as_treasury})
    assert membership.getVotes(members[1]) == 1


def test_delegation_to_nobody_locks_nothing(membership, as_treasury, member):
    membership.delegate(ZERO_ADDRESS, {"from": member})
    membership.remove(member, "Left us.", {"from": as_treasury})
    assert membership.memberCount() == 2


def test_who_comes_back_has_a_new_number(membership, curation, as_treasury, member):
    membership.remove(member, "Left us.", {"from": as_treasury})
    membership.admit(member, {"from": accounts.at(curation.address, force=True)})
    assert membership.memberOf(member) == 4
    assert membership.getVotes(member) == 1
