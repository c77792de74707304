"""handOver, handOverListed, handOverOffered, raiseEpoch
anybody but the two markets  -> NotMarket(caller), the owner and the treasury too
no such work                 -> WorkMissing(work)
from one who does not own it -> ERC721IncorrectOwner(from, work, owner)
owner distrusts the market   -> ERC721InsufficientApproval(market, work)
to nobody                    -> ERC721InvalidReceiver(0)
listed, moved since          -> ListingStale(transferCount, current)
listed, of another epoch     -> EpochPassed(epoch, current)
offered, in another epoch of the bidder's -> EpochPassed(epoch, current)
otherwise                    -> moved, an approval cleared; artist, royalty and split told
raiseEpoch by any but Market -> NotMarket(caller), the auction house too
raiseEpoch                   -> that account's epoch rises by one, nobody else's
"""

import pytest
from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with
from scene import work_id


@pytest.fixture(params=["as_market", "as_auction_house"])
def house(request):
    """Each of the two that may."""
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["handOver", "handOverListed", "handOverOffered"])
def hand_over(request, artwork):
    """Each of the ways."""

    def build(work, seller, buyer, house):
        signed = {"handOver": (), "handOverListed": (0, 0), "handOverOffered": (0,)}[request.param]
        return getattr(artwork, request.param)(work, *signed, seller, buyer, {"from": house})

    return build


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot(hand_over, minted, artist, index):
    with reverts_with("NotMarket", accounts[index]):
        hand_over(minted, artist, accounts[index], accounts[index])


def test_not_even_the_treasury_can(hand_over, minted, artist, as_treasury):
    with reverts_with("NotMarket", as_treasury):
        hand_over(minted, artist, as_treasury, as_treasury)


def test_what_is_not_there(hand_over, house, artist, collector):
    with reverts_with("WorkMissing", work_id(9)):
        hand_over(work_id(9), artist, collector, house)


def test_from_its_owner_only(hand_over, house, minted, artist, collector, stranger):
    with reverts_with("ERC721IncorrectOwner", stranger, minted, artist):
        hand_over(minted, stranger, collector, house)


def test_from_who_trusts_only(artwork, hand_over, house, minted, artist, collector):
    artwork.setMarketTrust(False, {"from": artist})
    with reverts_with("ERC721InsufficientApproval", house, minted):
        hand_over(minted, artist, collector, house)


def test_not_to_nobody(hand_over, house, minted, artist):
    with reverts_with("ERC721InvalidReceiver", ZERO_ADDRESS):
        hand_over(minted, artist, ZERO_ADDRESS, house)


def test_handed_over(artwork, hand_over, house, minted, artist, collector, stranger):
    artwork.approve(stranger, minted, {"from": artist})
    receipt = hand_over(minted, artist, collector, house)
    assert tuple(receipt.return_value) == (artist, 1_000, False)
    assert tuple(artwork.works(minted)) == (collector, 1, 1_000, 1, False, False)
    assert artwork.getApproved(minted) == ZERO_ADDRESS


def test_whether_it_is_split_is_told(
    artwork, hand_over, house, admitted, collector, split_with, terms
):
    split, consents = split_with(admitted, collector, 100)
    artwork.mintSplit(work_id(9), admitted, 500, terms(split), consents, {"from": admitted})
    receipt = hand_over(work_id(9), admitted, collector, house)
    assert tuple(receipt.return_value) == (admitted, 500, True)


def test_not_what_moved_since(artwork, minted, as_market, artist, collector):
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    with reverts_with("ListingStale", 0, 1):
        artwork.handOverListed(minted, 0, 0, collector, artist, {"from": as_market})


def test_not_what_is_still_to_move(artwork, minted, as_market, artist, collector):
    with reverts_with("ListingStale", 1, 0):
        artwork.handOverListed(minted, 1, 0, artist, collector, {"from": as_market})


def test_not_what_was_signed_in_another_epoch(artwork, minted, as_market, artist, collector):
    artwork.raiseEpoch(artist, {"from": as_market})
    for epoch in (0, 2):
        with reverts_with("EpochPassed", epoch, 1):
            artwork.handOverListed(minted, 0, epoch, artist, collector, {"from": as_market})


def test_not_what_was_offered_in_another_epoch(artwork, minted, as_market, artist, collector):
    artwork.raiseEpoch(collector, {"from": as_market})
    for epoch in (0, 2):
        with reverts_with("EpochPassed", epoch, 1):
            artwork.handOverOffered(minted, epoch, artist, collector, {"from": as_market})


def test_an_unsigned_handover_asks_for_neither(artwork, minted, as_market, artist, collector):
    artwork.raiseEpoch(artist, {"from": as_market})
    artwork.transferFrom(artist, collector, minted, {"from": artist})
    artwork.handOver(minted, collector, artist, {"from": as_market})
    assert artwork.works(minted)["transferCount"] == 2


@pytest.mark.parametrize("index", [0, 2, 3, 7])
def test_a_stranger_cannot_raise_an_epoch(artwork, index):
    with reverts_with("NotMarket", accounts[index]):
        artwork.raiseEpoch(accounts[index], {"from": accounts[index]})


def test_nor_can_the_auction_house(artwork, as_auction_house, artist):
    with reverts_with("NotMarket", as_auction_house):
        artwork.raiseEpoch(artist, {"from": as_auction_house})


def test_one_epoch_is_raised(artwork, as_market, artist, collector):
    receipt = artwork.raiseEpoch(artist, {"from": as_market})
    assert receipt.return_value == artwork.epochs(artist) == 1
    assert artwork.epochs(collector) == 0
