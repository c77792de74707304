"""what sales cost, where whoever receives a work already holds one
resale, fee kept            -> at most 92,000
resale, fee pushed          -> at most 100,000
offer in a token, taken     -> at most 120,000
five works in a bundle      -> at most as three resales
however many works there are -> the same (P41)
"""

import pytest
from brownie import chain
from scene import DAY, now, work_id


@pytest.fixture(scope="module")
def traded(artwork, minted, artist, collector, stranger, as_treasury):
    """The second work, resold by the collector to the stranger; both hold others."""
    for number, owner in [(2, collector), (3, stranger), (4, collector), (5, stranger)]:
        artwork.mint(work_id(number), owner, 1_000, {"from": artist})
    as_treasury.balance() or artist.transfer(as_treasury, 1)
    return work_id(2)


@pytest.fixture
def resell(buy, make_listing, traded, collector, stranger):
    """What the resale costs."""
    listing = make_listing(seller=collector, work=traded, expiresAt=now() + 30 * DAY)
    return lambda: buy(listing, stranger).gas_used


def test_a_resale(resell):
    assert resell() <= 92_000


def test_all_paid_at_once(market, as_treasury, stranger, resell):
    market.setFeesPushed(True, {"from": as_treasury})
    stranger.transfer(as_treasury, 1)
    assert resell() <= 100_000


def test_an_offer_taken(make_offer, take, traded, token, artist, collector, stranger):
    """A later one of the bidder's: nonces share a slot."""
    for holder in (artist, stranger):
        token.transfer(holder, 1, {"from": collector})
    take(make_offer(), artist)
    offer = make_offer(work=work_id(3), nonce=1)
    assert take(offer, stranger, work_id(3)).gas_used <= 120_000


def test_a_bundle(artwork, make_bundle, buy, traded, artist, collector, stranger):
    """Five works cost less than three sales, and each its own royalty."""
    works = [work_id(10 + i) for i in range(5)]
    artwork.mintBatch(works, collector, 1_000, {"from": artist})
    bundle = make_bundle(seller=collector, items=[(work, 0) for work in works])
    assert buy(bundle, stranger).gas_used <= 3 * 92_000


def test_the_same_with_many_works(artwork, resell, artist):
    chain.snapshot()
    before = resell()
    chain.revert()
    for batch in range(2):
        works = [work_id(1_000 + 50 * batch + i) for i in range(50)]
        artwork.mintBatch(works, artist, 1_000, {"from": artist})
    assert resell() == before
