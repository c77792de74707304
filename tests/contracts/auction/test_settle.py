"""settle
no auction          -> AuctionMissing(work)
before any bid      -> AuctionRunning(work, 0)
one second too soon -> AuctionRunning(work, endsAt)
at endsAt           -> settled, by anybody, paused or not
a second time       -> AuctionMissing(work)
the artist's own    -> price less the primary fee to the artist; no royalty
a resale            -> fee, royalty and the rest, which are the price to the wei
fees changed since  -> those of the creation
a shared work       -> its income goes to Royalties, be it price or royalty
"""

import pytest
from brownie import ZERO_ADDRESS
from brownie.test import given
from expect import reverts_with
from hypothesis import HealthCheck, settings
from hypothesis.strategies import integers
from scene import ETHER, next_block_at, work_id

PRIMARY_BPS, SECONDARY_BPS, ROYALTY_BPS = 400, 250, 1_000


@pytest.fixture
def ended(house, bid, ends_at, stranger):
    """Have a work's auction end with the stranger's bid; the next block is at its very end."""

    def build(work, amount=ETHER):
        bid(stranger, work, amount)
        next_block_at(ends_at(work))
        return work

    return build


def test_no_auction(house, minted, relayer):
    with reverts_with("AuctionMissing", minted):
        house.settle(minted, {"from": relayer})


def test_before_any_bid(house, offered, relayer):
    with reverts_with("AuctionRunning", offered, 0):
        house.settle(offered, {"from": relayer})


def test_one_second_too_soon(house, bid, ends_at, offered, relayer, stranger):
    bid(stranger, offered)
    end = ends_at(offered)
    next_block_at(end - 1)
    with reverts_with("AuctionRunning", offered, end):
        house.settle(offered, {"from": relayer})


def test_at_the_end(house, artwork, ended, offered, relayer, stranger):
    house.settle(ended(offered), {"from": relayer})
    assert artwork.ownerOf(offered) == stranger
    assert house.balance() == 0


def test_paused(house, artwork, as_treasury, ended, offered, relayer, stranger):
    ended(offered)
    house.setPaused(True, {"from": as_treasury})
    house.settle(offered, {"from": relayer})
    assert artwork.ownerOf(offered) == stranger


def test_a_second_time(house, ended, offered, relayer):
    house.settle(ended(offered), {"from": relayer})
    with reverts_with("AuctionMissing", offered):
        house.settle(offered, {"from": relayer})


def test_the_artists_own(house, treasury, ended, offered, artist, relayer, stranger):
    fee = ETHER * PRIMARY_BPS // 10_000
    income, before = treasury.balance(), artist.balance()
    receipt = house.settle(ended(offered), {"from": relayer})
    assert treasury.balance() - income == fee
    assert artist.balance() - before == ETHER - fee
    settled = (offered, artist, stranger, ETHER, fee, 0, artist)
    assert tuple(receipt.events["AuctionSettled"].values()) == settled


def test_a_resale(house, treasury, ended, resold, artist, collector, relayer, stranger):
    fee, royalty = ETHER * SECONDARY_BPS // 10_000, ETHER * ROYALTY_BPS // 10_000
    before = treasury.balance(), artist.balance(), collector.balance()
    receipt = house.settle(ended(resold), {"from": relayer})
    after = treasury.balance(), artist.balance(), collector.balance()
    gains = [now - then for now, then in zip(after, before, strict=True)]
    assert gains == [fee, royalty, ETHER - fee - royalty]
    settled = (resold, collector, stranger, ETHER, fee, royalty, artist)
    assert tuple(receipt.events["AuctionSettled"].values()) == settled


def test_fees_changed_since(house, as_treasury, ended, resold, relayer):
    ended(resold)
    house.setFees(1_000, 1_000, {"from": as_treasury})
    receipt = house.settle(resold, {"from": relayer})
    assert receipt.events["AuctionSettled"]["fee"] == ETHER * SECONDARY_BPS // 10_000


@given(price=integers(1, 10**20))
@settings(max_examples=10, deadline=None, suppress_health_check=HealthCheck.all())
def test_parts_are_the_price_to_the_wei(
    house, treasury, create, bid, ends_at, owned, artist, collector, relayer, stranger, price
):
    create(collector, owned, reserve=1)
    bid(stranger, owned, price)
    next_block_at(ends_at(owned))
    before = treasury.balance(), artist.balance(), collector.balance()
    house.settle(owned, {"from": relayer})
    after = treasury.balance(), artist.balance(), collector.balance()
    gains = [now - then for now, then in zip(after, before, strict=True)]
    fee, royalty = price * SECONDARY_BPS // 10_000, price * ROYALTY_BPS // 10_000
    assert gains == [fee, royalty, price - fee - royalty]


def test_income_of_a_shared_work(house, artwork, deployed, create, ended, minted, artist, relayer):
    """The artist's part waits in Royalties for the parents' and the payees' shares."""
    work, split = work_id(5), ([minted], 1_000, [])
    artwork.mintSplit(work, artist, ROYALTY_BPS, split, [], {"from": artist})
    create(artist, work)
    before = artist.balance()
    house.settle(ended(work), {"from": relayer})
    income = ETHER - ETHER * PRIMARY_BPS // 10_000
    assert deployed["Royalties"].incomeOf(work, ZERO_ADDRESS) == income
    assert artist.balance() == before


def test_royalty_of_a_shared_work(
    house, artwork, deployed, create, ended, minted, artist, collector, relayer
):
    work, split = work_id(5), ([minted], 1_000, [])
    artwork.mintSplit(work, collector, ROYALTY_BPS, split, [], {"from": artist})
    create(collector, work)
    house.settle(ended(work), {"from": relayer})
    royalty = ETHER * ROYALTY_BPS // 10_000
    assert deployed["Royalties"].incomeOf(work, ZERO_ADDRESS) == royalty
