"""handOver
anybody but the market       -> NotMarket(caller), the owner and the treasury too
no such work                 -> WorkMissing(work)
moved since                  -> ListingStale(transferCount, current)
from one who does not own it -> ERC721IncorrectOwner(from, work, owner)
owner distrusts the market   -> ERC721InsufficientApproval(market, work)
otherwise                    -> moved, artist and royalty told
"""

import pytest
from brownie import accounts
from expect import reverts_with
from scene import work_id


@pytest.fixture(scope="module")
def as_market(market):
    return accounts.at(market.address, force=True)


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(artwork, minted, artist, index):
    with reverts_with("NotMarket", accounts[index]):
        artwork.handOver(minted, 0, artist, accounts[index], {"from": accounts[index]})


def test_not_even_the_treasury_can(artwork, minted, artist, as_treasury):
    with reverts_with("NotMarket", as_treasury):
        artwork.handOver(minted, 0, artist, as_treasury, {"from": as_treasury})


def test_what_is_not_there(artwork, as_market, artist, collector):
    with reverts_with("WorkMissing", work_id(9)):
        artwork.handOver(work_id(9), 0, artist, collector, {"from": as_market})


def test_what_moved(artwork, minted, as_market, artist, collector):
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    with reverts_with("ListingStale", 0, 1):
        artwork.handOver(minted, 0, collector, artist, {"from": as_market})


def test_from_its_owner_only(artwork, minted, as_market, artist, collector, stranger):
    with reverts_with("ERC721IncorrectOwner", stranger, minted, artist):
        artwork.handOver(minted, 0, stranger, collector, {"from": as_market})


def test_from_who_trusts_only(artwork, minted, as_market, artist, collector):
    artwork.setMarketTrust(False, {"from": artist})
    with reverts_with("ERC721InsufficientApproval", as_market, minted):
        artwork.handOver(minted, 0, artist, collector, {"from": as_market})


def test_handed_over(artwork, minted, as_market, artist, collector):
    receipt = artwork.handOver(minted, 0, artist, collector, {"from": as_market})
    assert tuple(receipt.return_value) == (artist, 1_000)
    assert artwork.ownerOf(minted) == collector
    assert artwork.works(minted)["transferCount"] == 1
