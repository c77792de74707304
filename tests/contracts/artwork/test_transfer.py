"""transferFrom, safeTransferFrom
by a stranger        -> ERC721InsufficientApproval(caller, work)
from another         -> ERC721IncorrectOwner(from, work, owner)
no such work         -> ERC721NonexistentToken(work)
to nobody            -> ERC721InvalidReceiver(0)
to a deaf contract, safely -> ERC721InvalidReceiver(contract)
to Market, AuctionHouse or Artwork -> TransferRefused(to), by every way, minting too
to AuctionHouse by itself -> moved
every move           -> counts, to oneself too; minting does not
an approval          -> lets one move, and ends with it
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import work_id


@pytest.fixture(params=["market", "auctionHouse", "itself"])
def grave(request, artwork):
    """Where a work would be lost."""
    return artwork.address if request.param == "itself" else getattr(artwork, request.param)()


def test_a_stranger_cannot(artwork, minted, artist, stranger):
    with reverts_with("ERC721InsufficientApproval", stranger, minted):
        artwork.transferFrom(artist, stranger, minted, {"from": stranger})


def test_not_from_another(artwork, minted, artist, collector):
    with reverts_with("ERC721IncorrectOwner", collector, minted, artist):
        artwork.transferFrom(collector, artist, minted, {"from": artist})


def test_not_what_is_not_there(artwork, artist):
    with reverts_with("ERC721NonexistentToken", work_id(9)):
        artwork.transferFrom(artist, artist, work_id(9), {"from": artist})


def test_not_to_nobody(artwork, minted, artist):
    with reverts_with("ERC721InvalidReceiver", ZERO_ADDRESS):
        artwork.transferFrom(artist, ZERO_ADDRESS, minted, {"from": artist})


def test_not_safely_to_the_deaf(artwork, minted, artist, double):
    deaf = double("Puppet")
    with reverts_with("ERC721InvalidReceiver", deaf):
        artwork.safeTransferFrom(artist, deaf, minted, {"from": artist})


@pytest.mark.parametrize("way", ["transferFrom", "safeTransferFrom"])
def test_not_into_a_grave(artwork, minted, artist, grave, way):
    with reverts_with("TransferRefused", grave):
        getattr(artwork, way)(artist, grave, minted, {"from": artist})


def test_not_minted_into_a_grave(artwork, admitted, grave):
    with reverts_with("TransferRefused", grave):
        artwork.mint(work_id(9), grave, 0, {"from": admitted})


def test_not_bought_into_a_grave(artwork, minted, artist, as_market, grave):
    with reverts_with("TransferRefused", grave):
        artwork.handOver(minted, artist, grave, {"from": as_market})


def test_the_auction_house_takes_what_it_asked_for(artwork, minted, artist, as_auction_house):
    artwork.handOver(minted, artist, as_auction_house, {"from": as_auction_house})
    artwork.handOver(minted, as_auction_house, artist, {"from": as_auction_house})
    assert artwork.ownerOf(minted) == artist


def test_but_nothing_for_the_market(artwork, minted, artist, market, as_auction_house):
    with reverts_with("TransferRefused", market):
        artwork.handOver(minted, artist, market, {"from": as_auction_house})


def test_minting_does_not_count(artwork, minted):
    assert artwork.works(minted)["transferCount"] == 0


def test_every_move_counts(artwork, minted, artist, collector):
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    artwork.safeTransferFrom(collector, artist, minted, {"from": collector})
    artwork.transferFrom(artist, artist, minted, {"from": artist})
    assert artwork.works(minted)["transferCount"] == 3
    assert artwork.balanceOf(artist) == 1


def test_an_approval_lets_one_move(artwork, minted, artist, stranger):
    artwork.approve(stranger, minted, {"from": artist})
    assert artwork.works(minted)["isApproved"]
    artwork.transferFrom(artist, stranger, minted, {"from": stranger})
    assert artwork.ownerOf(minted) == stranger


def test_and_ends_with_it(artwork, minted, artist, collector, stranger):
    artwork.approve(stranger, minted, {"from": artist})
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    assert artwork.getApproved(minted) == ZERO_ADDRESS
    assert not artwork.works(minted)["isApproved"]
    with reverts_with("ERC721InsufficientApproval", stranger, minted):
        artwork.transferFrom(collector, stranger, minted, {"from": stranger})


def test_an_approval_taken_back(artwork, minted, artist, stranger):
    artwork.approve(stranger, minted, {"from": artist})
    artwork.approve(ZERO_ADDRESS, minted, {"from": artist})
    assert not artwork.works(minted)["isApproved"]
    with reverts_with("ERC721InsufficientApproval", stranger, minted):
        artwork.transferFrom(artist, stranger, minted, {"from": stranger})
