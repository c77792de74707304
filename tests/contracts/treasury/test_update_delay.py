"""updateDelay
anybody but the treasury   -> TimelockUnauthorizedCaller(caller)
outside the bounds         -> ParameterOutOfBounds(delay, minimum, maximum), also in the constructor
within                     -> set
"""

import brownie
import pytest
from expect import reverts_with
from scene import DAY

BOUNDS = (2 * DAY, 30 * DAY)


def test_a_stranger_cannot(treasury, stranger):
    with reverts_with("TimelockUnauthorizedCaller", stranger):
        treasury.updateDelay(3 * DAY, {"from": stranger})


@pytest.mark.parametrize("delay", [0, 2 * DAY - 1, 30 * DAY + 1])
def test_not_even_the_treasury_leaves_the_bounds(treasury, as_treasury, delay):
    with reverts_with("ParameterOutOfBounds", delay, *BOUNDS):
        treasury.updateDelay(delay, {"from": as_treasury})


@pytest.mark.parametrize("delay", [2 * DAY - 1, 30 * DAY + 1])
def test_nor_does_a_deployment(deployer, governor, delay):
    with reverts_with("ParameterOutOfBounds", delay, *BOUNDS):
        deployer.deploy(brownie.Treasury, delay, governor)


@pytest.mark.parametrize("delay", BOUNDS)
def test_set(treasury, as_treasury, delay):
    treasury.updateDelay(delay, {"from": as_treasury})
    assert treasury.getMinDelay() == delay
