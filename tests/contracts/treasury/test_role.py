"""schedule, cancel, grantRole, revokeRole, renounceRole, execute
scheduled by a stranger       -> AccessControlUnauthorizedAccount(caller, proposer role)
cancelled by a stranger       -> AccessControlUnauthorizedAccount(caller, canceller role)
a role granted by a stranger  -> AccessControlUnauthorizedAccount(caller, admin role)
a role taken by a stranger    -> AccessControlUnauthorizedAccount(caller, admin role)
the governor's to propose     -> RoleKept(role, account), also when the governor itself gives it up
everybody's to execute        -> RoleKept(role, account)
any other role                -> given and taken, as the treasury decides
executed without a decision   -> TimelockUnexpectedOperationState(operation, ready)
the deployer                  -> is a stranger
"""

import pytest
from brownie import ZERO_ADDRESS, accounts
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


def test_a_stranger_takes_nothing(treasury, governor, stranger):
    with reverts_with("AccessControlUnauthorizedAccount", stranger, NOTHING):
        treasury.revokeRole(treasury.PROPOSER_ROLE(), governor, {"from": stranger})


def test_the_governor_always_proposes(treasury, governor, as_treasury):
    role = bytes(treasury.PROPOSER_ROLE())
    with reverts_with("RoleKept", role, governor):
        treasury.revokeRole(role, governor, {"from": as_treasury})
    with reverts_with("RoleKept", role, governor):
        caller = accounts.at(governor.address, force=True)
        treasury.renounceRole(role, governor, {"from": caller})
    assert treasury.hasRole(role, governor)


def test_everybody_always_executes(treasury, as_treasury):
    role = bytes(treasury.EXECUTOR_ROLE())
    with reverts_with("RoleKept", role, ZERO_ADDRESS):
        treasury.revokeRole(role, ZERO_ADDRESS, {"from": as_treasury})
    assert treasury.hasRole(role, ZERO_ADDRESS)


@pytest.mark.parametrize("name", ["PROPOSER_ROLE", "EXECUTOR_ROLE", "CANCELLER_ROLE"])
def test_other_roles_come_and_go(treasury, as_treasury, stranger, name):
    role = bytes(getattr(treasury, name)())
    treasury.grantRole(role, stranger, {"from": as_treasury})
    assert treasury.hasRole(role, stranger)
    treasury.revokeRole(role, stranger, {"from": as_treasury})
    assert not treasury.hasRole(role, stranger)


def test_the_governor_may_lose_what_it_can_spare(treasury, governor, as_treasury):
    role = bytes(treasury.CANCELLER_ROLE())
    treasury.revokeRole(role, governor, {"from": as_treasury})
    assert not treasury.hasRole(role, governor)


def test_nothing_is_executed_undecided(treasury, stranger):
    operation = treasury.hashOperation(stranger, 1, b"", NOTHING, NOTHING)
    ready = (1 << 2).to_bytes(32)
    with reverts_with("TimelockUnexpectedOperationState", bytes(operation), ready):
        treasury.execute(stranger, 1, b"", NOTHING, NOTHING, {"from": stranger})


def test_ether_is_welcome(treasury, stranger):
    stranger.transfer(treasury, 7)
    assert treasury.balance() == 7
