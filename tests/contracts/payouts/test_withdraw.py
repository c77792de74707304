"""withdraw, and hand
nothing due             -> NothingDue(caller, currency), also in another currency and a second time
payee still refuses     -> PayeeRefused(payee, amount), and the credit stays
token still refuses, or lies -> PayeeRefused(payee, amount), and the credit stays
token takes more        -> PaymentMissing(currency, payee, amount)
token keeps a part      -> paid all the same: it is the token's manner
called back             -> paid once
otherwise               -> paid all of it, Withdrawn
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, act, selector


@pytest.fixture
def owed(probe, payee, make_token):
    """A token that refused the payee once and takes them now."""
    token = make_token("RefusingToken")
    token.setManner(payee, 1)
    probe.pay(token, payee, ETHER)
    token.setManner(payee, 0)
    return token


def _answer(error, *words):
    return bytes.fromhex(selector(error)[2:]) + b"".join(int(w).to_bytes(32) for w in words)


def test_nothing_due(probe, owed, payee, stranger):
    with reverts_with("NothingDue", stranger, owed):
        probe.withdraw(owed, {"from": stranger})
    with reverts_with("NothingDue", payee, ZERO_ADDRESS):
        probe.withdraw(ZERO_ADDRESS, {"from": payee})


def test_withdrawn(probe, owed, payee):
    receipt = probe.withdraw(owed, {"from": payee})
    withdrawn = {"payee": payee, "currency": owed, "amount": ETHER}
    assert dict(receipt.events["Withdrawn"]) == withdrawn
    assert owed.balanceOf(payee) == ETHER
    assert probe.credits(owed, payee) == probe.totalCredits(owed) == 0


def test_a_second_time(probe, owed, payee):
    probe.withdraw(owed, {"from": payee})
    with reverts_with("NothingDue", payee, owed):
        probe.withdraw(owed, {"from": payee})


def test_credits_add_up(probe, owed, payee):
    owed.setManner(payee, 2)
    probe.pay(owed, payee, 7)
    owed.setManner(payee, 0)
    probe.withdraw(owed, {"from": payee})
    assert owed.balanceOf(payee) == ETHER + 7


@pytest.mark.parametrize("manner", [1, 2, 4])
def test_a_token_that_still_refuses(probe, owed, payee, manner):
    owed.setManner(payee, manner)
    with reverts_with("PayeeRefused", payee, ETHER):
        probe.withdraw(owed, {"from": payee})
    assert probe.credits(owed, payee) == ETHER


def test_a_payee_who_still_refuses(probe, double):
    payee = double("RefusingPayee")
    probe.pay(ZERO_ADDRESS, payee, ETHER)
    refused = _answer("PayeeRefused(address,uint256)", int(payee.address, 16), ETHER)
    with reverts_with("ActFailed", refused):
        act(payee, probe.withdraw, ZERO_ADDRESS)
    assert probe.credits(ZERO_ADDRESS, payee) == ETHER


def test_a_payee_who_takes_it_now(probe, double):
    payee = double("RefusingPayee")
    probe.pay(ZERO_ADDRESS, payee, ETHER)
    payee.take()
    act(payee, probe.withdraw, ZERO_ADDRESS)
    assert payee.balance() == ETHER
    assert probe.totalCredits(ZERO_ADDRESS) == 0


def test_a_token_that_lies(probe, payee, make_token):
    token = make_token("LyingToken")
    probe.pay(token, payee, ETHER)
    with reverts_with("PayeeRefused", payee, ETHER):
        probe.withdraw(token, {"from": payee})
    token.setHonest(True)
    probe.withdraw(token, {"from": payee})
    assert token.balanceOf(payee) == ETHER


def test_a_token_that_takes_more(probe, payee, make_token):
    token = make_token("GreedyToken")
    with reverts_with("PaymentMissing", token, payee, ETHER):
        probe.hand(token, payee, ETHER)


def test_a_token_that_keeps_a_part(probe, payee, make_token):
    token = make_token("TaxedToken")
    probe.hand(token, payee, ETHER)
    assert token.balanceOf(payee) == ETHER - ETHER // 100


def test_a_token_that_calls_back_is_paid_once(probe, payee, make_token):
    token = make_token("ReenteringToken")
    token.aim(probe, probe.withdraw.encode_input(token))
    probe.hand(token, payee, ETHER)
    assert str(token.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert token.balanceOf(payee) == ETHER
