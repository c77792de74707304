"""buy, where the price is in tokens
token the DAO does not allow       -> CurrencyRefused(currency), also when it did before
ether sent along                   -> PaymentWrong(paid, 0)
buyer allowed or has too little    -> the token's own error
by its artist, by a collector      -> as in ether, to the unit
seller whom the token refuses      -> credited; withdrawn when the token takes them again
token that lies or keeps a part    -> PaymentMissing(currency, payee, amount)
token that says nothing            -> as any other
token that calls back              -> no second sale, no withdrawal, no sweep
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, selector, work_id

FEE, ROYALTY = ETHER // 40, ETHER // 10
MANNERS = {"reverts": 1, "says no": 2, "burns gas": 3, "returns a bomb": 4}


@pytest.fixture(scope="module")
def currencies(deployed):
    return deployed["Currencies"]


@pytest.fixture
def owner(artwork, artist, stranger):
    """Somebody who was given the first work; its transfer count is one."""
    artwork.transferFrom(artist, stranger, work_id(1), {"from": artist})
    return stranger


@pytest.fixture
def sell(make_listing, buy, owner, collector):
    """Sell it to the collector."""

    def build(token, **terms):
        return buy(make_listing(seller=owner, transferCount=1, currency=token, **terms), collector)

    return build


def test_not_in_any_token(make_listing, buy, collector, market):
    with reverts_with("CurrencyRefused", market):
        buy(make_listing(currency=market), collector)


def test_not_once_it_is_disallowed(currencies, as_treasury, token, sell):
    currencies.setCurrency(token, False, {"from": as_treasury})
    with reverts_with("CurrencyRefused", token):
        sell(token)


def test_no_ether_besides(market, token, make_listing, collector):
    listing = make_listing(currency=token)
    with reverts_with("PaymentWrong", 5, 0):
        market.buy(listing.terms, listing.signature, {"from": collector, "value": 5})


def test_not_without_allowance(market, token, sell, collector):
    token.approve(market, 0, {"from": collector})
    with reverts_with("ERC20InsufficientAllowance", market, 0, ETHER - FEE - ROYALTY):
        sell(token)


def test_not_without_tokens(token, sell, collector, artist):
    token.transfer(artist, token.balanceOf(collector), {"from": collector})
    with reverts_with("ERC20InsufficientBalance", collector, 0, ETHER - FEE - ROYALTY):
        sell(token)


def test_the_artist_sells(market, artwork, token, make_listing, buy, artist, collector):
    sold = buy(make_listing(currency=token), collector).events["WorkSold"]
    assert artwork.ownerOf(work_id(1)) == collector
    assert token.balanceOf(artist) == ETHER - FEE
    assert token.balanceOf(market) == FEE
    assert (sold["currency"], sold["fee"], sold["royalty"]) == (token, FEE, 0)


@pytest.mark.parametrize("price", [0, 1, 9, 39, 10_001, 3 * ETHER + 7])
def test_a_collector_sells(market, token, sell, owner, artist, collector, price):
    sell(token, price=price)
    fee, royalty = price // 40, price // 10
    held = [token.balanceOf(one) for one in (market, artist, owner, collector)]
    assert held == [fee, royalty, price - fee - royalty, 100 * ETHER - price]


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_a_seller_the_token_refuses(market, make_token, sell, owner, artist, manner):
    token = make_token("RefusingToken")
    token.setManner(owner, manner, {"from": owner})
    sell(token)
    due = ETHER - FEE - ROYALTY
    assert market.credits(token, owner) == market.totalCredits(token) == due
    assert token.balanceOf(market) == due + FEE
    assert token.balanceOf(artist) == ROYALTY


def test_withdrawn_when_the_token_takes_them(
    market, make_token, sell, owner, currencies, as_treasury
):
    token = make_token("RefusingToken")
    token.setManner(owner, 1, {"from": owner})
    sell(token)
    currencies.setCurrency(token, False, {"from": as_treasury})
    with reverts_with("PayeeRefused", owner, ETHER - FEE - ROYALTY):
        market.withdraw(token, {"from": owner})
    token.setManner(owner, 0, {"from": owner})
    market.withdraw(token, {"from": owner})
    assert token.balanceOf(owner) == ETHER - FEE - ROYALTY
    assert market.totalCredits(token) == 0


def test_swept_to_the_unit(market, make_token, sell, owner, treasury):
    token = make_token("RefusingToken")
    token.setManner(owner, 1, {"from": owner})
    sell(token)
    market.sweep(token, {"from": owner})
    assert token.balanceOf(treasury) == FEE
    assert token.balanceOf(market) == market.totalCredits(token)


@pytest.mark.parametrize("kind", ["LyingToken", "TaxedToken"])
def test_a_token_that_cheats(make_token, sell, owner, kind):
    token = make_token(kind)
    with reverts_with("PaymentMissing", token, owner, ETHER - FEE - ROYALTY):
        sell(token)


def test_a_token_that_says_nothing(market, make_token, sell, owner, artist):
    token = make_token("SilentToken")
    sell(token)
    assert token.balanceOf(owner) == ETHER - FEE - ROYALTY
    assert (token.balanceOf(artist), token.balanceOf(market)) == (ROYALTY, FEE)


@pytest.mark.parametrize("attack", ["buy", "takeOffer", "withdraw", "sweep"])
def test_a_token_that_calls_back(
    market, artwork, make_token, make_listing, make_offer, sell, owner, attack
):
    token = make_token("ReenteringToken")
    listing, offer = make_listing(seller=owner, transferCount=2), make_offer(currency=token)
    arguments = {
        "buy": (listing.terms, listing.signature),
        "takeOffer": (offer.terms, offer.signature, work_id(1), 0),
        "withdraw": (ZERO_ADDRESS,),
        "sweep": (token,),
    }
    data = getattr(market, attack).encode_input(*arguments[attack])
    token.aim(market, data, {"from": owner})
    sell(token)
    assert token.wasTried()
    assert str(token.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert artwork.works(work_id(1))["transferCount"] == 2
