"""proposalThreshold, as propose asks for it
set to one                -> one
more than a tenth of all  -> a tenth, rounded down, but one at least
less than a tenth         -> as set
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import pass_time


@pytest.fixture
def as_governor(governor, propose, carry_out):
    """Set the threshold by a vote."""
    return lambda threshold: carry_out(propose(governor.setProposalThreshold, threshold))


@pytest.fixture
def grow(membership, curation):
    """Have so many members in all."""

    def build(count):
        as_curation = accounts.at(curation.address, force=True)
        for number in range(count - membership.memberCount()):
            membership.admit(f"0x{99 + number:040x}", {"from": as_curation})

    return build


def test_one_to_begin_with(governor):
    assert governor.proposalThreshold() == 1


@pytest.mark.parametrize(("count", "threshold"), [(19, 1), (20, 2), (29, 2), (30, 3), (40, 3)])
def test_a_tenth_is_enough(governor, as_governor, grow, count, threshold):
    as_governor(3)
    grow(count)
    pass_time(1)
    assert governor.proposalThreshold() == threshold


def test_even_at_the_maximum_a_few_can_propose(governor, as_governor, propose, market):
    as_governor(governor.THRESHOLD_MAXIMUM())
    assert governor.proposalThreshold() == 1
    assert propose(market.setFees, 300, 300).number


def test_who_has_less_cannot(as_governor, grow, propose, market, member):
    as_governor(2)
    grow(20)
    pass_time(1)
    with reverts_with("GovernorInsufficientProposerVotes", member, 1, 2):
        propose(market.setFees, 300, 300)
