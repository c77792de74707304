"""setFees, setPaused, setFeesPushed
a stranger, each      -> NotTreasury(caller)
a fee above the cap   -> ParameterOutOfBounds(feeBps, 0, cap)
fees                  -> policy, FeesChanged; sales to come pay the new one
paused                -> policy, SalesPausedChanged; withdrawing and sweeping go on
fees pushed           -> policy, FeesPushedChanged; the treasury has its fee at once
"""

import pytest
from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with
from scene import ETHER, FEE_BPS

SETTERS = {"setFees": (0, 0), "setPaused": (True,), "setFeesPushed": (True,)}


@pytest.mark.parametrize("setter", SETTERS)
@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(artwork, setter, index):
    with reverts_with("NotTreasury", accounts[index]):
        getattr(artwork, setter)(*SETTERS[setter], {"from": accounts[index]})


def test_begins_as_deployed(artwork):
    assert tuple(artwork.policy()) == (FEE_BPS, 0, False, False)


def test_fees_up_to_the_cap(artwork, as_treasury):
    receipt = artwork.setFees(1_000, 1_000, {"from": as_treasury})
    assert tuple(artwork.policy())[:2] == (1_000, 1_000)
    assert dict(receipt.events["FeesChanged"]) == {
        "primaryFeeBps": 1_000,
        "secondaryFeeBps": 1_000,
    }


@pytest.mark.parametrize("fees", [(1_001, 0), (0, 1_001)])
def test_not_above_it(artwork, as_treasury, fees):
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        artwork.setFees(*fees, {"from": as_treasury})


def test_sales_pay_the_new_fee(artwork, admitted, collector, as_treasury, make_voucher, bring):
    artwork.setFees(100, 0, {"from": as_treasury})
    bring(make_voucher(), collector)
    assert artwork.balance() == ETHER // 100


@pytest.mark.parametrize("is_paused", [True, False])
def test_paused_and_opened(artwork, as_treasury, is_paused):
    receipt = artwork.setPaused(is_paused, {"from": as_treasury})
    assert artwork.policy()["isPaused"] == is_paused
    assert receipt.events["SalesPausedChanged"]["isPaused"] == is_paused


def test_what_is_owed_is_not_paused(
    artwork, admit, double, collector, stranger, as_treasury, make_voucher, bring
):
    refusing = double("RefusingPayee")
    admit(refusing)
    bring(make_voucher(artist=refusing), collector)
    artwork.setPaused(True, {"from": as_treasury})
    refusing.take({"from": stranger})
    withdrawal = artwork.withdraw.encode_input(ZERO_ADDRESS)
    refusing.act(artwork, 0, withdrawal, {"from": stranger})
    artwork.sweep(ZERO_ADDRESS, {"from": stranger})
    assert artwork.balance() == 0


@pytest.mark.parametrize("is_pushed", [True, False])
def test_pushed_or_kept(artwork, as_treasury, is_pushed):
    receipt = artwork.setFeesPushed(is_pushed, {"from": as_treasury})
    assert artwork.policy()["pushesFees"] == is_pushed
    assert receipt.events["FeesPushedChanged"]["isPushed"] == is_pushed


def test_pushed_ether(
    artwork, treasury, admitted, collector, as_treasury, make_voucher, bring, fee_of
):
    artwork.setFeesPushed(True, {"from": as_treasury})
    bring(make_voucher(), collector)
    assert (treasury.balance(), artwork.balance()) == (fee_of(ETHER), 0)


def test_pushed_tokens(
    artwork, treasury, admitted, collector, as_treasury, allowed, make_voucher, bring, fee_of
):
    token = allowed("PlainToken", ETHER)
    artwork.setFeesPushed(True, {"from": as_treasury})
    bring(make_voucher(currency=token), collector)
    assert token.balanceOf(treasury) == fee_of(ETHER)
    assert token.balanceOf(artwork) == 0
