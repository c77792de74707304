"""buy
x
"""
from scene import ETHER, work_id
from expect import reverts_with

def test_sold(market, artwork, minted, make_listing, buy, collector):
    buy(make_listing(), collector)
    assert artwork.ownerOf(minted) == collector

def test_payment_short_is_refused(market, minted, make_listing, collector):
    listing = make_listing()
    with reverts_with("PaymentWrong", ETHER - 1, ETHER):
        market.buy(listing.terms, listing.signature, {"from": collector, "value": ETHER - 1})

def test_stale(market, artwork, minted, make_listing, collector, artist, stranger):
    listing = make_listing()
    artwork.transferFrom(artist, stranger, minted, {"from": artist})
    with reverts_with("ListingStale", 0,1):
        market.buy(listing.terms, listing.signature, {"from": collector, "value": ETHER})
    with reverts_with("NotTreasury", collector):
        market.setFee(1, {"from":collector})
