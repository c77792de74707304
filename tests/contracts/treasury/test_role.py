"""schedule, cancel, grantRole, execute
scheduled by a stranger       -> AccessControlUnauthorizedAccount(caller, proposer role)
cancelled by a stranger       -> AccessControlUnauthorizedAccount(caller, canceller role)
a role granted by a stranger  -> AccessControlUnauthorizedAccount(caller, admin role)
executed without a decision   -> TimelockUnexpectedOperationState(operation, ready)
the deployer                  -> is a stranger
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import DAY

NOTHING = bytes(32)


@pytest.mark.parametrize("index", [0, 3, 7])
def test_a_stranger_schedules_nothing(treasury, index):
    caller = accounts[index]
    with reverts_with("AccessControlUnauthorizedAccount", caller, bytes(treasury.PROPOSER_ROLE())):
        treasury.schedule(caller, 0, b"", NOTHING, NOTHING, 2 * DAY, {"from": caller})


@pytest.mark.parametrize("index", [0, 3, 7])
def test_a_stranger_cancels_nothing(treasury, index):
    caller = accounts[index]
    role = bytes(treasury.CANCELLER_ROLE())
    with reverts_with("AccessControlUnauthorizedAccount", caller, role):
        treasury.cancel(NOTHING, {"from": caller})


@pytest.mark.parametrize("index", [0, 3, 7])
def test_a_stranger_grants_nothing(treasury, index):
    caller = accounts[index]
    with reverts_with("AccessControlUnauthorizedAccount", caller, NOTHING):
        treasury.grantRole(treasury.PROPOSER_ROLE(), caller, {"from": caller})


def test_nothing_is_executed_undecided(treasury, stranger):
    operation = treasury.hashOperation(stranger, 1, b"", NOTHING, NOTHING)
    ready = (1 << 2).to_bytes(32)
    with reverts_with("TimelockUnexpectedOperationState", bytes(operation), ready):
        treasury.execute(stranger, 1, b"", NOTHING, NOTHING, {"from": stranger})


def test_ether_is_welcome(treasury, stranger):
    stranger.transfer(treasury, 7)
    assert treasury.balance() == 7
