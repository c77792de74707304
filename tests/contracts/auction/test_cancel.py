"""cancel
no auction      -> AuctionMissing(work)
a stranger      -> NotSeller(seller, caller)
after a bid     -> AuctionHasBids(work), also when it is over
paused          -> cancelled all the same
otherwise       -> the work is the seller's again, AuctionCancelled; no bid is taken
a deaf contract -> gets it back: it is nobody's to refuse
"""

from expect import reverts_with
from scene import ETHER, act, next_block_at


def test_no_auction(house, minted, artist):
    with reverts_with("AuctionMissing", minted):
        house.cancel(minted, {"from": artist})


def test_a_stranger_cannot(house, offered, artist, stranger):
    with reverts_with("NotSeller", artist, stranger):
        house.cancel(offered, {"from": stranger})


def test_after_a_bid(house, bid, offered, artist, collector):
    bid(collector, offered)
    with reverts_with("AuctionHasBids", offered):
        house.cancel(offered, {"from": artist})


def test_after_the_end(house, bid, ends_at, offered, artist, collector):
    bid(collector, offered)
    next_block_at(ends_at(offered))
    with reverts_with("AuctionHasBids", offered):
        house.cancel(offered, {"from": artist})


def test_paused(house, artwork, as_treasury, offered, artist):
    house.setPaused(True, {"from": as_treasury})
    house.cancel(offered, {"from": artist})
    assert artwork.ownerOf(offered) == artist


def test_cancelled(house, artwork, offered, artist):
    receipt = house.cancel(offered, {"from": artist})
    assert artwork.ownerOf(offered) == artist
    assert tuple(receipt.events["AuctionCancelled"].values()) == (offered, artist)


def test_no_bid_is_taken_afterwards(house, offered, artist, collector):
    house.cancel(offered, {"from": artist})
    with reverts_with("AuctionMissing", offered):
        house.bid(offered, 1, {"from": collector, "value": ETHER})


def test_a_deaf_contract_gets_it_back(house, artwork, create, double, minted, artist):
    seller = double("Puppet")
    artwork.transferFrom(artist, seller, minted, {"from": artist})
    create(seller, minted)
    act(seller, house.cancel, minted)
    assert artwork.ownerOf(minted) == seller
