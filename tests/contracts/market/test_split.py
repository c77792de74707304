"""a work whose income others share, sold on the market
first sale by its artist  -> all but the fee waits in Royalties
resale                    -> the seller is paid, the royalty waits in Royalties
first sale in a bundle    -> each work's own part waits for its own sharers
copies, an offer, tokens  -> as a listing in ether
for nothing               -> nothing to wait
shared                    -> the payees have it, to the wei
"""

import pytest
from brownie import ZERO_ADDRESS
from scene import ETHER, work_id

FEE, ROYALTY = ETHER // 40, ETHER // 10
CHILD = work_id(70)


@pytest.fixture(scope="module")
def royalties(deployed):
    return deployed["Royalties"]


@pytest.fixture(scope="module")
def child(artwork, minted, artist):
    """A work made from the artist's first, which inherits a fifth of its income."""
    artwork.mintSplit(CHILD, artist, 1_000, ([minted], 2_000, []), [], {"from": artist})
    return CHILD


@pytest.fixture
def given(artwork, child, artist, stranger):
    """The same in the stranger's hands."""
    artwork.transferFrom(artist, stranger, child, {"from": artist})
    return stranger


def test_the_first_sale(market, royalties, child, make_listing, buy, artist, collector):
    before = artist.balance()
    buy(make_listing(work=child), collector)
    assert royalties.incomeOf(child, ZERO_ADDRESS) == royalties.balance() == ETHER - FEE
    assert (market.balance(), artist.balance()) == (FEE, before)


def test_a_resale(market, royalties, child, given, make_listing, buy, artist, collector):
    before = given.balance()
    buy(make_listing(work=child, seller=given, transferCount=1), collector)
    assert given.balance() == before + ETHER - FEE - ROYALTY
    assert royalties.incomeOf(child, ZERO_ADDRESS) == ROYALTY


def test_in_tokens(market, royalties, token, child, given, make_listing, buy, collector):
    listing = make_listing(work=child, seller=given, transferCount=1, currency=token)
    buy(listing, collector)
    assert royalties.incomeOf(child, token) == token.balanceOf(royalties) == ROYALTY
    assert token.balanceOf(given) == ETHER - FEE - ROYALTY


def test_by_an_offer(royalties, token, child, make_offer, take, artist):
    take(make_offer(work=child), artist, child)
    assert royalties.incomeOf(child, token) == token.balanceOf(royalties) == ETHER - FEE


def test_in_a_bundle(market, royalties, child, minted, make_bundle, buy, artist, collector):
    before = artist.balance()
    buy(make_bundle(items=[(minted, 0), (child, 0)]), collector)
    assert artist.balance() == before + (ETHER - FEE) // 2
    assert royalties.incomeOf(child, ZERO_ADDRESS) == (ETHER - FEE) // 2
    assert market.balance() == FEE


def test_resold_in_a_bundle(royalties, child, given, make_bundle, buy, collector):
    before = given.balance()
    buy(make_bundle(seller=given, items=[(child, 1)]), collector)
    assert given.balance() == before + ETHER - FEE - ROYALTY
    assert royalties.incomeOf(child, ZERO_ADDRESS) == ROYALTY


def test_for_nothing(royalties, artwork, child, make_listing, buy, collector):
    buy(make_listing(work=child, price=0), collector)
    assert artwork.ownerOf(child) == collector
    assert royalties.balance() == 0


def test_copies(deployed, royalties, child, make_copies, buy_copies, artist, collector):
    edition, terms = work_id(71), (ZERO_ADDRESS, 0, 0, 0, 2**48 - 1, 0, 0, bytes(32))
    deployed["Editions"].open(edition, 1_000, 250, terms, ([child], 500, []), [], {"from": artist})
    deployed["Editions"].mint(edition, 5, artist, 0, 0, [], {"from": artist})
    buy_copies(make_copies(edition=edition), collector, 5)
    assert royalties.incomeOf(edition, ZERO_ADDRESS) == ETHER - FEE


def test_shared(royalties, child, minted, make_listing, buy, artist, collector, stranger):
    buy(make_listing(work=child), collector)
    before = artist.balance()
    royalties.share(child, ZERO_ADDRESS, {"from": stranger})
    royalties.share(minted, ZERO_ADDRESS, {"from": stranger})
    assert artist.balance() == before + ETHER - FEE
    assert royalties.balance() == 0
