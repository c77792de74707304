"""setMarketTrust, setApprovalForAll, isApprovedForAll
nothing said         -> market and auction house are trusted, nobody else is
taken away           -> neither is; MarketTrustChanged and an ApprovalForAll for each say so
given back           -> both are again
by setApprovalForAll for one of them -> the same switch for both
for another operator -> as ERC-721 says
"""

import pytest


@pytest.fixture
def houses(artwork):
    return [artwork.market(), artwork.auctionHouse()]


def test_trusted_from_the_start(artwork, houses, collector, stranger):
    assert artwork.trustsMarket(collector)
    assert [artwork.isApprovedForAll(collector, one) for one in houses] == [True, True]
    assert not artwork.isApprovedForAll(collector, stranger)


def test_taken_away(artwork, houses, collector):
    receipt = artwork.setMarketTrust(False, {"from": collector})
    assert not artwork.trustsMarket(collector)
    assert [artwork.isApprovedForAll(collector, one) for one in houses] == [False, False]
    assert dict(receipt.events["MarketTrustChanged"]) == {"owner": collector, "trusted": False}
    assert [tuple(one.values()) for one in receipt.events["ApprovalForAll"]] == [
        (collector, one, False) for one in houses
    ]


def test_given_back(artwork, collector):
    artwork.setMarketTrust(False, {"from": collector})
    artwork.setMarketTrust(True, {"from": collector})
    assert artwork.trustsMarket(collector)


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("trusted", [True, False])
def test_one_switch(artwork, houses, collector, which, trusted):
    receipt = artwork.setApprovalForAll(houses[which], trusted, {"from": collector})
    assert artwork.trustsMarket(collector) == trusted
    assert receipt.events["MarketTrustChanged"]["trusted"] == trusted


def test_others_as_usual(artwork, collector, stranger):
    receipt = artwork.setApprovalForAll(stranger, True, {"from": collector})
    assert artwork.isApprovedForAll(collector, stranger)
    assert "MarketTrustChanged" not in receipt.events


def test_only_ones_own(artwork, collector, stranger):
    artwork.setMarketTrust(False, {"from": stranger})
    assert artwork.trustsMarket(collector)
