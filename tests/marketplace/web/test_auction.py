"""A work in auction
nobody has bid   -> its reserve, its seller as owner; provenance says that it went into an auction
a bid leads      -> the amount, who bid, until when
its time is over -> it waits to be settled; then it is the winner's, and came out of the auction
"""

from collections.abc import Callable

import httpx

from indexer.abi import Deployment
from marketplace.adapters.ipfs.cid import Cid
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor
from tests.marketplace.web.test_pages import read

ETHER = 10**18
HOUR = 3600
TERMS = (ETHER // 10, 24 * HOUR, 600, HOUR, 500)


def test_an_auction_is_told_from_reserve_to_winner(
    browser: Callable[..., httpx.Client],
    work: Cid,
    act: Actor,
    accounts: Accounts,
    index: Callable[[], None],
    deployment: Deployment,
) -> None:
    site, path = browser(), f"/works/{work}"
    artist, collector = accounts.artist.address, accounts.collector.address
    act.send(artist, "AuctionHouse", "create", work.token, TERMS)
    index()
    begun = read(site, path)
    assert "0.1\u00a0ETH" in begun
    assert "nobody has bid yet" in begun
    assert "Put into auction by" in begun
    assert "Not for sale" not in begun
    count = act.read("AuctionHouse", "auctions", work.token)[0][2]
    act.send(collector, "AuctionHouse", "bid", work.token, count, value_wei=3 * ETHER // 20)
    index()
    led = read(site, path)
    assert "0.15\u00a0ETH" in led
    assert "The leading bid of 1" in led
    act.skip(25 * HOUR)
    index()
    assert "anybody may settle it" in read(site, path)
    act.send(artist, "AuctionHouse", "settle", work.token)
    index()
    over = read(site, path)
    assert "Not for sale" in over
    assert f"/artists/{deployment.contracts['AuctionHouse']}" not in over
