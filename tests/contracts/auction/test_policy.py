"""setFees, setPaused
a stranger       -> NotTreasury(caller)
above the cap    -> ParameterOutOfBounds(value, 0, 1000), whoever asks; at it, taken
the treasury     -> changed; FeesChanged, SalesPausedChanged
"""

import pytest
from expect import reverts_with

CAP_BPS = 1_000


def test_fees_a_stranger_cannot(house, stranger):
    with reverts_with("NotTreasury", stranger):
        house.setFees(0, 0, {"from": stranger})


def test_pause_a_stranger_cannot(house, stranger):
    with reverts_with("NotTreasury", stranger):
        house.setPaused(True, {"from": stranger})


@pytest.mark.parametrize("fees", [(CAP_BPS + 1, 0), (0, CAP_BPS + 1)])
def test_fees_above_the_cap(house, as_treasury, fees):
    with reverts_with("ParameterOutOfBounds", CAP_BPS + 1, 0, CAP_BPS):
        house.setFees(*fees, {"from": as_treasury})


def test_fees_at_the_cap(house, as_treasury):
    receipt = house.setFees(CAP_BPS, CAP_BPS - 1, {"from": as_treasury})
    assert tuple(receipt.events["FeesChanged"].values()) == (CAP_BPS, CAP_BPS - 1)
    assert tuple(house.policy()) == (CAP_BPS, CAP_BPS - 1, False, False)


def test_paused_and_opened(house, as_treasury):
    receipt = house.setPaused(True, {"from": as_treasury})
    assert receipt.events["SalesPausedChanged"]["isPaused"]
    assert house.policy()["isPaused"]
    house.setPaused(False, {"from": as_treasury})
    assert not house.policy()["isPaused"]
