"""withdraw
nothing due        -> NothingDue(caller, currency)
payee still refuses -> PayeeRefused(payee, amount), and the credit stays
called back        -> paid once
otherwise          -> paid all of it, Withdrawn
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, act, selector, work_id

DUE = ETHER - ETHER // 40 - ETHER // 10


@pytest.fixture
def sold_for(artwork, artist, make_listing, buy, double, collector):
    """A wallet contract that sold the work and could not take the money."""

    def build(kind):
        seller = double(kind)
        artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
        buy(make_listing(seller=seller, transferCount=1), collector)
        return seller

    return build


def test_nothing_due(market, stranger):
    with reverts_with("NothingDue", stranger, ZERO_ADDRESS):
        market.withdraw(ZERO_ADDRESS, {"from": stranger})


def test_who_refuses_keeps_the_credit(market, sold_for):
    seller = sold_for("RefusingPayee")
    data = market.withdraw.encode_input(ZERO_ADDRESS)
    refusal = selector("PayeeRefused(address,uint256)")
    words = seller.address[2:].rjust(64, "0") + f"{DUE:064x}"
    with reverts_with("ActFailed", bytes.fromhex(refusal[2:] + words)):
        seller.act(market, 0, data, {"from": seller.OWNER()})
    assert market.credits(ZERO_ADDRESS, seller) == DUE


def test_withdrawn(market, sold_for):
    seller = sold_for("RefusingPayee")
    seller.take({"from": seller.OWNER()})
    receipt = act(seller, market.withdraw, ZERO_ADDRESS)
    assert seller.balance() == DUE
    assert dict(receipt.events["Withdrawn"]) == {
        "payee": seller,
        "currency": ZERO_ADDRESS,
        "amount": DUE,
    }
    assert market.credits(ZERO_ADDRESS, seller) == market.totalCredits(ZERO_ADDRESS) == 0


def test_a_second_time_there_is_nothing(market, sold_for):
    seller = sold_for("RefusingPayee")
    seller.take({"from": seller.OWNER()})
    act(seller, market.withdraw, ZERO_ADDRESS)
    assert market.balance() == ETHER // 40


def test_a_callback_is_paid_once(market, artwork, make_listing, buy, double, artist, collector):
    seller = double("Reenterer")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    seller.aim(market, market.withdraw.encode_input(ZERO_ADDRESS), {"from": seller.OWNER()})
    buy(make_listing(seller=seller, transferCount=1), collector)
    assert str(seller.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert seller.balance() == DUE
