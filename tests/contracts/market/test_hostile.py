"""buy, against hostile sellers, artists and buyers
seller refuses, burns gas, returns a bomb -> credited; the work moves, the artist is paid
artist does                               -> credited; the work moves, the seller is paid
what a hostile payee can cost the buyer   -> bounded, though the bomb does go off
seller calls back into anything           -> no second sale, nothing taken
buyer who cannot receive works            -> gets it: it asked
buyer of copies who calls back            -> no second sale
seller who buys from itself               -> loses the fee, gains nothing
"""

import pytest
from brownie import ZERO_ADDRESS, web3
from scene import ETHER, act, selector, work_id

FEE, ROYALTY = ETHER // 40, ETHER // 10
SALE_GAS_LIMIT = 400_000
HOSTILE = ["RefusingPayee", "GasBurner", "ReturnBomb"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_seller(market, artwork, make_listing, buy, double, artist, collector, kind):
    seller = double(kind)
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    before = artist.balance()
    receipt = buy(make_listing(seller=seller, transferCount=1), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert market.credits(ZERO_ADDRESS, seller) == ETHER - FEE - ROYALTY
    assert artist.balance() == before + ROYALTY
    assert receipt.gas_used < SALE_GAS_LIMIT


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_artist(
    market, artwork, make_listing, buy, double, admit, collector, candidate, kind
):
    artist = double(kind)
    admit(artist)
    act(artist, artwork.mint, work_id(2), candidate, 1_000)
    before = candidate.balance()
    receipt = buy(make_listing(seller=candidate, work=work_id(2)), collector)
    assert market.credits(ZERO_ADDRESS, artist) == ROYALTY
    assert candidate.balance() == before + ETHER - FEE - ROYALTY
    assert receipt.gas_used < SALE_GAS_LIMIT


def test_the_bomb_goes_off(market, double, collector):
    bomb = double("ReturnBomb")
    gas = market.PUSH_GAS() + 21_000
    push = {"from": str(collector), "to": bomb.address, "value": "0x1", "gas": hex(gas)}
    answer = web3.provider.make_request("eth_call", [push, "latest"])
    assert len(answer["error"]["data"]) // 2 > 48_000


@pytest.mark.parametrize("attack", ["buy", "withdraw", "sweep"])
def test_a_seller_who_calls_back(
    market, artwork, make_listing, buy, double, artist, collector, attack
):
    seller = double("Reenterer")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    listing = make_listing(seller=seller, transferCount=1)
    arguments = (listing.terms, listing.signature) if attack == "buy" else (ZERO_ADDRESS,)
    data = getattr(market, attack).encode_input(*arguments)
    seller.aim(market, data, {"from": seller.OWNER()})
    buy(listing, collector)
    assert seller.wasTried()
    assert str(seller.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert artwork.works(work_id(1))["transferCount"] == 2
    assert market.balance() == FEE


def test_a_seller_who_cancels_while_paid(
    market, artwork, make_listing, buy, double, artist, collector
):
    seller = double("Reenterer")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    seller.aim(market, market.cancelAll.encode_input(), {"from": seller.OWNER()})
    buy(make_listing(seller=seller, transferCount=1), collector)
    assert seller.isIn()
    assert artwork.ownerOf(work_id(1)) == collector
    assert seller.balance() == ETHER - FEE - ROYALTY


def test_a_buyer_who_is_deaf(artwork, make_listing, buy, double):
    buyer = double("Puppet")
    buy(make_listing(), buyer)
    assert artwork.ownerOf(work_id(1)) == buyer


@pytest.mark.parametrize("attack", ["buyEdition", "withdraw", "sweep"])
def test_a_buyer_of_copies_who_calls_back(
    market, editions, edition, make_copies, buy_copies, double, attack
):
    buyer, listing = double("Reenterer"), make_copies(unitPrice=0)
    copies = (listing.terms, listing.signature, 1)
    data = getattr(market, attack).encode_input(
        *(copies if attack == "buyEdition" else (ZERO_ADDRESS,))
    )
    buyer.aim(market, data, {"from": buyer.OWNER()})
    buy_copies(listing, buyer, 1)
    assert str(buyer.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert editions.balanceOf(buyer, edition) == market.copiesSold(listing.digest) == 1


def test_a_seller_who_buys_from_itself(market, artwork, resale, buy, artist, collected):
    before, kept = (artist.balance(), collected.balance()), market.balance()
    buy(resale, collected)
    assert artwork.ownerOf(work_id(1)) == collected
    assert artist.balance() == before[0] + 2 * ROYALTY
    assert collected.balance() == before[1] - 2 * (FEE + ROYALTY)
    assert market.balance() == kept + 2 * FEE


def test_a_little_gas_makes_no_credit(market, artwork, make_listing, double, artist, collector):
    """A buyer cannot starve the push to a wallet contract and still have the sale."""
    seller = double("Puppet")
    artwork.transferFrom(artist, seller, work_id(1), {"from": artist})
    listing = make_listing(seller=seller, transferCount=1)
    data = market.buy.encode_input(listing.terms, listing.signature)
    terms = {"from": str(collector), "to": market.address, "value": ETHER, "data": data}
    for gas in range(70_000, 130_000, 2_000):
        sent = web3.eth.send_transaction({**terms, "gas": gas})
        if web3.eth.wait_for_transaction_receipt(sent)["status"] == 1:
            break
    assert artwork.ownerOf(work_id(1)) == collector
    assert market.totalCredits(ZERO_ADDRESS) == 0
