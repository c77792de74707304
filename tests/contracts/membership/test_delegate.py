"""delegate
to another member        -> their votes add up, the sum stays
to oneself, twice        -> still one vote
there and back in a block -> one checkpoint, with the last value
after a snapshot         -> the snapshot keeps what was
"""

import pytest
from brownie import accounts, web3
from scene import now, pass_time


def test_votes_add_up_and_the_sum_stays(membership, members):
    membership.delegate(members[1], {"from": members[0]})
    assert [membership.getVotes(one) for one in members] == [0, 2, 1]


def test_delegating_to_oneself_creates_nothing(membership, member):
    membership.delegate(member, {"from": member})
    assert membership.getVotes(member) == 1


def test_a_stranger_delegates_nothing(membership, stranger, member):
    membership.delegate(member, {"from": stranger})
    assert membership.getVotes(member) == 1


def test_a_snapshot_keeps_what_was(membership, members):
    before = now()
    pass_time(10)
    membership.delegate(members[1], {"from": members[0]})
    pass_time(10)
    assert membership.getPastVotes(members[0], before) == 1
    assert membership.getPastVotes(members[1], before) == 1
    assert membership.getPastVotes(members[1], now() - 1) == 2


@pytest.fixture
def one_block():
    """Mine nothing until told to."""
    web3.provider.make_request("evm_setAutomine", [False])
    yield lambda: web3.provider.make_request("evm_mine", [])
    web3.provider.make_request("evm_setAutomine", [True])


def test_moves_in_one_block_leave_the_last_value(membership, members, one_block):
    for delegate in (members[1], members[2], members[1]):
        data = membership.delegate.encode_input(delegate)
        terms = {"from": str(members[0]), "to": membership.address, "data": data, "gas": 300_000}
        web3.eth.send_transaction(terms)
    one_block()
    block = now()
    pass_time(1)
    assert [membership.getPastVotes(one, block) for one in members] == [0, 2, 1]
    assert membership.getPastTotalSupply(block) == len(accounts[3:6])
