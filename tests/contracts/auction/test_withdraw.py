"""withdraw: what a bidder could not be given back
nothing due            -> NothingDue(caller, currency), also for a leading bid
an outbid contract     -> exactly its bid, whenever it likes, paused or not, the auction over or not
still refusing         -> PayeeRefused, and the credit stays
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, act, next_block_at, selector

WITHDRAWN = ["while it runs", "paused", "when it is over", "when it is settled"]


@pytest.fixture
def outbid(bid, double, offered, collector):
    """A contract that refused its bid when the collector bid more."""
    bidder = double("RefusingPayee")
    bid(bidder, offered)
    bid(collector, offered, 2 * ETHER)
    return bidder


def test_nothing_due(house, stranger):
    with reverts_with("NothingDue", stranger, ZERO_ADDRESS):
        house.withdraw(ZERO_ADDRESS, {"from": stranger})


def test_a_leading_bid_stays(house, bid, offered, collector):
    bid(collector, offered)
    with reverts_with("NothingDue", collector, ZERO_ADDRESS):
        house.withdraw(ZERO_ADDRESS, {"from": collector})


@pytest.mark.parametrize("state", WITHDRAWN)
def test_exactly_the_bid(house, as_treasury, ends_at, outbid, offered, relayer, state):
    if state == "paused":
        house.setPaused(True, {"from": as_treasury})
    if "over" in state or "settled" in state:
        next_block_at(ends_at(offered))
    if "settled" in state:
        house.settle(offered, {"from": relayer})
    outbid.take({"from": outbid.OWNER()})
    act(outbid, house.withdraw, ZERO_ADDRESS)
    assert outbid.balance() == ETHER
    assert house.totalCredits(ZERO_ADDRESS) == 0


def test_still_refusing(house, outbid):
    data = house.withdraw.encode_input(ZERO_ADDRESS)
    with reverts_with("ActFailed", refusal(outbid)):
        outbid.act(house, 0, data, {"from": outbid.OWNER()})
    assert house.credits(ZERO_ADDRESS, outbid) == house.totalCredits(ZERO_ADDRESS) == ETHER


def refusal(payee):
    """PayeeRefused, as it passes through a wallet contract."""
    words = payee.address[2:].rjust(64, "0") + f"{ETHER:064x}"
    return bytes.fromhex(selector("PayeeRefused(address,uint256)")[2:] + words)
