"""cancelAll
anybody -> their own epoch rises by one, ListingsCancelled; a new listing may be signed
"""


def test_cancelled(market, artist):
    receipt = market.cancelAll({"from": artist})
    assert receipt.return_value == market.epochs(artist) == 1
    assert dict(receipt.events["ListingsCancelled"]) == {"seller": artist, "epoch": 1}


def test_only_ones_own(market, artist, stranger, make_listing, buy, collector):
    market.cancelAll({"from": stranger})
    assert market.epochs(artist) == 0
    assert "WorkSold" in buy(make_listing(), collector).events


def test_a_new_listing_may_be_signed(market, artist, make_listing, buy, collector):
    market.cancelAll({"from": artist})
    assert "WorkSold" in buy(make_listing(epoch=1), collector).events
