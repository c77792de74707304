"""buy
past its last second            -> OrderExpired(expiresAt, timestamp); good in that second
for another buyer               -> OrderReserved(buyer, caller)
payment not the price           -> PaymentWrong(paid, price)
epoch not the seller's          -> EpochPassed(signed, current), past or to come
cancelled                       -> OrderClosed(order)
fee above the signed one        -> FeeAboveSigned(feeBps, maxFeeBps)
no such work                    -> WorkMissing(work)
work moved, or sold, or came back -> ListingStale(signed, current)
seller never owned it           -> ERC721IncorrectOwner(seller, work, owner)
seller distrusts the market     -> ERC721InsufficientApproval(market, work)
by its artist                   -> no royalty, fee kept, the rest pushed
by a collector                  -> royalty to the artist, fee kept, the rest pushed
for nothing                     -> the work moves, nobody is paid
fee changed since               -> the seller's limit holds, the lower fee is taken
by a wallet contract, from one  -> as from anybody
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, next_block_at, now, work_id

FEE, ROYALTY = ETHER // 40, ETHER // 10


def test_good_in_its_last_second(artwork, make_listing, buy, collector):
    listing = make_listing(expiresAt=now() + 100)
    next_block_at(listing.expiresAt)
    buy(listing, collector)
    assert artwork.ownerOf(work_id(1)) == collector


def test_not_a_second_later(make_listing, buy, collector):
    listing = make_listing(expiresAt=now() + 100)
    next_block_at(listing.expiresAt + 1)
    with reverts_with("OrderExpired", listing.expiresAt, listing.expiresAt + 1):
        buy(listing, collector)


def test_reserved_is_reserved(make_listing, buy, collector, stranger):
    with reverts_with("OrderReserved", collector, stranger):
        buy(make_listing(buyer=collector), stranger)


def test_the_buyer_it_is_for_can(artwork, make_listing, buy, collector):
    buy(make_listing(buyer=collector), collector)
    assert artwork.ownerOf(work_id(1)) == collector


@pytest.mark.parametrize("paid", [0, ETHER - 1, ETHER + 1])
def test_at_its_price(market, make_listing, collector, paid):
    listing = make_listing()
    with reverts_with("PaymentWrong", paid, ETHER):
        market.buy(listing.terms, listing.signature, {"from": collector, "value": paid})


def test_not_from_an_epoch_past(market, make_listing, buy, artist, collector):
    listing = make_listing()
    market.cancelAll({"from": artist})
    with reverts_with("EpochPassed", 0, 1):
        buy(listing, collector)


def test_not_from_an_epoch_to_come(make_listing, buy, collector):
    with reverts_with("EpochPassed", 5, 0):
        buy(make_listing(epoch=5), collector)


def test_not_when_cancelled(market, make_listing, buy, artist, collector):
    listing = make_listing()
    market.cancel(listing.terms, {"from": artist})
    with reverts_with("OrderClosed", listing.digest):
        buy(listing, collector)


def test_not_at_a_higher_fee(make_listing, buy, collector):
    with reverts_with("FeeAboveSigned", 250, 249):
        buy(make_listing(maxFeeBps=249), collector)


def test_not_what_does_not_exist(make_listing, buy, collector):
    with reverts_with("WorkMissing", work_id(9)):
        buy(make_listing(work=work_id(9)), collector)


def test_not_after_it_moved(artwork, make_listing, buy, artist, collector, stranger):
    listing = make_listing()
    artwork.transferFrom(artist, stranger, work_id(1), {"from": artist})
    with reverts_with("ListingStale", 0, 1):
        buy(listing, collector)


def test_nor_when_it_came_back(artwork, make_listing, buy, artist, collector, stranger):
    listing = make_listing()
    artwork.transferFrom(artist, stranger, work_id(1), {"from": artist})
    artwork.transferFrom(stranger, artist, work_id(1), {"from": stranger})
    with reverts_with("ListingStale", 0, 2):
        buy(listing, collector)


def test_not_twice(make_listing, buy, collector, stranger):
    listing = make_listing()
    buy(listing, collector)
    with reverts_with("ListingStale", 0, 1):
        buy(listing, stranger)


def test_not_by_who_never_owned_it(make_listing, buy, artist, collector, stranger):
    with reverts_with("ERC721IncorrectOwner", stranger, work_id(1), artist):
        buy(make_listing(seller=stranger), collector)


def test_not_from_who_distrusts_the_market(artwork, market, make_listing, buy, artist, collector):
    artwork.setMarketTrust(False, {"from": artist})
    with reverts_with("ERC721InsufficientApproval", market, work_id(1)):
        buy(make_listing(), collector)


def test_the_artist_sells(market, artwork, make_listing, buy, artist, collector):
    before = artist.balance()
    listing = make_listing()
    receipt = buy(listing, collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert artist.balance() == before + ETHER - FEE
    assert market.balance() == FEE
    assert dict(receipt.events["WorkSold"]) == {
        "work": work_id(1),
        "seller": artist,
        "buyer": collector,
        "order": "0x" + listing.digest.hex(),
        "currency": ZERO_ADDRESS,
        "price": ETHER,
        "fee": FEE,
        "royalty": 0,
        "artist": artist,
    }


def test_a_collector_sells(market, artwork, resale, buy, artist, collected, stranger):
    artist_before, seller_before = artist.balance(), collected.balance()
    sold = buy(resale, stranger).events["WorkSold"]
    assert artwork.ownerOf(work_id(1)) == stranger
    assert artist.balance() == artist_before + 2 * ROYALTY
    assert collected.balance() == seller_before + 2 * (ETHER - FEE - ROYALTY)
    assert market.balance() == 3 * FEE
    assert (sold["fee"], sold["royalty"]) == (2 * FEE, 2 * ROYALTY)


@pytest.mark.parametrize("price", [1, 9, 39, 40, 10_001, 3 * ETHER + 7])
def test_to_the_wei(market, make_listing, buy, artist, collected, stranger, price):
    held = artist.balance() + collected.balance() + market.balance()
    listing = make_listing(seller=collected, transferCount=1, price=price)
    buy(listing, stranger)
    assert artist.balance() + collected.balance() + market.balance() == held + price


def test_for_nothing(market, artwork, make_listing, buy, collector):
    receipt = buy(make_listing(price=0, maxFeeBps=0), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert market.balance() == receipt.events["WorkSold"]["fee"] == 0


def test_a_lower_fee_is_taken(market, make_listing, buy, as_treasury, collector):
    market.setFees(100, 250, {"from": as_treasury})
    buy(make_listing(), collector)
    assert market.balance() == ETHER // 100


def test_wallet_contracts_trade(artwork, make_listing, buy, double, artist, stranger):
    seller, buyer = double("Puppet"), double("Puppet")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    buy(make_listing(seller=seller, transferCount=1), buyer)
    assert artwork.ownerOf(work_id(1)) == buyer
    assert seller.balance() == ETHER - FEE - ROYALTY


def test_nobody_is_no_seller(make_listing, buy, collector, stranger):
    with reverts_with("OrderForged", ZERO_ADDRESS):
        buy(make_listing(seller=ZERO_ADDRESS, signer=stranger), collector)
