"""cancelVouchers
anybody -> their own nonce rises by one, VouchersCancelled; nobody else's does
"""


def test_cancelled(artwork, artist):
    receipt = artwork.cancelVouchers({"from": artist})
    assert receipt.return_value == artwork.voucherNonces(artist) == 1
    assert dict(receipt.events["VouchersCancelled"]) == {"artist": artist, "nonce": 1}


def test_only_ones_own(artwork, artist, stranger):
    artwork.cancelVouchers({"from": stranger})
    assert artwork.voucherNonces(artist) == 0


def test_an_artist_stays_one(artwork, admitted):
    artwork.cancelVouchers({"from": admitted})
    assert artwork.isArtist(admitted)
    assert artwork.trustsMarket(admitted)
