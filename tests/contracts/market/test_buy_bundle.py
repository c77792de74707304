"""buyBundle
no works, or more than the limit     -> BundleSize(count, limit)
expired, reserved, wrongly paid      -> as a listing
cancelled                            -> OrderClosed(order)
works or their order changed         -> OrderForged(seller)
fee above the signed one             -> FeeAboveSigned(feeBps, maxFeeBps)
one of the works moved, or is named twice -> ListingStale(signed, current), none is sold
one of the works is somebody else's  -> ERC721IncorrectOwner(seller, work, owner), none is sold
otherwise                            -> all works move, one WorkSold each, seller and DAO paid once
price that does not divide           -> the last work's part has the remainder, all is paid out
works of several artists             -> each gets the royalty of their own
in tokens, for nothing, the most     -> as any other
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from orders import changed
from scene import ETHER, next_block_at, now, work_id

FEE = ETHER // 40


@pytest.fixture(autouse=True)
def several_works(works):
    """Five works, all of the artist's."""


def test_not_without_works(make_bundle, buy, collector):
    with reverts_with("BundleSize", 0, 20):
        buy(make_bundle(0), collector)


def test_not_too_many(make_bundle, buy, collector):
    with reverts_with("BundleSize", 21, 20):
        buy(make_bundle(21), collector)


def test_not_expired(make_bundle, buy, collector):
    bundle = make_bundle(expiresAt=now() + 100)
    next_block_at(bundle.expiresAt + 1)
    with reverts_with("OrderExpired", bundle.expiresAt, bundle.expiresAt + 1):
        buy(bundle, collector)


def test_reserved_is_reserved(make_bundle, buy, collector, stranger):
    with reverts_with("OrderReserved", collector, stranger):
        buy(make_bundle(buyer=collector), stranger)


@pytest.mark.parametrize("paid", [0, ETHER - 1, ETHER + 1])
def test_at_its_price(market, make_bundle, collector, paid):
    bundle = make_bundle()
    with reverts_with("PaymentWrong", paid, ETHER):
        market.buyBundle(bundle.terms, bundle.signature, {"from": collector, "value": paid})


def test_not_when_cancelled(market, make_bundle, buy, artist, collector):
    bundle = make_bundle()
    market.cancelBundle(bundle.terms, {"from": artist})
    with reverts_with("OrderClosed", bundle.digest):
        buy(bundle, collector)


@pytest.mark.parametrize(
    "items",
    [
        [(work_id(1), 0), (work_id(2), 0)],
        [(work_id(2), 0), (work_id(1), 0), (work_id(3), 0)],
        [(work_id(1), 0), (work_id(2), 0), (work_id(4), 0)],
        [(work_id(1), 0), (work_id(2), 0), (work_id(3), 1)],
    ],
    ids=["fewer", "other order", "another work", "another count"],
)
def test_not_other_works(market, make_bundle, artist, collector, items):
    bundle = make_bundle()
    terms = changed(bundle, items=items)
    with reverts_with("OrderForged", artist):
        market.buyBundle(terms, bundle.signature, {"from": collector, "value": ETHER})


def test_not_at_a_higher_fee(make_bundle, buy, collector):
    with reverts_with("FeeAboveSigned", 250, 249):
        buy(make_bundle(maxFeeBps=249), collector)


def test_not_once_one_moved(artwork, make_bundle, buy, artist, collector, stranger):
    bundle = make_bundle()
    artwork.transferFrom(artist, stranger, work_id(3), {"from": artist})
    with reverts_with("ListingStale", 0, 1):
        buy(bundle, collector)
    assert artwork.ownerOf(work_id(1)) == artist


def test_not_the_same_twice(make_bundle, buy, collector):
    with reverts_with("ListingStale", 0, 1):
        buy(make_bundle(items=[(work_id(1), 0), (work_id(1), 0)]), collector)


def test_nor_with_the_count_it_will_have(make_bundle, buy, artist, collector):
    with reverts_with("ERC721IncorrectOwner", artist, work_id(1), collector):
        buy(make_bundle(items=[(work_id(1), 0), (work_id(1), 1)]), collector)


