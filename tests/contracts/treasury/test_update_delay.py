"""updateDelay
anybody but the treasury   -> TimelockUnauthorizedCaller(caller)
outside the bounds         -> ParameterOutOfBounds(delay, minimum, maximum), also in the constructor
the minimum                -> two days on every chain but Brownie's and Anvil's own; there a minute
within                     -> set
"""

import brownie
import pytest
from brownie import chain, web3
from expect import reverts_with
from scene import DAY

HERE = (60, 30 * DAY)
ELSEWHERE = (2 * DAY, 30 * DAY)


@pytest.fixture
def on_chain():
    """Have the node be another chain, until the test is over."""
    own = chain.id

    def change(number):
        web3.provider.make_request("anvil_setChainId", [number])

    yield change
    change(own)


def test_a_stranger_cannot(treasury, stranger):
    with reverts_with("TimelockUnauthorizedCaller", stranger):
        treasury.updateDelay(3 * DAY, {"from": stranger})


@pytest.mark.parametrize("delay", [0, HERE[0] - 1, HERE[1] + 1])
def test_not_even_the_treasury_leaves_the_bounds(treasury, as_treasury, delay):
    with reverts_with("ParameterOutOfBounds", delay, *HERE):
        treasury.updateDelay(delay, {"from": as_treasury})


@pytest.mark.parametrize("delay", [HERE[0] - 1, HERE[1] + 1])
def test_nor_does_a_deployment(deployer, governor, delay):
    with reverts_with("ParameterOutOfBounds", delay, *HERE):
        deployer.deploy(brownie.Treasury, delay, governor)


@pytest.mark.parametrize("number", [1, 11_155_111, 1_336, 1_338, 31_336, 31_338])
def test_a_public_chain_waits_two_days(as_treasury, governor, on_chain, number):
    on_chain(number)
    with reverts_with("ParameterOutOfBounds", 2 * DAY - 1, *ELSEWHERE):
        as_treasury.deploy(brownie.Treasury, 2 * DAY - 1, governor)


def test_nor_less_later(as_treasury, governor, on_chain):
    on_chain(11_155_111)
    treasury = as_treasury.deploy(brownie.Treasury, 2 * DAY, governor)
    with reverts_with("ParameterOutOfBounds", 2 * DAY - 1, *ELSEWHERE):
        treasury.updateDelay(
            2 * DAY - 1, {"from": brownie.accounts.at(treasury.address, force=True)}
        )


@pytest.mark.parametrize("number", [1_337, 31_337])
def test_a_development_chain_does_not(as_treasury, governor, on_chain, number):
    on_chain(number)
    assert as_treasury.deploy(brownie.Treasury, HERE[0], governor).getMinDelay() == HERE[0]


@pytest.mark.parametrize("delay", HERE)
def test_set(treasury, as_treasury, delay):
    treasury.updateDelay(delay, {"from": as_treasury})
    assert treasury.getMinDelay() == delay
