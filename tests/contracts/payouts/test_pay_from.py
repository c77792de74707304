"""payFrom, and take, from what a payer allowed
ether                            -> paid from what came along
nothing                          -> nothing happens
token taken                      -> straight from payer to payee
payer is payee                   -> nothing changes hands
token refuses the payee          -> the contract takes it and owes it
token lies or keeps a part       -> PaymentMissing(currency, receiver, amount)
payer allowed too little         -> fails as the token does
take: token answers false        -> SafeERC20FailedOperation(token)
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER


def test_ether(probe, payer, payee):
    before = payee.balance()
    probe.payFrom(ZERO_ADDRESS, payee, ETHER, {"from": payer, "value": ETHER})
    assert payee.balance() == before + ETHER


@pytest.mark.parametrize("is_ether", [True, False])
def test_nothing(probe, payer, payee, make_token, is_ether):
    currency = ZERO_ADDRESS if is_ether else make_token("PlainToken")
    assert not probe.payFrom(currency, payee, 0, {"from": payer}).events


@pytest.mark.parametrize("kind", ["PlainToken", "SilentToken", "RefusingToken"])
def test_a_token(probe, payer, payee, make_token, held, kind):
    token = make_token(kind)
    there, before = held(token), token.balanceOf(payer)
    probe.payFrom(token, payee, ETHER, {"from": payer})
    assert token.balanceOf(payee) == ETHER
    assert token.balanceOf(payer) == before - ETHER
    assert held(token) == there


def test_the_payer_is_the_payee(probe, payer, make_token):
    token = make_token("PlainToken")
    before = token.balanceOf(payer)
    probe.payFrom(token, payer, ETHER, {"from": payer})
    assert token.balanceOf(payer) == before


@pytest.mark.parametrize("manner", [1, 2])
def test_a_token_that_refuses_the_payee(probe, payer, payee, make_token, held, manner):
    token = make_token("RefusingToken")
    there, before = held(token), token.balanceOf(payer)
    token.setManner(payee, manner)
    receipt = probe.payFrom(token, payee, ETHER, {"from": payer})
    assert receipt.events["PayoutCredited"]["amount"] == ETHER
    assert probe.credits(token, payee) == ETHER
    assert token.balanceOf(payer) == before - ETHER
    assert held(token) == there


@pytest.mark.parametrize("kind", ["LyingToken", "TaxedToken"])
def test_a_token_that_cheats(probe, payer, payee, make_token, kind):
    token = make_token(kind)
    with reverts_with("PaymentMissing", token, payee, ETHER):
        probe.payFrom(token, payee, ETHER, {"from": payer})
    with reverts_with("PaymentMissing", token, payee, ETHER):
        probe.take(token, payee, ETHER, {"from": payer})


def test_allowed_too_little(probe, payer, payee, make_token):
    token = make_token("PlainToken")
    token.approve(probe, ETHER - 1, {"from": payer})
    with reverts_with("ERC20InsufficientAllowance", probe, ETHER - 1, ETHER):
        probe.payFrom(token, payee, ETHER, {"from": payer})


def test_taken(probe, payer, payee, make_token):
    token = make_token("PlainToken")
    probe.take(token, payee, ETHER, {"from": payer})
    assert token.balanceOf(payee) == ETHER


def test_not_taken(probe, payer, payee, make_token):
    token = make_token("RefusingToken")
    token.setManner(payee, 2)
    with reverts_with("SafeERC20FailedOperation", token):
        probe.take(token, payee, ETHER, {"from": payer})
