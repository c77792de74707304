"""share, against hostile payees, artists and tokens
a payee refuses, burns gas, sends a bomb -> credited; everybody else is paid, at a bounded cost
the artist does                          -> the same
a payee calls back into anything         -> nothing shared twice, nothing taken
thirty-two payees the token burns for    -> shared within a block
a token lies                             -> owed, not lost: paid when it is honest
a token calls back into anything         -> nothing booked twice
a token takes more than it was told      -> PaymentMissing: nobody else's money
ether forced on the contract             -> nobody's
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from consenting import PAYEES
from expect import reverts_with
from scene import act, selector

ALICE, BOB = PAYEES[:2]
HOSTILE = ["RefusingPayee", "GasBurner", "ReturnBomb"]
BURN = 3


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_payee(royalties, mint, earn, double, balance, kind):
    payee = double(kind)
    work = mint(shares=[(ALICE, 1_000), (payee, 2_000), (BOB, 3_000)])
    earn(work, 100)
    receipt = royalties.share(work, ZERO_ADDRESS)
    assert royalties.credits(ZERO_ADDRESS, payee) == royalties.balance() == 20
    assert [balance(ZERO_ADDRESS, one) for one in (ALICE, BOB)] == [10, 30]
    assert receipt.events["PayoutCredited"]["payee"] == payee
    assert receipt.gas_used < 350_000


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_artist(royalties, mint, earn, double, balance, kind):
    artist = double(kind)
    work = mint(shares=[(ALICE, 1_000)], by=artist)
    earn(work, 100)
    royalties.share(work, ZERO_ADDRESS)
    assert royalties.credits(ZERO_ADDRESS, artist) == 90
    assert balance(ZERO_ADDRESS, ALICE) == 10


def test_what_was_refused_is_withdrawn(royalties, mint, earn, double):
    payee = double("RefusingPayee")
    work = mint(shares=[(payee, 2_000)])
    earn(work, 100)
    royalties.share(work, ZERO_ADDRESS)
    payee.take()
    act(payee, royalties.withdraw, ZERO_ADDRESS)
    assert payee.balance() == 20
    assert royalties.balance() == 0


@pytest.mark.parametrize("entry", ["share", "creditTokens", "withdraw"])
def test_a_payee_who_calls_back(royalties, mint, earn, double, token, entry):
    payee = double("Reenterer")
    work = mint(shares=[(payee, 2_000)])
    arguments = {
        "share": (work, ZERO_ADDRESS),
        "creditTokens": (work, token),
        "withdraw": (ZERO_ADDRESS,),
    }[entry]
    payee.aim(royalties, getattr(royalties, entry).encode_input(*arguments))
    earn(work, 100)
    royalties.share(work, ZERO_ADDRESS)
    assert str(payee.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert payee.balance() == 20
    assert royalties.balance() == 0


def test_thirty_two_burners(royalties, mint, earn, allow, balance, artist, gas_of_heavy):
    token, payees = allow("RefusingToken"), PAYEES[:32]
    work = mint(shares=[(one, 300) for one in payees])
    for one in payees:
        token.setManner(one.address, BURN)
    earn(work, 10_000, token)
    gas = gas_of_heavy(royalties.share, work, token)
    assert balance(token, artist) == 400
    assert royalties.totalCredits(token) == balance(token, royalties) == 32 * 300
    assert gas < 12_000_000


def test_a_token_that_lies(royalties, mint, earn, allow, balance, stranger):
    token = allow("LyingToken")
    work = mint(shares=[(stranger, 2_000)])
    earn(work, 100, token)
    royalties.share(work, token)
    assert royalties.credits(token, stranger) == 20
    token.setHonest(True)
    royalties.withdraw(token, {"from": stranger})
    assert balance(token, stranger) == 20
    assert balance(token, royalties) == royalties.totalCredits(token) == 80


@pytest.mark.parametrize("entry", ["share", "creditTokens", "withdraw"])
def test_a_token_that_calls_back(royalties, mint, earn, allow, balance, artist, entry):
    token = allow("ReenteringToken")
    work, other = mint(shares=[(ALICE, 2_000)]), mint(2)
    earn(work, 100, token)
    earn(other, 7, token)
    arguments = (token,) if entry == "withdraw" else (other, token)
    token.aim(royalties, getattr(royalties, entry).encode_input(*arguments))
    royalties.share(work, token)
    assert str(token.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert not token.isIn()
    assert [balance(token, one) for one in (ALICE, artist)] == [20, 80]
    assert royalties.incomeOf(other, token) == balance(token, royalties) == 7


def test_a_token_that_takes_more(royalties, mint, earn, allow):
    token = allow("GreedyToken")
    work, other = mint(shares=[(ALICE, 2_000)]), mint(2)
    earn(work, 100, token)
    earn(other, 100, token)
    with reverts_with("PaymentMissing", token, ALICE.address, 20):
        royalties.share(work, token)


def test_forced_ether_is_nobodys(royalties, mint, earn, stranger, artist):
    work = mint()
    stranger.deploy(brownie.ForceFeeder, royalties, amount=5)
    with reverts_with("IncomeMissing", work, ZERO_ADDRESS):
        royalties.share(work, ZERO_ADDRESS)
    earn(work, 100)
    royalties.share(work, ZERO_ADDRESS)
    assert royalties.balance() == 5
