"""propose, vote, queue, execute
the whole way          -> the fee changes, state after state, no sooner than the delay
the whole way, paying  -> ether leaves the treasury, exactly
the whole way, removal -> a member is removed
a call that fails      -> nothing is executed, the fault of the callee is told
"""

from expect import reverts_with
from scene import (
    ACTIVE,
    DAY,
    ETHER,
    EXECUTED,
    FOR,
    HOUR,
    PENDING,
    QUEUED,
    SUCCEEDED,
    pass_time,
)


def test_the_fee_changes(governor, market, members, stranger, propose):
    proposal = propose(market.setFees, 300, 300)
    assert governor.state(proposal.number) == PENDING
    pass_time(61)
    assert governor.state(proposal.number) == ACTIVE
    for member in members[:2]:
        governor.castVote(proposal.number, FOR, {"from": member})
    pass_time(2 * HOUR)
    assert governor.state(proposal.number) == SUCCEEDED
    governor.queue(*proposal.hashed, {"from": stranger})
    assert governor.state(proposal.number) == QUEUED
    pass_time(2 * DAY + 1)
    governor.execute(*proposal.hashed, {"from": stranger})
    assert governor.state(proposal.number) == EXECUTED
    assert market.policy()["primaryFeeBps"] == market.policy()["secondaryFeeBps"] == 300


def test_not_sooner_than_the_delay(governor, treasury, market, stranger, propose, pass_vote):
    proposal = propose(market.setFees, 300, 300)
    pass_vote(proposal)
    queued = governor.queue(*proposal.hashed, {"from": stranger})
    operation = queued.events["CallScheduled"]["id"]
    pass_time(2 * DAY - 60)
    ready = 1 << 2
    with reverts_with("TimelockUnexpectedOperationState", bytes(operation), bytes32(ready)):
        governor.execute(*proposal.hashed, {"from": stranger})
    assert treasury.isOperationPending(operation)


def test_the_treasury_pays(treasury, collector, member, propose, carry_out):
    member.transfer(treasury, ETHER)
    before = collector.balance()
    carry_out(propose(_Payment(collector), value=ETHER // 4))
    assert collector.balance() == before + ETHER // 4
    assert treasury.balance() == ETHER - ETHER // 4


def test_a_member_is_removed(membership, members, propose, carry_out):
    carry_out(propose(membership.remove, members[2], "Sold us out."))
    assert membership.memberOf(members[2]) == 0


def test_a_fault_undoes_all(governor, market, propose, carry_out):
    proposal = propose(market.setFees, 1_001, 300)
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        carry_out(proposal)
    assert governor.state(proposal.number) == QUEUED


def bytes32(number):
    return number.to_bytes(32)


class _Payment:
    """A plain payment, in the place of a method."""

    def __init__(self, payee):
        self._address = payee

    def encode_input(self):
        return "0x"
