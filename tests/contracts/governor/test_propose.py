"""propose, cancel
by who has no vote              -> GovernorInsufficientProposerVotes(proposer, votes, threshold)
description reserved for nobody  -> ProposerSuffixMissing(proposer): no suffix, or not quite one
description reserved for another -> GovernorRestrictedProposer(proposer)
described in lower case          -> accepted
a copy under another's name      -> another proposal; cancelling it leaves the first
cancelled by another            -> GovernorUnableToCancel(proposal, caller)
cancelled by the proposer       -> Canceled, while pending
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import CANCELED, PENDING, pass_time


def test_a_stranger_cannot(propose, market, stranger):
    with reverts_with("GovernorInsufficientProposerVotes", stranger, 0, 1):
        propose(market.setFees, 300, 300, proposer=stranger)


@pytest.mark.parametrize(
    "why",
    [
        "",
        "Three per cent.",
        "Three per cent. #proposer={}\n",
        "Three per cent. #proposer=me, who has forty characters in all, so",
        "Three per cent. #proposer:{}",
        "#proposer={} says: three per cent.",
        f"Three per cent. #proposer={ZERO_ADDRESS}",
    ],
)
def test_a_description_says_whose_it_is(propose, market, member, why):
    with reverts_with("ProposerSuffixMissing", member):
        propose(market.setFees, 300, 300, why=why.format(member))


def test_in_any_case_of_letters(governor, propose, market, member):
    proposal = propose(market.setFees, 300, 300, why=f"#proposer={str(member).lower()}")
    assert governor.proposalProposer(proposal.number) == member


def test_a_copy_blocks_nothing(governor, propose, market, members):
    first = propose(market.setFees, 300, 300)
    copy = propose(market.setFees, 300, 300, proposer=members[1])
    governor.cancel(*copy.hashed, {"from": members[1]})
    assert governor.state(copy.number) == CANCELED
    assert governor.state(first.number) == PENDING


def test_nobody_takes_anothers_proposal(propose, market, members):
    why = f"Three per cent. #proposer={members[0]}"
    with reverts_with("GovernorRestrictedProposer", members[1]):
        propose(market.setFees, 300, 300, proposer=members[1], why=why)


def test_nobody_cancels_anothers(governor, propose, market, members):
    proposal = propose(market.setFees, 300, 300)
    with reverts_with("GovernorUnableToCancel", proposal.number, members[1]):
        governor.cancel(*proposal.hashed, {"from": members[1]})


def test_nor_does_the_proposer_once_votes_are_cast(governor, propose, market, member):
    proposal = propose(market.setFees, 300, 300)
    pass_time(61)
    with reverts_with("GovernorUnableToCancel", proposal.number, member):
        governor.cancel(*proposal.hashed, {"from": member})


def test_cancelled(governor, propose, market, member):
    proposal = propose(market.setFees, 300, 300)
    governor.cancel(*proposal.hashed, {"from": member})
    assert governor.state(proposal.number) == CANCELED
