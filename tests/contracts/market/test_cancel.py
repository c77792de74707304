"""cancel
anybody but the seller -> NotSeller(seller, caller)
cancelled already      -> ListingClosed(listing)
otherwise              -> closed for ever, ListingCancelled; others stay open
"""

from expect import reverts_with
from scene import work_id


def test_a_stranger_cannot(market, make_listing, artist, stranger):
    with reverts_with("NotSeller", artist, stranger):
        market.cancel(make_listing().terms, {"from": stranger})


def test_only_once(market, make_listing, artist):
    listing = make_listing()
    market.cancel(listing.terms, {"from": artist})
    with reverts_with("ListingClosed", listing.digest):
        market.cancel(listing.terms, {"from": artist})


def test_cancelled(market, make_listing, artist):
    listing = make_listing()
    receipt = market.cancel(listing.terms, {"from": artist})
    assert market.isCancelled(listing.digest)
    assert dict(receipt.events["ListingCancelled"]) == {
        "listing": "0x" + listing.digest.hex(),
        "seller": artist,
        "work": work_id(1),
    }


def test_others_stay_open(market, make_listing, artist, buy, collector):
    market.cancel(make_listing().terms, {"from": artist})
    receipt = buy(make_listing(priceWei=5), collector)
    assert receipt.events["WorkSold"]["priceWei"] == 5
