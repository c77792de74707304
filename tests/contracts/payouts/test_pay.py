"""pay, from what the contract holds
nothing                                 -> nothing happens
ether or token taken                    -> paid, nothing owed
payee refuses, burns gas, sends a bomb  -> credited, PayoutCredited; what it costs is bounded
payee calls back                        -> into nothing
token refuses the payee in any manner   -> credited; what it costs is bounded
token without an answer                 -> paid
token lies                              -> credited: what did not leave is owed
token keeps a part                      -> paid: what left is not owed
token takes more than it was told       -> PaymentMissing(currency, payee, amount)
payee sends back what it got, or more   -> owed as far as it came back, and nothing is missing
too little gas for the push             -> no credit: the call fails
"""

import pytest
from brownie import ZERO_ADDRESS, web3
from expect import reverts_with
from scene import ETHER, selector

GAS_LIMIT = {"ether": 200_000, "token": 480_000}
MANNERS = {"revert": 1, "false": 2, "burn": 3, "bomb": 4}


@pytest.mark.parametrize("is_ether", [True, False])
def test_nothing(probe, payee, make_token, is_ether):
    currency = ZERO_ADDRESS if is_ether else make_token("PlainToken")
    assert not probe.pay(currency, payee, 0).events
    assert probe.credits(currency, payee) == 0


def test_ether(probe, payee, held):
    before, there = payee.balance(), held(ZERO_ADDRESS)
    assert not probe.pay(ZERO_ADDRESS, payee, ETHER).events
    assert payee.balance() == before + ETHER
    assert held(ZERO_ADDRESS) == there - ETHER


@pytest.mark.parametrize("kind", ["RefusingPayee", "GasBurner", "ReturnBomb"])
def test_a_hostile_payee(probe, double, held, kind):
    payee, there = double(kind), held(ZERO_ADDRESS)
    receipt = probe.pay(ZERO_ADDRESS, payee, ETHER)
    credited = {"payee": payee, "currency": ZERO_ADDRESS, "amount": ETHER}
    assert dict(receipt.events["PayoutCredited"]) == credited
    assert probe.credits(ZERO_ADDRESS, payee) == probe.totalCredits(ZERO_ADDRESS) == ETHER
    assert held(ZERO_ADDRESS) == there - ETHER
    assert receipt.gas_used < GAS_LIMIT["ether"]


@pytest.mark.parametrize("entry", ["withdraw", "pay", "hand"])
def test_a_payee_who_calls_back(probe, double, entry):
    payee = double("Reenterer")
    arguments = (ZERO_ADDRESS,) if entry == "withdraw" else (ZERO_ADDRESS, payee, ETHER)
    payee.aim(probe, getattr(probe, entry).encode_input(*arguments))
    probe.pay(ZERO_ADDRESS, payee, ETHER)
    assert str(payee.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert payee.balance() == ETHER


@pytest.mark.parametrize("kind", ["PlainToken", "SilentToken", "RefusingToken"])
def test_a_token(probe, payee, make_token, held, kind):
    token = make_token(kind)
    there = held(token)
    probe.pay(token, payee, ETHER)
    assert token.balanceOf(payee) == ETHER
    assert held(token) == there - ETHER
    assert probe.totalCredits(token) == 0


@pytest.mark.parametrize("manner", MANNERS)
def test_a_token_that_refuses(probe, payee, make_token, held, manner):
    token = make_token("RefusingToken")
    there = held(token)
    token.setManner(payee, MANNERS[manner])
    receipt = probe.pay(token, payee, ETHER)
    credited = {"payee": payee, "currency": token, "amount": ETHER}
    assert dict(receipt.events["PayoutCredited"]) == credited
    assert probe.credits(token, payee) == probe.totalCredits(token) == ETHER
    assert held(token) == there - ETHER
    assert receipt.gas_used < GAS_LIMIT["token"]


def test_a_token_that_lies(probe, payee, make_token, held):
    token = make_token("LyingToken")
    there = held(token)
    probe.pay(token, payee, ETHER)
    assert probe.credits(token, payee) == ETHER
    assert held(token) == there - ETHER


def test_a_token_that_keeps_a_part(probe, payee, make_token, held):
    token = make_token("TaxedToken")
    there = held(token)
    probe.pay(token, payee, ETHER)
    assert token.balanceOf(payee) == ETHER - ETHER // 100
    assert probe.credits(token, payee) == 0
    assert held(token) == there - ETHER


def test_a_token_that_takes_more(probe, payee, make_token):
    token = make_token("GreedyToken")
    with reverts_with("PaymentMissing", token, payee, ETHER):
        probe.pay(token, payee, ETHER)


@pytest.mark.parametrize("returned", [1, ETHER, 3 * ETHER])
def test_a_payee_who_sends_back(probe, payee, make_token, held, returned):
    token = make_token("ReenteringToken")
    token.mint(payee, 2 * ETHER)
    token.approve(token, 3 * ETHER, {"from": payee})
    there = held(token)
    token.aim(token, token.transferFrom.encode_input(payee, probe, returned))
    probe.pay(token, payee, ETHER)
    assert token.isIn()
    assert probe.credits(token, payee) <= ETHER
    assert held(token) >= there - ETHER


@pytest.mark.parametrize("entry", ["withdraw", "pay", "take"])
def test_a_token_that_calls_back(probe, payee, make_token, entry):
    token = make_token("ReenteringToken")
    arguments = (token,) if entry == "withdraw" else (token, payee, ETHER)
    token.aim(probe, getattr(probe, entry).encode_input(*arguments))
    probe.pay(token, payee, ETHER)
    assert str(token.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert token.balanceOf(payee) == ETHER


@pytest.mark.parametrize("kind", ["ether", "token"])
def test_a_little_gas_makes_no_credit(probe, double, make_token, stranger, kind):
    """Nobody can starve the push to a wallet contract and have it become a credit."""
    payee = double("Puppet")
    currency = ZERO_ADDRESS if kind == "ether" else make_token("PlainToken").address
    data = probe.pay.encode_input(currency, payee, ETHER)
    terms = {"from": str(stranger), "to": probe.address, "data": data}
    for gas in range(30_000, 120_000, 1_500):
        sent = web3.eth.send_transaction({**terms, "gas": gas})
        if web3.eth.wait_for_transaction_receipt(sent)["status"] == 1:
            break
    assert probe.totalCredits(currency) == 0
    assert gas < 118_000
