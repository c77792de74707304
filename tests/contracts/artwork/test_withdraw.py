"""withdraw
no credit              -> NothingDue(payee, currency), for another's credit and currency too
still refusing         -> PayeeRefused(payee, amount), and the credit stays
calls back             -> gets it once
a token that refuses   -> PayeeRefused(payee, amount), and the credit stays
otherwise              -> all of it, Withdrawn, nothing left; more gas than a push has
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, selector

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


@pytest.fixture
def token(artist, collector, stranger, allowed, make_voucher, bring):
    """A token that refused the artist, who has a credit in it."""
    found = allowed("RefusingToken", ETHER)
    found.setManner(artist, REVERT, {"from": stranger})
    bring(make_voucher(currency=found), collector)
    return found


@pytest.fixture
def withdraw(artwork, stranger):
    """Let a wallet contract of the stranger's withdraw its ether."""

    def build(wallet):
        data = artwork.withdraw.encode_input(ZERO_ADDRESS)
        return wallet.act(artwork, 0, data, {"from": stranger})

    return build


def test_nothing_of_nothing(artwork, stranger, owed):
    with reverts_with("NothingDue", stranger, ZERO_ADDRESS):
        artwork.withdraw(ZERO_ADDRESS, {"from": stranger})


def test_nothing_in_another_currency(artwork, artist, token):
    with reverts_with("NothingDue", artist, ZERO_ADDRESS):
        artwork.withdraw(ZERO_ADDRESS, {"from": artist})


def test_withdrawn(artwork, stranger, owed, withdraw, fee_of):
    owed.take({"from": stranger})
    receipt = withdraw(owed)
    due = ETHER - fee_of(ETHER)
    assert owed.balance() == due
    assert dict(receipt.events["Withdrawn"]) == {
        "payee": owed,
        "currency": ZERO_ADDRESS,
        "amount": due,
    }
    assert artwork.credits(ZERO_ADDRESS, owed) == artwork.totalCredits(ZERO_ADDRESS) == 0
    assert artwork.balance() == fee_of(ETHER)


def test_a_refusal_keeps_the_credit(artwork, owed, withdraw, fee_of):
    due = ETHER - fee_of(ETHER)
    refusal = selector("PayeeRefused(address,uint256)")
    words = owed.address[2:].rjust(64, "0") + f"{due:064x}"
    with reverts_with("ActFailed", bytes.fromhex(refusal[2:] + words)):
        withdraw(owed)
    assert artwork.credits(ZERO_ADDRESS, owed) == artwork.totalCredits(ZERO_ADDRESS) == due


def test_a_callback_is_paid_once(artwork, admit, double, collector, stranger, make_voucher, bring):
    caller = double("Reenterer")
    admit(caller)
    caller.aim(artwork, artwork.withdraw.encode_input(ZERO_ADDRESS), {"from": stranger})
    bring(make_voucher(artist=caller), collector)
    assert str(caller.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert artwork.totalCredits(ZERO_ADDRESS) == 0


def test_tokens_withdrawn(artwork, artist, stranger, token, fee_of):
    token.setManner(artist, 0, {"from": stranger})
    receipt = artwork.withdraw(token, {"from": artist})
    assert token.balanceOf(artist) == receipt.events["Withdrawn"]["amount"] == ETHER - fee_of(ETHER)
    assert artwork.credits(token, artist) == artwork.totalCredits(token) == 0
    assert token.balanceOf(artwork) == fee_of(ETHER)


def test_a_token_that_still_refuses(artwork, artist, token, fee_of):
    with reverts_with("PayeeRefused", artist, ETHER - fee_of(ETHER)):
        artwork.withdraw(token, {"from": artist})
    assert artwork.credits(token, artist) == ETHER - fee_of(ETHER)


def test_after_the_dao_took_the_token_off_its_list(
    artwork, artist, stranger, currencies, as_treasury, token, fee_of
):
    token.setManner(artist, 0, {"from": stranger})
    currencies.setCurrency(token, False, {"from": as_treasury})
    artwork.withdraw(token, {"from": artist})
    assert token.balanceOf(artist) == ETHER - fee_of(ETHER)
