"""handOver
by anybody but the market     -> NotMarket(caller)
no such edition               -> EditionMissing(edition)
owner distrusts the market    -> ERC1155MissingApprovalForAll(market, owner)
more than the owner has       -> ERC1155InsufficientBalance(owner, balance, copies, edition)
otherwise                     -> copies moved, artist, royalty and whether it is split returned
admission over, frozen        -> all the same: what is owned can be sold
"""

import pytest
from expect import reverts_with
from scene import now, pass_time, work_id


@pytest.fixture
def owned(open_edition, mint):
    """Three copies in the collector's hands."""
    open_edition()
    mint(3)


@pytest.fixture
def hand_over(editions, as_market, collector, stranger):
    def build(copies=2, edition: int = work_id(1), by=as_market):
        return editions.handOver(edition, copies, collector, stranger, {"from": by})

    return build


def test_copies_move(editions, collector, stranger, owned, hand_over):
    hand_over()
    assert editions.balanceOf(collector, work_id(1)) == 1
    assert editions.balanceOf(stranger, work_id(1)) == 2


def test_the_market_learns_whose_they_are(editions, as_market, artist, collector, stranger, owned):
    arguments = work_id(1), 1, collector, stranger, {"from": as_market}
    found, royalty_bps, is_split = editions.handOver.call(*arguments)
    assert (str(found), royalty_bps, is_split) == (str(artist), 1_000, False)


@pytest.mark.parametrize("who", ["stranger", "artist", "collector", "as_treasury", "as_curation"])
def test_nobody_else_can(request, owned, hand_over, who):
    caller = request.getfixturevalue(who)
    with reverts_with("NotMarket", caller):
        hand_over(by=caller)


def test_not_of_nothing(owned, hand_over):
    with reverts_with("EditionMissing", work_id(9)):
        hand_over(edition=work_id(9))


def test_not_for_who_opted_out(artwork, market, collector, owned, hand_over):
    artwork.setMarketTrust(False, {"from": collector})
    with reverts_with("ERC1155MissingApprovalForAll", market, collector):
        hand_over()


def test_but_for_who_came_back(editions, artwork, collector, stranger, owned, hand_over):
    artwork.setMarketTrust(False, {"from": collector})
    artwork.setMarketTrust(True, {"from": collector})
    hand_over()
    assert editions.balanceOf(stranger, work_id(1)) == 2


def test_not_more_than_there_are(collector, owned, hand_over):
    with reverts_with("ERC1155InsufficientBalance", collector, 3, 4, work_id(1)):
        hand_over(4)


def test_whatever_became_of_the_edition(
    editions, artist, stranger, owned, hand_over, end_admission
):
    end_admission(now() + 1)
    editions.freeze(work_id(1), {"from": artist})
    pass_time(10)
    hand_over()
    assert editions.balanceOf(stranger, work_id(1)) == 2
