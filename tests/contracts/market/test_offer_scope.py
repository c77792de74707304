"""takeOffer: what an offer is for
a work                  -> OfferNotFor(offered, work) with any other
any work of an artist   -> each of them; OfferNotForArtist(offered, artist) with another's
any work at all         -> each
a work and its artist   -> both must fit
a unique work           -> no copy of an edition
copies                  -> no unique work, and exactly as many as offered
any copies of an artist -> of each edition of the artist
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import act, work_id

OTHERS = work_id(60)


@pytest.fixture
def another_artist(admit, artwork, candidate):
    """The candidate, admitted, with a work."""
    admit(candidate)
    artwork.mint(OTHERS, candidate, 0, {"from": candidate})
    return candidate


def test_not_for_another_work(make_offer, take, works, artist):
    with reverts_with("OfferNotFor", works[0], works[1]):
        take(make_offer(), artist, works[1])


def test_any_of_the_artists(artwork, make_offer, take, works, artist, collector):
    take(make_offer(work=0, artist=artist), artist, works[3])
    assert artwork.ownerOf(works[3]) == collector


def test_not_another_artists(make_offer, take, another_artist, artist):
    with reverts_with("OfferNotForArtist", artist, another_artist):
        take(make_offer(work=0, artist=artist), another_artist, OTHERS)


def test_any_at_all(artwork, make_offer, take, another_artist, collector):
    take(make_offer(work=0), another_artist, OTHERS)
    assert artwork.ownerOf(OTHERS) == collector


def test_work_and_artist_must_fit(make_offer, take, another_artist, artist, stranger):
    with reverts_with("OfferNotForArtist", stranger, artist):
        take(make_offer(artist=stranger), artist)


def test_no_copy_for_a_unique_work(make_offer, take, edition, artist):
    with reverts_with("WorkMissing", edition):
        take(make_offer(work=0), artist, edition)


def test_no_unique_work_for_copies(make_offer, take, artist):
    with reverts_with("EditionMissing", work_id(1)):
        take(make_offer(copies=1), artist)


def test_not_fewer_copies(editions, make_offer, take, edition, artist, collector, stranger):
    editions.safeTransferFrom(artist, stranger, edition, 2, b"", {"from": artist})
    with reverts_with("ERC1155InsufficientBalance", stranger, 2, 3, edition):
        take(make_offer(work=edition, copies=3), stranger, edition)


def test_any_copies_of_an_artist(editions, make_offer, take, edition, artist, collector):
    take(make_offer(work=0, artist=artist, copies=2), artist, edition)
    assert editions.balanceOf(collector, edition) == 2


def test_copies_of_another_artist(make_offer, take, edition, artist, stranger):
    with reverts_with("OfferNotForArtist", stranger, artist):
        take(make_offer(work=0, artist=stranger, copies=2), artist, edition)


def test_nobody_bids(market, make_offer, artist, stranger):
    offer = make_offer(bidder=ZERO_ADDRESS, signer=stranger)
    with reverts_with("OrderForged", ZERO_ADDRESS):
        act(artist, market.takeOffer, offer.terms, offer.signature, work_id(1), 0)
