"""setFee, sweep: of primary sales
a stranger's setFee  -> NotTreasury(caller)
above the cap        -> ParameterOutOfBounds(feeBps, 0, cap)
nothing to sweep     -> NothingDue(treasury)
swept                -> exactly the fees, credits stay
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import ETHER, act


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot_set_it(artwork, index):
    with reverts_with("NotTreasury", accounts[index]):
        artwork.setFee(0, {"from": accounts[index]})


def test_the_treasury_can_up_to_the_cap(artwork, as_treasury):
    receipt = artwork.setFee(1_000, {"from": as_treasury})
    assert artwork.feeBps() == receipt.events["FeeChanged"]["feeBps"] == 1_000
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        artwork.setFee(1_001, {"from": as_treasury})


def test_nothing_to_sweep(artwork, treasury, stranger):
    with reverts_with("NothingDue", treasury):
        artwork.sweep({"from": stranger})


def test_swept_and_credits_stay(
    artwork, treasury, admit, double, collector, stranger, make_voucher
):
    refusing = double("RefusingPayee")
    admit(refusing)
    voucher = make_voucher(artist=refusing)
    act(collector, artwork.mintWithVoucher, voucher.terms, voucher.signature, value=ETHER)
    receipt = artwork.sweep({"from": stranger})
    assert receipt.events["FeesSwept"]["amountWei"] == treasury.balance() == ETHER // 40
    assert artwork.balance() == artwork.credits(refusing) == ETHER - ETHER // 40
