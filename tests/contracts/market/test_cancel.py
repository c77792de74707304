"""cancel, cancelBundle, cancelEdition
anybody but the seller -> NotSeller(seller, caller)
cancelled already      -> OrderClosed(order)
otherwise              -> closed for ever, OrderCancelled; others stay open
while sales are paused -> as always
"""

import pytest
from expect import reverts_with
from orders import DIGESTS
from scene import act

METHODS = {"Listing": "cancel", "Bundle": "cancelBundle", "EditionListing": "cancelEdition"}


@pytest.fixture(params=METHODS)
def order(request, make_listing, make_bundle, make_copies):
    """An order of each kind, and the method that cancels it."""
    builders = {"Listing": make_listing, "Bundle": make_bundle, "EditionListing": make_copies}
    return request.param, builders[request.param]()


@pytest.fixture
def cancel(market, order):
    """Cancel it as somebody."""
    kind, signed = order
    return lambda who: act(who, getattr(market, METHODS[kind]), signed.terms)


def test_a_stranger_cannot(cancel, artist, stranger):
    with reverts_with("NotSeller", artist, stranger):
        cancel(stranger)


def test_only_once(cancel, order, artist):
    cancel(artist)
    with reverts_with("OrderClosed", order[1].digest):
        cancel(artist)


def test_cancelled(market, cancel, order, artist):
    kind, signed = order
    receipt = cancel(artist)
    assert market.isCancelled(signed.digest)
    assert bytes(getattr(market, DIGESTS[kind])(signed.terms)) == signed.digest
    assert dict(receipt.events["OrderCancelled"]) == {
        "order": "0x" + signed.digest.hex(),
        "account": artist,
    }


def test_while_sales_are_paused(market, cancel, order, artist, as_treasury):
    market.setPaused(True, {"from": as_treasury})
    cancel(artist)
    assert market.isCancelled(order[1].digest)


def test_others_stay_open(market, make_listing, artist, buy, collector):
    market.cancel(make_listing().terms, {"from": artist})
    receipt = buy(make_listing(price=5), collector)
    assert receipt.events["WorkSold"]["price"] == 5
