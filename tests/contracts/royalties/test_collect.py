"""collect, of what other markets paid to a work's receiver
nothing there                -> IncomeMissing(work, currency)
ether before it has code     -> income of the work, IncomeCredited by the receiver
ether after                  -> the same, also sent with a transfer's little gas
tokens                       -> the same
token not allowed            -> CurrencyRefused(token), and it waits there
token that refuses to move   -> SafeERC20FailedOperation(token), and it waits there
nobody minted the work       -> WorkMissing(work), and it waits there
plain work                   -> its artist's
each work                    -> a receiver of its own, where it was announced
a stranger cannot forward    -> NotRoyalties(caller)
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS, web3
from consenting import PAYEES
from expect import reverts_with
from scene import ETHER, work_id

WORK = work_id(1)


@pytest.fixture
def work(mint):
    return mint(shares=[(PAYEES[0], 5_000)])


@pytest.fixture
def receiver(royalties):
    return royalties.receiverOf(WORK)


def test_nothing_there(royalties, work, token):
    for currency in (ZERO_ADDRESS, token):
        with reverts_with("IncomeMissing", work, currency):
            royalties.collect(work, currency)


def test_ether(royalties, work, receiver, stranger):
    stranger.transfer(receiver, ETHER)
    receipt = royalties.collect(work, ZERO_ADDRESS, {"from": stranger})
    facts = {"work": work, "currency": ZERO_ADDRESS, "payer": receiver, "amount": ETHER}
    assert dict(receipt.events["IncomeCredited"]) == facts
    assert royalties.incomeOf(work, ZERO_ADDRESS) == royalties.balance() == ETHER


def test_ether_again(royalties, work, receiver, stranger):
    stranger.transfer(receiver, ETHER)
    royalties.collect(work, ZERO_ADDRESS)
    assert stranger.transfer(receiver, 7).gas_used < 21_000 + 2_300
    royalties.collect(work, ZERO_ADDRESS)
    assert royalties.incomeOf(work, ZERO_ADDRESS) == ETHER + 7
    with reverts_with("IncomeMissing", work, ZERO_ADDRESS):
        royalties.collect(work, ZERO_ADDRESS)


@pytest.mark.parametrize("kind", ["PlainToken", "SilentToken"])
def test_tokens(royalties, work, receiver, allow, kind):
    token = allow(kind)
    token.mint(receiver, ETHER)
    royalties.collect(work, token)
    assert royalties.incomeOf(work, token) == token.balanceOf(royalties) == ETHER


def test_a_token_that_keeps_a_part(royalties, work, receiver, allow):
    token = allow("TaxedToken")
    token.mint(receiver, 100)
    royalties.collect(work, token)
    assert royalties.incomeOf(work, token) == 99


def test_a_token_that_is_not_allowed(royalties, work, receiver, allowed, token, deployer):
    token.mint(receiver, ETHER)
    allowed.setCurrency(token, False, {"from": deployer})
    with reverts_with("CurrencyRefused", token):
        royalties.collect(work, token)
    allowed.setCurrency(token, True, {"from": deployer})
    royalties.collect(work, token)
    assert royalties.incomeOf(work, token) == ETHER


def test_a_token_that_refuses(royalties, work, receiver, allow):
    token = allow("RefusingToken")
    token.mint(receiver, ETHER)
    token.setManner(royalties, 2)
    with reverts_with("SafeERC20FailedOperation", token):
        royalties.collect(work, token)
    assert token.balanceOf(receiver) == ETHER


def test_what_nobody_minted(royalties, receiver, stranger, mint):
    stranger.transfer(receiver, ETHER)
    with reverts_with("WorkMissing", WORK):
        royalties.collect(WORK, ZERO_ADDRESS)
    royalties.collect(mint(), ZERO_ADDRESS)
    assert royalties.incomeOf(WORK, ZERO_ADDRESS) == ETHER


def test_each_work_has_its_own(royalties, work, mint, receiver, stranger):
    other = mint(2)
    stranger.transfer(receiver, 1)
    stranger.transfer(royalties.receiverOf(other), 2)
    royalties.collect(other, ZERO_ADDRESS)
    assert royalties.incomeOf(other, ZERO_ADDRESS) == 2
    assert royalties.incomeOf(work, ZERO_ADDRESS) == 0


def test_where_it_was_announced(royalties, work, receiver, stranger):
    assert not web3.eth.get_code(receiver)
    stranger.transfer(receiver, 1)
    royalties.collect(work, ZERO_ADDRESS)
    assert web3.eth.get_code(receiver)
    assert royalties.receiverOf(work) == receiver


def test_a_stranger_cannot_forward(royalties, work, receiver, stranger, token):
    stranger.transfer(receiver, 1)
    royalties.collect(work, ZERO_ADDRESS)
    purse = brownie.Contract.from_abi(
        "RoyaltyReceiver", receiver, brownie.RoyaltyReceiver.abi, persist=False
    )
    token.mint(receiver, ETHER)
    with reverts_with("NotRoyalties", stranger):
        purse.forward(work_id(2), token, {"from": stranger})
