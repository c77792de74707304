"""sweep
nothing there                 -> NothingDue(treasury, currency)
treasury refuses              -> PayeeRefused(treasury, amount), nothing lost
in the middle of a sale       -> ReentrancyGuardReentrantCall, the sale goes on
fees, credits, forced ether   -> all but the credits arrives in the treasury
"""

import brownie
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, selector, work_id

FEE, ROYALTY = ETHER // 40, ETHER // 10


def test_nothing_there(market, treasury, stranger):
    with reverts_with("NothingDue", treasury, ZERO_ADDRESS):
        market.sweep(ZERO_ADDRESS, {"from": stranger})


def test_swept_to_the_wei(market, treasury, make_listing, buy, collector, stranger):
    buy(make_listing(), collector)
    receipt = market.sweep(ZERO_ADDRESS, {"from": stranger})
    assert receipt.events["FeesSwept"]["amount"] == treasury.balance() == FEE
    assert market.balance() == 0


def test_forced_ether_goes_along(market, treasury, stranger):
    stranger.deploy(brownie.ForceFeeder, market, amount=5)
    market.sweep(ZERO_ADDRESS, {"from": stranger})
    assert treasury.balance() == 5


def test_credits_stay(market, artwork, treasury, make_listing, buy, double, artist, collector):
    seller = double("RefusingPayee")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    buy(make_listing(seller=seller, transferCount=1), collector)
    market.sweep(ZERO_ADDRESS, {"from": collector})
    assert treasury.balance() == FEE
    assert market.balance() == market.totalCredits(ZERO_ADDRESS) == ETHER - FEE - ROYALTY


def test_a_treasury_that_refuses(deployer, artwork, double, stranger):
    refusing = double("RefusingPayee")
    wiring = (artwork, *[ZERO_ADDRESS] * 3, refusing)
    market = deployer.deploy(brownie.Market, wiring, 250, 250)
    stranger.deploy(brownie.ForceFeeder, market, amount=5)
    with reverts_with("PayeeRefused", refusing, 5):
        market.sweep(ZERO_ADDRESS, {"from": stranger})


def test_not_in_the_middle_of_a_sale(
    market, artwork, make_listing, buy, double, artist, collector, stranger
):
    seller = double("Reenterer")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    seller.aim(market, market.sweep.encode_input(ZERO_ADDRESS), {"from": stranger})
    before = artist.balance()
    buy(make_listing(seller=seller, transferCount=1), collector)
    assert str(seller.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert artist.balance() == before + ROYALTY
    assert market.balance() == FEE
