"""setFee
anybody but the treasury -> NotTreasury(caller)
above the cap            -> ParameterOutOfBounds(feeBps, 0, cap), also in the constructor
within                   -> set, FeeChanged
"""

import brownie
import pytest
from brownie import accounts
from expect import reverts_with


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(market, index):
    with reverts_with("NotTreasury", accounts[index]):
        market.setFee(0, {"from": accounts[index]})


def test_the_fee_has_a_cap(market, as_treasury):
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        market.setFee(1_001, {"from": as_treasury})


def test_from_the_first_day(deployer, artwork, treasury):
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        deployer.deploy(brownie.Market, artwork, treasury, 1_001)


@pytest.mark.parametrize("fee_bps", [0, 1, 1_000])
def test_set(market, as_treasury, fee_bps):
    receipt = market.setFee(fee_bps, {"from": as_treasury})
    assert market.feeBps() == receipt.events["FeeChanged"]["feeBps"] == fee_bps
