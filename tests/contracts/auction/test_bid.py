"""bid
no auction               -> AuctionMissing(work)
another auction of it    -> AuctionStale(namedCount, transferCount), the one before or one to come
the seller               -> OwnAuction(seller)
first, below the reserve -> BidBelow(bid, reserve)
first, at the reserve    -> leads, the clock starts, BidPlaced
next, below increment    -> BidBelow(bid, least), one wei more at least
next, at the increment   -> leads; who is outbid has back exactly the bid
the same bidder again    -> has back the bid before
more than 96 bits of wei -> SafeCastOverflowedUintDowncast
the last second          -> taken
at endsAt                -> AuctionEnded(work, endsAt), though nobody settled it
before the last seconds  -> the end stays
within them              -> the end moves to `extension` after the bid, never beyond the cap
paused                   -> SalesPaused for the first, taken after
"""

import pytest
from brownie import web3
from expect import reverts_with
from scene import DAY, ETHER, HOUR, next_block_at, work_id

EXTENSION, CAP = HOUR // 4, HOUR
SECOND = ETHER * 105 // 100


def test_no_auction(house, minted, collector):
    with reverts_with("AuctionMissing", minted):
        house.bid(minted, 0, {"from": collector, "value": ETHER})


def test_the_auction_before(house, artwork, create, bid, offered, artist, collector):
    """The seller cancels and creates anew at other terms while a first bid is on its way."""
    seen = artwork.works(offered)["transferCount"]
    house.cancel(offered, {"from": artist})
    create(artist, offered, duration=30 * DAY)
    with reverts_with("AuctionStale", seen, seen + 2):
        house.bid(offered, seen, {"from": collector, "value": ETHER})
    bid(collector, offered)
    assert house.auctions(offered)["bidder"] == collector


def test_an_auction_to_come(house, bid, offered, collector, stranger):
    bid(collector, offered)
    with reverts_with("AuctionStale", 2, 1):
        house.bid(offered, 2, {"from": stranger, "value": SECOND})


def test_the_seller(house, offered, artist):
    with reverts_with("OwnAuction", artist):
        house.bid(offered, 1, {"from": artist, "value": ETHER})


def test_below_the_reserve(house, offered, collector):
    with reverts_with("BidBelow", ETHER - 1, ETHER):
        house.bid(offered, 1, {"from": collector, "value": ETHER - 1})


def test_at_the_reserve(house, bid, offered, collector):
    receipt = bid(collector, offered)
    ends_at = receipt.timestamp + DAY
    kept = house.auctions(offered)
    assert (kept["bidder"], kept["bid"]) == (collector, ETHER)
    assert (kept["endsAt"], kept["latestEnd"]) == (ends_at, ends_at + CAP)
    assert tuple(receipt.events["BidPlaced"].values()) == (offered, collector, ETHER, ends_at)


def test_below_the_increment(house, bid, offered, collector, stranger):
    bid(collector, offered)
    with reverts_with("BidBelow", SECOND - 1, SECOND):
        house.bid(offered, 1, {"from": stranger, "value": SECOND - 1})


def test_the_increment_is_a_wei_at_least(house, create, bid, minted, artist, collector, stranger):
    create(artist, minted, reserve=1, incrementBps=100)
    bid(collector, minted, 1)
    with reverts_with("BidBelow", 1, 2):
        house.bid(minted, 1, {"from": stranger, "value": 1})


def test_at_the_increment(house, bid, offered, collector, stranger):
    before = collector.balance()
    bid(collector, offered)
    bid(stranger, offered, SECOND)
    assert house.auctions(offered)["bidder"] == stranger
    assert collector.balance() == before
    assert house.balance() == SECOND


def test_the_same_bidder_again(house, bid, offered, collector):
    before = collector.balance()
    bid(collector, offered)
    bid(collector, offered, 2 * ETHER)
    assert before - collector.balance() == house.balance() == 2 * ETHER


def test_more_than_96_bits(house, offered, collector):
    web3.provider.make_request("anvil_setBalance", [collector.address, hex(2**97)])
    with reverts_with("SafeCastOverflowedUintDowncast", 96, 2**96):
        house.bid(offered, 1, {"from": collector, "value": 2**96})


def test_the_last_second(house, bid, ends_at, offered, collector, stranger):
    bid(collector, offered)
    next_block_at(ends_at(offered) - 1)
    bid(stranger, offered, SECOND)
    assert house.auctions(offered)["bidder"] == stranger


def test_at_the_end(house, bid, ends_at, offered, collector, stranger):
    bid(collector, offered)
    end = ends_at(offered)
    next_block_at(end)
    with reverts_with("AuctionEnded", offered, end):
        house.bid(offered, 1, {"from": stranger, "value": SECOND})


def test_before_the_last_seconds_the_end_stays(bid, ends_at, offered, collector, stranger):
    bid(collector, offered)
    end = ends_at(offered)
    next_block_at(end - EXTENSION)
    bid(stranger, offered, SECOND)
    assert ends_at(offered) == end


@pytest.mark.parametrize("left", [EXTENSION - 1, 1])
def test_within_them_the_end_moves(bid, ends_at, offered, collector, stranger, left):
    bid(collector, offered)
    end = ends_at(offered)
    next_block_at(end - left)
    receipt = bid(stranger, offered, SECOND)
    assert ends_at(offered) == end - left + EXTENSION
    assert receipt.events["BidPlaced"]["endsAt"] == end - left + EXTENSION


def test_never_beyond_the_cap(house, bid, ends_at, offered, collector, stranger):
    bid(collector, offered)
    latest = ends_at(offered) + CAP
    for turn in range(6):
        next_block_at(ends_at(offered) - 1)
        bid([stranger, collector][turn % 2], offered, house.leastBid(offered))
    assert ends_at(offered) == house.auctions(offered)["latestEnd"] == latest


def test_without_extension_the_end_stays(create, bid, ends_at, minted, artist, collector, stranger):
    create(artist, minted, extension=0, extensionCap=CAP)
    bid(collector, minted)
    end = ends_at(minted)
    next_block_at(end - 1)
    bid(stranger, minted, SECOND)
    assert ends_at(minted) == end


def test_paused_before_the_first(house, as_treasury, offered, collector):
    house.setPaused(True, {"from": as_treasury})
    with reverts_with("SalesPaused"):
        house.bid(offered, 1, {"from": collector, "value": ETHER})


def test_paused_after_the_first(house, bid, as_treasury, offered, collector, stranger):
    bid(collector, offered)
    house.setPaused(True, {"from": as_treasury})
    bid(stranger, offered, SECOND)
    assert house.auctions(offered)["bidder"] == stranger


def test_another_works_auction_is_not_touched(house, bid, offered, resold, stranger):
    bid(stranger, offered)
    assert house.auctions(resold)["endsAt"] == 0
    assert house.leastBid(work_id(3)) == 0
