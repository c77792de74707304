"""constructor
a founder twice     -> AlreadyMember(founder, their number)
nobody as founder   -> ERC721InvalidReceiver(0)
otherwise           -> founders are members from 1, bound, each with a vote of their own
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with


@pytest.fixture
def found(deployer, curation, treasury):
    def build(founders):
        return deployer.deploy(brownie.Membership, founders, curation, treasury)

    return build


def test_a_founder_twice_is_refused(found, member):
    with reverts_with("AlreadyMember", member, 1):
        found([member, member])


def test_nobody_as_founder_is_refused(found):
    with reverts_with("ERC721InvalidReceiver", ZERO_ADDRESS):
        found([ZERO_ADDRESS])


def test_founders_are_numbered_from_one(membership, members):
    assert [membership.memberOf(founder) for founder in members] == [1, 2, 3]
    assert [membership.ownerOf(number) for number in (1, 2, 3)] == members
    assert membership.lastMember() == membership.memberCount() == 3


def test_founders_have_their_own_vote(membership, members):
    assert [membership.getVotes(founder) for founder in members] == [1, 1, 1]
    assert [membership.delegates(founder) for founder in members] == members


def test_founders_are_bound(found, members):
    locked = found(members).tx.events["Locked"]
    assert [event["tokenId"] for event in locked] == [1, 2, 3]
