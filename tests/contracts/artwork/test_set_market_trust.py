"""setMarketTrust, setApprovalForAll, isApprovedForAll
nothing said        -> the market is trusted, nobody else is
taken away          -> the market is not; MarketTrustChanged and ApprovalForAll say so
given back          -> it is again
by setApprovalForAll for the market -> the same switch
for another operator -> as ERC-721 says
"""

import pytest


def test_trusted_from_the_start(artwork, market, collector, stranger):
    assert artwork.trustsMarket(collector)
    assert artwork.isApprovedForAll(collector, market)
    assert not artwork.isApprovedForAll(collector, stranger)


def test_taken_away_and_given_back(artwork, market, collector):
    receipt = artwork.setMarketTrust(False, {"from": collector})
    assert not artwork.trustsMarket(collector)
    assert dict(receipt.events["MarketTrustChanged"]) == {"owner": collector, "trusted": False}
    assert receipt.events["ApprovalForAll"]["operator"] == market
    artwork.setMarketTrust(True, {"from": collector})
    assert artwork.trustsMarket(collector)


@pytest.mark.parametrize("trusted", [True, False])
def test_one_switch(artwork, market, collector, trusted):
    receipt = artwork.setApprovalForAll(market, trusted, {"from": collector})
    assert artwork.trustsMarket(collector) == trusted
    assert receipt.events["MarketTrustChanged"]["trusted"] == trusted


def test_others_as_usual(artwork, collector, stranger):
    receipt = artwork.setApprovalForAll(stranger, True, {"from": collector})
    assert artwork.isApprovedForAll(collector, stranger)
    assert "MarketTrustChanged" not in receipt.events


def test_only_ones_own(artwork, collector, stranger):
    artwork.setMarketTrust(False, {"from": stranger})
    assert artwork.trustsMarket(collector)
