"""cancelOffer
nonce used already     -> OfferUsed(bidder, nonce), taken or cancelled
otherwise              -> only the caller's offers of this nonce are void, OfferCancelled
while sales are paused -> as always
"""

import pytest
from expect import reverts_with

NONCES = [0, 1, 255, 256, 2**256 - 1]


@pytest.mark.parametrize("nonce", NONCES)
def test_cancelled(market, collector, make_offer, take, artist, nonce):
    receipt = market.cancelOffer(nonce, {"from": collector})
    assert market.isOfferUsed(collector, nonce)
    assert dict(receipt.events["OfferCancelled"]) == {"bidder": collector, "nonce": nonce}
    with reverts_with("OfferUsed", collector, nonce):
        take(make_offer(nonce=nonce), artist)


def test_only_once(market, collector):
    market.cancelOffer(7, {"from": collector})
    with reverts_with("OfferUsed", collector, 7):
        market.cancelOffer(7, {"from": collector})


def test_not_once_it_was_taken(market, collector, make_offer, take, artist):
    take(make_offer(nonce=7), artist)
    with reverts_with("OfferUsed", collector, 7):
        market.cancelOffer(7, {"from": collector})


def test_others_stay_open(market, artwork, minted, collector, stranger, make_offer, take, artist):
    market.cancelOffer(8, {"from": collector})
    market.cancelOffer(7, {"from": stranger})
    take(make_offer(nonce=7), artist)
    assert artwork.ownerOf(minted) == collector


def test_while_sales_are_paused(market, collector, as_treasury):
    market.setPaused(True, {"from": as_treasury})
    market.cancelOffer(7, {"from": collector})
    assert market.isOfferUsed(collector, 7)
