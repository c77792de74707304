"""setVotingDelay, setVotingPeriod, setProposalThreshold, updateQuorumNumerator,
setLateQuorumVoteExtension, updateTimelock
by anybody directly              -> GovernorOnlyExecutor(caller); there is no setter besides these
outside the bounds, by a vote    -> ParameterOutOfBounds(value, minimum, maximum)
outside the bounds, when deployed -> the same
another treasury                 -> TreasuryFixed(treasury), whoever asks
within, by a vote                -> set
"""

import brownie
import pytest
from expect import reverts_with
from scene import DAY, HOUR

OUTSIDE = [
    ("setVotingDelay", 30 * DAY + 1, 0, 30 * DAY),
    ("setVotingPeriod", HOUR - 1, HOUR, 30 * DAY),
    ("setVotingPeriod", 30 * DAY + 1, HOUR, 30 * DAY),
    ("setProposalThreshold", 0, 1, 100),
    ("setProposalThreshold", 101, 1, 100),
    ("updateQuorumNumerator", 0, 1, 50),
    ("updateQuorumNumerator", 51, 1, 50),
    ("setLateQuorumVoteExtension", 7 * DAY + 1, 0, 7 * DAY),
]
FUNCTIONS = [
    "setVotingDelay",
    "setVotingPeriod",
    "setProposalThreshold",
    "updateQuorumNumerator",
    "setLateQuorumVoteExtension",
]


def test_there_is_no_other_setter(governor):
    names = {entry["name"] for entry in governor.abi if entry["type"] == "function"}
    setters = {name for name in names if name.startswith(("set", "update"))}
    assert setters == {*FUNCTIONS, "updateTimelock"}
    assert {name for name, *_ in OUTSIDE} == set(FUNCTIONS)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_stranger_cannot(governor, stranger, function):
    with reverts_with("GovernorOnlyExecutor", stranger):
        getattr(governor, function)(1, {"from": stranger})


@pytest.mark.parametrize("function", FUNCTIONS)
def test_nor_can_a_member(governor, member, function):
    with reverts_with("GovernorOnlyExecutor", member):
        getattr(governor, function)(1, {"from": member})


def test_a_stranger_relays_nothing(governor, stranger):
    with reverts_with("GovernorOnlyExecutor", stranger):
        governor.relay(stranger, 0, b"", {"from": stranger})


@pytest.mark.parametrize(("function", "value", "minimum", "maximum"), OUTSIDE)
def test_no_vote_leaves_the_bounds(governor, propose, carry_out, function, value, minimum, maximum):
    proposal = propose(getattr(governor, function), value)
    with reverts_with("ParameterOutOfBounds", value, minimum, maximum):
        carry_out(proposal)


@pytest.mark.parametrize(
    ("place", "value", "minimum", "maximum"),
    [
        (0, 30 * DAY + 1, 0, 30 * DAY),
        (1, HOUR - 1, HOUR, 30 * DAY),
        (2, 7 * DAY + 1, 0, 7 * DAY),
        (3, 0, 1, 100),
        (4, 0, 1, 50),
        (4, 51, 1, 50),
        (5, 0, 1, 2**32 - 1),
    ],
)
def test_nor_does_a_deployment(deployer, membership, treasury, place, value, minimum, maximum):
    rules = [DAY, DAY, HOUR, 1, 20, 2]
    rules[place] = value
    with reverts_with("ParameterOutOfBounds", value, minimum, maximum):
        deployer.deploy(brownie.AtelierGovernor, membership, treasury, rules)


@pytest.mark.parametrize(
    ("function", "value", "getter"),
    [
        ("setVotingDelay", DAY, "votingDelay"),
        ("setVotingPeriod", 2 * HOUR, "votingPeriod"),
        ("updateQuorumNumerator", 50, "quorumNumerator"),
        ("setLateQuorumVoteExtension", 60, "lateQuorumVoteExtension"),
    ],
)
def test_set_by_a_vote(governor, propose, carry_out, function, value, getter):
    carry_out(propose(getattr(governor, function), value))
    assert getattr(governor, getter)() == value


def test_there_is_one_treasury(governor, treasury, propose, carry_out, stranger):
    with reverts_with("TreasuryFixed", treasury):
        governor.updateTimelock(stranger, {"from": stranger})
    with reverts_with("TreasuryFixed", treasury):
        carry_out(propose(governor.updateTimelock, stranger))
