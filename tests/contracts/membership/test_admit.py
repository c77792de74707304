"""admit
anybody but Curation   -> AdmissionRefused(caller)
delegated before       -> the vote goes there
otherwise              -> next number, one vote, Transfer and Locked
"""

import pytest
from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with


@pytest.fixture
def as_curation(curation):
    return accounts.at(curation.address, force=True)


@pytest.mark.parametrize("index", range(8))
def test_a_stranger_cannot(membership, index):
    with reverts_with("AdmissionRefused", accounts[index]):
        membership.admit(accounts[9], {"from": accounts[index]})


def test_not_even_the_treasury_can(membership, as_treasury, stranger):
    with reverts_with("AdmissionRefused", as_treasury):
        membership.admit(stranger, {"from": as_treasury})


def test_a_member_is_not_admitted_twice(membership, as_curation, members):
    with reverts_with("AlreadyMember", members[2], 3):
        membership.admit(members[2], {"from": as_curation})


def test_admitted(membership, as_curation, stranger):
    receipt = membership.admit(stranger, {"from": as_curation})
    assert membership.memberOf(stranger) == membership.lastMember() == 4
    assert membership.getVotes(stranger) == 1
    assert dict(receipt.events["Transfer"]) == {
        "from": ZERO_ADDRESS,
        "to": stranger,
        "tokenId": 4,
    }
    assert receipt.events["Locked"]["tokenId"] == 4


def test_an_earlier_delegation_holds(membership, as_curation, stranger, member):
    membership.delegate(member, {"from": stranger})
    membership.admit(stranger, {"from": as_curation})
    assert membership.getVotes(member) == 2
    assert membership.getVotes(stranger) == 0
