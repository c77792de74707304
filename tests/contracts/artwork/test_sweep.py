"""sweep
nothing but what is owed -> NothingDue(treasury, currency), for each currency
ether, tokens            -> exactly the fees reach the treasury, credits stay; FeesSwept
ether forced on us       -> goes along, and no credit with it
a token that refuses, or lies -> PayeeRefused(treasury, amount), and the fees stay
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER

REVERT = 1


@pytest.fixture(autouse=True)
def artist_is_in(admitted):
    """The artist of all vouchers here is admitted."""


@pytest.fixture
def owed(admit, double, collector, make_voucher, bring):
    """An artist who refused ether, and has a credit for it."""
    refusing = double("RefusingPayee")
    admit(refusing)
    bring(make_voucher(artist=refusing), collector)
    return refusing


def test_nothing_to_sweep(artwork, treasury, stranger, double):
    for currency in (ZERO_ADDRESS, double("PlainToken")):
        with reverts_with("NothingDue", treasury, currency):
            artwork.sweep(currency, {"from": stranger})


def test_ether_and_the_credit_stays(artwork, treasury, stranger, owed, fee_of):
    receipt = artwork.sweep(ZERO_ADDRESS, {"from": stranger})
    assert dict(receipt.events["FeesSwept"]) == {"currency": ZERO_ADDRESS, "amount": fee_of(ETHER)}
    assert treasury.balance() == fee_of(ETHER)
    assert artwork.balance() == artwork.credits(ZERO_ADDRESS, owed) == ETHER - fee_of(ETHER)


def test_not_twice(artwork, treasury, stranger, owed):
    artwork.sweep(ZERO_ADDRESS, {"from": stranger})
    with reverts_with("NothingDue", treasury, ZERO_ADDRESS):
        artwork.sweep(ZERO_ADDRESS, {"from": stranger})


def test_tokens_and_the_credit_stays(
    artwork, treasury, artist, collector, stranger, allowed, make_voucher, bring, fee_of
):
    token = allowed("RefusingToken", ETHER)
    token.setManner(artist, REVERT, {"from": stranger})
    bring(make_voucher(currency=token), collector)
    receipt = artwork.sweep(token, {"from": stranger})
    assert dict(receipt.events["FeesSwept"]) == {"currency": token, "amount": fee_of(ETHER)}
    assert token.balanceOf(treasury) == fee_of(ETHER)
    assert token.balanceOf(artwork) == artwork.credits(token, artist) == ETHER - fee_of(ETHER)


def test_one_currency_at_a_time(
    artwork, collector, stranger, allowed, make_voucher, bring, owed, fee_of
):
    token = allowed("PlainToken", ETHER)
    bring(make_voucher(currency=token, work=7), collector)
    artwork.sweep(ZERO_ADDRESS, {"from": stranger})
    assert token.balanceOf(artwork) == fee_of(ETHER)


def test_forced_ether_goes_along(artwork, treasury, stranger, owed, fee_of):
    stranger.deploy(brownie.ForceFeeder, artwork, amount=5)
    artwork.sweep(ZERO_ADDRESS, {"from": stranger})
    assert treasury.balance() == fee_of(ETHER) + 5
    assert artwork.balance() == artwork.totalCredits(ZERO_ADDRESS)


def test_not_by_a_lie(artwork, treasury, collector, stranger, allowed, make_voucher, bring, fee_of):
    token = allowed("LyingToken", ETHER)
    token.setHonest(True, {"from": stranger})
    bring(make_voucher(currency=token), collector)
    token.setHonest(False, {"from": stranger})
    with reverts_with("PayeeRefused", treasury, fee_of(ETHER)):
        artwork.sweep(token, {"from": stranger})
    assert token.balanceOf(artwork) == fee_of(ETHER)


def test_not_past_a_refusal(
    artwork, treasury, collector, stranger, allowed, make_voucher, bring, fee_of
):
    token = allowed("RefusingToken", ETHER)
    bring(make_voucher(currency=token), collector)
    token.setManner(treasury, REVERT, {"from": stranger})
    with reverts_with("PayeeRefused", treasury, fee_of(ETHER)):
        artwork.sweep(token, {"from": stranger})
