"""What the market's tests begin with: a minted work, and the collector who bought it first."""

import pytest
from scene import ETHER


@pytest.fixture(autouse=True)
def work_is_there(minted):
    """The artist's first work, in the artist's hands."""


@pytest.fixture
def collected(buy, make_listing, collector):
    """The same work, bought by the collector; its transfer count is one."""
    buy(make_listing(), collector)
    return collector


@pytest.fixture
def resale(make_listing, collected):
    """The collector's listing of it."""
    return make_listing(seller=collected, transferCount=1, priceWei=2 * ETHER)
