"""What the auction house's tests begin with: two works, and the collector who owns the second."""

from collections.abc import Callable
from typing import Any

import pytest
from scene import DAY, ETHER, HOUR, act, work_id

PRIMARY_BPS, SECONDARY_BPS, ROYALTY_BPS = 400, 250, 1_000


@pytest.fixture(scope="module")
def house(deployed: Any, as_treasury: Any) -> Any:
    """The auction house, with fees that can be told apart."""
    deployed["AuctionHouse"].setFees(PRIMARY_BPS, SECONDARY_BPS, {"from": as_treasury})
    return deployed["AuctionHouse"]


@pytest.fixture(scope="module")
def owned(artwork: Any, minted: int, collector: Any) -> int:
    """The artist's second work, which the collector owns."""
    artist = artwork.ownerOf(minted)
    artwork.mint(work_id(2), collector, ROYALTY_BPS, {"from": artist})
    return work_id(2)


@pytest.fixture(scope="session")
def make_terms() -> Callable[..., tuple[int, ...]]:
    """Terms in the struct's order; keywords change them."""

    def build(**changed: int) -> tuple[int, ...]:
        terms = {
            "reserve": ETHER,
            "duration": DAY,
            "extension": HOUR // 4,
            "extensionCap": HOUR,
            "incrementBps": 500,
        }
        return tuple({**terms, **changed}.values())

    return build


@pytest.fixture(scope="module")
def create(house: Any, make_terms: Callable[..., Any]) -> Callable[..., int]:
    """Put somebody's work up for auction."""

    def build(seller: Any, work: int, **terms: int) -> int:
        act(seller, house.create, work, make_terms(**terms))
        return work

    return build


@pytest.fixture
def offered(create: Callable[..., int], minted: int, artist: Any) -> int:
    """The artist's first work, up for auction: a primary sale."""
    return create(artist, minted)


@pytest.fixture
def resold(create: Callable[..., int], owned: int, collector: Any) -> int:
    """The collector's work, up for auction: a secondary sale."""
    return create(collector, owned)


@pytest.fixture(scope="module")
def bid(house: Any) -> Callable[..., Any]:
    """Bid on the auction there is; the reserve unless told otherwise."""

    def build(bidder: Any, work: int, amount: int = ETHER) -> Any:
        return act(bidder, house.bid, work, house.auctions(work)["transferCount"], value=amount)

    return build


@pytest.fixture(scope="module")
def ends_at(house: Any) -> Callable[[int], int]:
    """The first second at which a work's auction is over."""
    return lambda work: int(house.auctions(work)["endsAt"])