def test_not_with_somebody_elses(artwork, make_bundle, buy, artist, collector, stranger):
    artwork.transferFrom(artist, stranger, work_id(2), {"from": artist})
    with reverts_with("ERC721IncorrectOwner", artist, work_id(2), stranger):
        buy(make_bundle(items=[(work_id(1), 0), (work_id(2), 1)]), collector)


def test_sold(market, artwork, make_bundle, buy, artist, collector):
    before, bundle = artist.balance(), make_bundle()
    sold = buy(bundle, collector).events["WorkSold"]
    assert [one["work"] for one in sold] == [work_id(1), work_id(2), work_id(3)]
    assert all(one["order"] == "0x" + bundle.digest.hex() for one in sold)
    assert {artwork.ownerOf(work_id(1 + i)) for i in range(3)} == {collector}
    fees = sum(one["fee"] for one in sold)
    assert market.balance() == fees
    assert artist.balance() == before + ETHER - fees


@pytest.mark.parametrize(("price", "parts"), [(10, [3, 3, 4]), (2, [0, 0, 2]), (11, [3, 3, 5])])
def test_a_price_that_does_not_divide(market, make_bundle, buy, artist, collector, price, parts):
    before = artist.balance()
    sold = buy(make_bundle(price=price), collector).events["WorkSold"]
    assert [one["price"] for one in sold] == parts
    assert artist.balance() + market.balance() == before + price


@pytest.fixture
def of_two_artists(artwork, admit, candidate, artist, stranger):
    """The stranger's works of two artists, at ten and five per cent royalty, as items."""
    admit(candidate)
    artwork.mint(work_id(60), stranger, 500, {"from": candidate})
    artwork.transferFrom(artist, stranger, work_id(1), {"from": artist})
    return [(work_id(1), 1), (work_id(60), 0)]


def test_royalties_of_two_artists(
    market, make_bundle, buy, of_two_artists, artist, candidate, stranger, collector
):
    before = [one.balance() for one in (artist, candidate, stranger)]
    buy(make_bundle(seller=stranger, items=of_two_artists), collector)
    got = [one.balance() - b for one, b in zip((artist, candidate, stranger), before, strict=True)]
    assert got == [ETHER // 20, ETHER // 40, ETHER - FEE - ETHER // 20 - ETHER // 40]
    assert market.balance() == FEE


def test_an_artist_sells_own_and_others(
    market, artwork, make_bundle, buy, artist, admit, candidate
):
    admit(candidate)
    artwork.mint(work_id(60), artist, 500, {"from": candidate})
    before = candidate.balance()
    bundle = make_bundle(items=[(work_id(1), 0), (work_id(60), 0)])
    sold = buy(bundle, candidate).events["WorkSold"]
    assert [one["royalty"] for one in sold] == [0, ETHER // 40]
    assert candidate.balance() == before - ETHER + ETHER // 40


def test_in_tokens(market, token, make_bundle, buy, of_two_artists, artist, stranger, collector):
    buy(make_bundle(seller=stranger, items=of_two_artists, currency=token), collector)
    assert token.balanceOf(artist) == ETHER // 20
    assert token.balanceOf(market) == FEE
    assert token.balanceOf(collector) == 99 * ETHER


def test_for_nothing(market, artwork, make_bundle, buy, collector):
    buy(make_bundle(price=0, maxFeeBps=0), collector)
    assert artwork.ownerOf(work_id(3)) == collector
    assert market.balance() == 0


def test_a_seller_who_refuses(market, artwork, make_bundle, buy, double, artist, collector):
    seller = double("RefusingPayee")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    buy(make_bundle(seller=seller, items=[(work_id(1), 1)]), collector)
    credit = market.credits(ZERO_ADDRESS, seller)
    assert credit == ETHER - FEE - ETHER // 10


def test_as_many_as_can_be(artwork, make_bundle, buy, artist, collector):
    artwork.mintBatch([work_id(6 + i) for i in range(15)], artist, 0, {"from": artist})
    assert len(buy(make_bundle(20), collector).events["WorkSold"]) == 20
    assert artwork.balanceOf(collector) == 20
