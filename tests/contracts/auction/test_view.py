"""leastBid and auctions: no state makes them fail
no auction       -> zero; all zero
before any bid   -> the reserve
while it runs    -> the bid and its increment, rounded up
when it is over  -> zero: none is taken
"""

from scene import ETHER, pass_time, work_id


def test_no_auction(house):
    assert house.leastBid(work_id(99)) == 0
    assert set(house.auctions(work_id(99))) == {0, "0x" + "0" * 40}


def test_before_any_bid(house, offered):
    assert house.leastBid(offered) == ETHER


def test_while_it_runs(house, bid, offered, collector):
    bid(collector, offered, ETHER + 1)
    assert house.leastBid(offered) == ETHER + 1 + ETHER // 20 + 1


def test_when_it_is_over(house, bid, ends_at, offered, collector):
    receipt = bid(collector, offered)
    pass_time(ends_at(offered) - receipt.timestamp - 1)
    assert house.leastBid(offered) == ETHER * 105 // 100
    pass_time(1)
    assert house.leastBid(offered) == 0
    assert house.auctions(offered)["bidder"] == collector


def test_the_house_knows_its_works(house, artwork, deployed):
    assert house.artwork() == artwork
    assert house.royalties() == deployed["Royalties"]
