"""propose, cancel
by who has no vote              -> GovernorInsufficientProposerVotes(proposer, votes, threshold)
description reserved for another -> GovernorRestrictedProposer(proposer)
cancelled by another            -> GovernorUnableToCancel(proposal, caller)
cancelled by the proposer       -> Canceled, while pending
"""

from expect import reverts_with
from scene import CANCELED, pass_time


def test_a_stranger_cannot(propose, market, stranger):
    with reverts_with("GovernorInsufficientProposerVotes", stranger, 0, 1):
        propose(market.setFee, 300, proposer=stranger)


def test_nobody_takes_anothers_proposal(propose, market, members):
    why = f"Three per cent. #proposer={members[0]}"
    with reverts_with("GovernorRestrictedProposer", members[1]):
        propose(market.setFee, 300, proposer=members[1], why=why)


def test_nobody_cancels_anothers(governor, propose, market, members):
    proposal = propose(market.setFee, 300)
    with reverts_with("GovernorUnableToCancel", proposal.number, members[1]):
        governor.cancel(*proposal.hashed, {"from": members[1]})


def test_nor_does_the_proposer_once_votes_are_cast(governor, propose, market, member):
    proposal = propose(market.setFee, 300)
    pass_time(61)
    with reverts_with("GovernorUnableToCancel", proposal.number, member):
        governor.cancel(*proposal.hashed, {"from": member})


def test_cancelled(governor, propose, market, member):
    proposal = propose(market.setFee, 300)
    governor.cancel(*proposal.hashed, {"from": member})
    assert governor.state(proposal.number) == CANCELED
