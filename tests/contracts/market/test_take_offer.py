"""takeOffer
in ether                            -> EtherOffered()
token the DAO does not allow        -> CurrencyRefused(currency)
past its last second                -> OrderExpired(expiresAt, timestamp)
taken already                       -> OfferUsed(bidder, nonce), also another offer of the nonce
bidder allowed or has too little    -> the token's own error
less left than the taker named      -> ProceedsShort(proceeds, leastProceeds)
taker does not own it               -> ERC721IncorrectOwner(taker, work, owner)
taker distrusts the market          -> ERC721InsufficientApproval(market, work)
artist takes, collector takes       -> all is paid from the bidder's tokens, to the unit
copies of an edition                -> EditionSold
bidder who cannot receive works     -> gets it: it asked
bidder takes an own offer           -> pays fee and royalty to itself and others, gains nothing
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, next_block_at, now, work_id

FEE, ROYALTY = ETHER // 40, ETHER // 10


@pytest.fixture
def owner(artwork, artist, stranger):
    """Somebody who was given the first work."""
    artwork.transferFrom(artist, stranger, work_id(1), {"from": artist})
    return stranger


def test_not_in_ether(make_offer, take, artist):
    with reverts_with("EtherOffered"):
        take(make_offer(currency=ZERO_ADDRESS), artist)


def test_not_in_any_token(make_offer, take, artist, artwork):
    with reverts_with("CurrencyRefused", artwork):
        take(make_offer(currency=artwork), artist)


def test_good_in_its_last_second(artwork, make_offer, take, artist, collector):
    offer = make_offer(expiresAt=now() + 100)
    next_block_at(offer.expiresAt)
    take(offer, artist)
    assert artwork.ownerOf(work_id(1)) == collector


def test_not_a_second_later(make_offer, take, artist):
    offer = make_offer(expiresAt=now() + 100)
    next_block_at(offer.expiresAt + 1)
    with reverts_with("OrderExpired", offer.expiresAt, offer.expiresAt + 1):
        take(offer, artist)


def test_not_twice(market, artwork, make_offer, take, artist, collector):
    offer = make_offer()
    take(offer, artist)
    assert market.isOfferUsed(collector, 0)
    artwork.transferFrom(collector, artist, work_id(1), {"from": collector})
    with reverts_with("OfferUsed", collector, 0):
        take(offer, artist)


def test_a_nonce_is_good_for_one(make_offer, take, works, artist, collector):
    take(make_offer(nonce=3), artist)
    with reverts_with("OfferUsed", collector, 3):
        take(make_offer(nonce=3, work=works[1]), artist, works[1])


def test_not_without_allowance(market, token, make_offer, take, artist, collector):
    token.approve(market, 7, {"from": collector})
    with reverts_with("ERC20InsufficientAllowance", market, 7, ETHER - FEE):
        take(make_offer(), artist)


def test_not_without_tokens(token, make_offer, take, artist, collector, stranger):
    token.transfer(stranger, 100 * ETHER - 7, {"from": collector})
    with reverts_with("ERC20InsufficientBalance", collector, 7, ETHER - FEE):
        take(make_offer(), artist)


def test_not_for_less_than_the_taker_named(make_offer, take, artist):
    with reverts_with("ProceedsShort", ETHER - FEE, ETHER - FEE + 1):
        take(make_offer(), artist, least=ETHER - FEE + 1)


def test_not_once_the_fee_rose(market, as_treasury, make_offer, take, artist):
    market.setFees(1_000, 1_000, {"from": as_treasury})
    with reverts_with("ProceedsShort", ETHER - ETHER // 10, ETHER - FEE):
        take(make_offer(), artist, least=ETHER - FEE)


def test_not_by_who_does_not_own_it(make_offer, take, artist, stranger):
    with reverts_with("ERC721IncorrectOwner", stranger, work_id(1), artist):
        take(make_offer(), stranger)


def test_not_from_who_distrusts_the_market(artwork, market, make_offer, take, artist):
    artwork.setMarketTrust(False, {"from": artist})
    with reverts_with("ERC721InsufficientApproval", market, work_id(1)):
        take(make_offer(), artist)


def test_the_artist_takes(market, artwork, token, make_offer, take, artist, collector):
    offer = make_offer()
    receipt = take(offer, artist, least=ETHER - FEE)
    assert artwork.ownerOf(work_id(1)) == collector
    assert (token.balanceOf(artist), token.balanceOf(market)) == (ETHER - FEE, FEE)
    assert dict(receipt.events["WorkSold"]) == {
        "work": work_id(1),
        "seller": artist,
        "buyer": collector,
        "order": "0x" + offer.digest.hex(),
        "currency": token,
        "price": ETHER,
        "fee": FEE,
        "royalty": 0,
        "artist": artist,
    }


@pytest.mark.parametrize("price", [0, 1, 9, 39, 10_001, 3 * ETHER + 7])
def test_a_collector_takes(market, token, make_offer, take, owner, artist, collector, price):
    fee, royalty = price // 40, price // 10
    take(make_offer(price=price), owner, least=price - fee - royalty)
    held = [token.balanceOf(one) for one in (market, artist, owner, collector)]
    assert held == [fee, royalty, price - fee - royalty, 100 * ETHER - price]


def test_copies(market, editions, edition, token, make_offer, take, artist, collector):
    sold = take(make_offer(work=edition, copies=3), artist, edition).events["EditionSold"]
    assert editions.balanceOf(collector, edition) == sold["copies"] == 3
    assert (sold["price"], sold["fee"]) == (ETHER, FEE)
    assert (token.balanceOf(artist), token.balanceOf(market)) == (ETHER - FEE, FEE)


def test_a_taker_the_token_refuses(market, make_token, make_offer, take, owner):
    token = make_token("RefusingToken")
    token.setManner(owner, 1, {"from": owner})
    take(make_offer(currency=token), owner)
    assert market.credits(token, owner) == ETHER - FEE - ROYALTY


def test_a_bidder_who_is_deaf(market, artwork, token, make_offer, take, double, artist, collector):
    bidder = double("Puppet")
    token.transfer(bidder, ETHER, {"from": collector})
    approve = token.approve.encode_input(market, ETHER)
    bidder.act(token, 0, approve, {"from": bidder.OWNER()})
    take(make_offer(bidder=bidder), artist)
    assert artwork.ownerOf(work_id(1)) == bidder


def test_an_own_offer(market, artwork, token, make_offer, take, artist, collector):
    artwork.transferFrom(artist, collector, work_id(1), {"from": artist})
    take(make_offer(), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert token.balanceOf(collector) == 100 * ETHER - FEE - ROYALTY
    assert (token.balanceOf(artist), token.balanceOf(market)) == (ROYALTY, FEE)
