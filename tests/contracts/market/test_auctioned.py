"""a work that is up for auction has no other sale (P15)
listing, bundle        -> ListingStale(signed, current), also when the auction was cancelled
listing by the house   -> OrderForged(house): it signs nothing
offer for it           -> ERC721IncorrectOwner(seller, work, house)
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import DAY, ETHER, HOUR


@pytest.fixture
def house(deployed, minted, artist):
    """The auction house, with the artist's first work."""
    found = deployed["AuctionHouse"]
    found.create(minted, (ETHER, DAY, HOUR // 4, HOUR, 500), {"from": artist})
    return found


def test_no_listing(house, make_listing, buy, collector):
    with reverts_with("ListingStale", 0, 1):
        buy(make_listing(), collector)


def test_no_bundle(house, make_bundle, buy, collector):
    with reverts_with("ListingStale", 0, 1):
        buy(make_bundle(1), collector)


def test_nor_when_it_came_back(house, minted, make_listing, buy, artist, collector):
    house.cancel(minted, {"from": artist})
    with reverts_with("ListingStale", 0, 2):
        buy(make_listing(), collector)


def test_no_listing_of_the_houses(house, make_listing, buy, artist, collector):
    with reverts_with("OrderForged", house):
        buy(make_listing(seller=house, signer=artist, transferCount=1), collector)


def test_no_offer(house, minted, make_offer, take, artist):
    with reverts_with("ERC721IncorrectOwner", artist, minted, house):
        take(make_offer(), artist)


def test_who_leads_pays_once(house, market, minted, artwork, collector):
    house.bid(minted, 1, {"from": collector, "value": ETHER})
    assert artwork.ownerOf(minted) == house
    assert market.totalCredits(ZERO_ADDRESS) == 0
