"""cancelAll
anybody                -> their own epoch rises by one, OrdersCancelled; a new order may be signed
order of another epoch -> EpochPassed(signed, current), of whatever kind, past or to come
while sales are paused -> as always
"""

import pytest
from expect import reverts_with


def test_cancelled(market, artwork, artist):
    receipt = market.cancelAll({"from": artist})
    assert receipt.return_value == market.epochs(artist) == artwork.epochs(artist) == 1
    assert dict(receipt.events["OrdersCancelled"]) == {"account": artist, "epoch": 1}


def test_only_ones_own(market, artist, stranger, make_listing, buy, collector):
    market.cancelAll({"from": stranger})
    assert market.epochs(artist) == 0
    assert "WorkSold" in buy(make_listing(), collector).events


def test_a_new_listing_may_be_signed(market, artist, make_listing, buy, collector):
    market.cancelAll({"from": artist})
    assert "WorkSold" in buy(make_listing(epoch=1), collector).events


def test_while_sales_are_paused(market, artist, as_treasury):
    market.setPaused(True, {"from": as_treasury})
    market.cancelAll({"from": artist})
    assert market.epochs(artist) == 1


@pytest.mark.parametrize("signed", [0, 2])
def test_no_bundle_of_another_epoch(market, artist, make_bundle, buy, collector, signed):
    market.cancelAll({"from": artist})
    with reverts_with("EpochPassed", signed, 1):
        buy(make_bundle(1, epoch=signed), collector)


@pytest.mark.parametrize("signed", [0, 2])
def test_no_copies_of_another_epoch(market, artist, make_copies, buy_copies, collector, signed):
    market.cancelAll({"from": artist})
    with reverts_with("EpochPassed", signed, 1):
        buy_copies(make_copies(epoch=signed), collector, 1)


@pytest.mark.parametrize("signed", [0, 2])
def test_no_offer_of_another_epoch(market, artist, make_offer, take, collector, signed):
    market.cancelAll({"from": collector})
    with reverts_with("EpochPassed", signed, 1):
        take(make_offer(epoch=signed), artist)
