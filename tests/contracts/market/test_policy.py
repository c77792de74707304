"""setFees, setPaused, setFeesPushed
anybody but the treasury -> NotTreasury(caller)
fee above the cap        -> ParameterOutOfBounds(feeBps, 0, cap), also in the constructor
within                   -> set, FeesChanged, SalesPausedChanged, FeesPushedChanged
first sale, resale       -> the primary fee, the secondary fee
pushed                   -> the treasury has its fee with the sale
pushed to who refuses    -> a credit of the treasury's; the sale goes on
paused                   -> SalesPaused() for every kind of sale, until opened again
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with
from scene import ETHER

SETTERS = {"setFees": (0, 0), "setPaused": (True,), "setFeesPushed": (True,)}


@pytest.mark.parametrize("setter", SETTERS)
@pytest.mark.parametrize("index", [0, 2, 7])
def test_a_stranger_cannot(market, setter, index):
    with reverts_with("NotTreasury", accounts[index]):
        getattr(market, setter)(*SETTERS[setter], {"from": accounts[index]})


@pytest.mark.parametrize("fees", [(1_001, 0), (0, 1_001)])
def test_fees_have_a_cap(market, as_treasury, fees):
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        market.setFees(*fees, {"from": as_treasury})


@pytest.mark.parametrize("fees", [(1_001, 0), (0, 1_001)])
def test_from_the_first_day(deployer, fees):
    with reverts_with("ParameterOutOfBounds", 1_001, 0, 1_000):
        deployer.deploy(brownie.Market, [ZERO_ADDRESS] * 5, *fees)


@pytest.mark.parametrize("fees", [(0, 1_000), (1_000, 0), (1, 2)])
def test_set(market, as_treasury, fees):
    receipt = market.setFees(*fees, {"from": as_treasury})
    assert tuple(market.policy()) == (*fees, False, False)
    assert tuple(receipt.events["FeesChanged"].values()) == fees


def test_first_sale_and_resale(market, as_treasury, make_listing, resale, buy, stranger):
    market.setFees(50, 100, {"from": as_treasury})
    held = market.balance()
    buy(resale, stranger)
    assert market.balance() == held + 2 * ETHER // 100
    again = make_listing(seller=stranger, transferCount=2)
    assert buy(again, resale.seller).events["WorkSold"]["fee"] == ETHER // 100


def test_the_primary_fee(market, as_treasury, make_listing, buy, collector):
    market.setFees(50, 100, {"from": as_treasury})
    assert buy(make_listing(), collector).events["WorkSold"]["fee"] == ETHER // 200


def test_pushed(market, treasury, as_treasury, make_listing, buy, collector):
    receipt = market.setFeesPushed(True, {"from": as_treasury})
    buy(make_listing(), collector)
    assert receipt.events["FeesPushedChanged"]["isPushed"]
    assert treasury.balance() == ETHER // 40
    assert market.balance() == 0


def test_pushed_tokens(market, treasury, as_treasury, token, make_listing, buy, collector):
    market.setFeesPushed(True, {"from": as_treasury})
    buy(make_listing(currency=token), collector)
    assert token.balanceOf(treasury) == ETHER // 40
    assert token.balanceOf(market) == 0


def test_kept_again(market, treasury, as_treasury, make_listing, buy, collector):
    market.setFeesPushed(True, {"from": as_treasury})
    market.setFeesPushed(False, {"from": as_treasury})
    buy(make_listing(), collector)
    assert (market.balance(), treasury.balance()) == (ETHER // 40, 0)


@pytest.fixture
def paused(market, as_treasury):
    """The market, while the DAO has stopped new sales."""
    receipt = market.setPaused(True, {"from": as_treasury})
    assert receipt.events["SalesPausedChanged"]["isPaused"]
    return market


def test_no_listing_while_paused(paused, make_listing, buy, collector):
    with reverts_with("SalesPaused"):
        buy(make_listing(), collector)


def test_no_bundle_while_paused(paused, make_bundle, buy, collector):
    with reverts_with("SalesPaused"):
        buy(make_bundle(1), collector)


def test_no_copies_while_paused(paused, make_copies, buy_copies, collector):
    with reverts_with("SalesPaused"):
        buy_copies(make_copies(), collector, 1)


def test_no_offer_while_paused(paused, make_offer, take, artist):
    with reverts_with("SalesPaused"):
        take(make_offer(), artist)


def test_opened_again(paused, artwork, minted, as_treasury, make_listing, buy, collector):
    paused.setPaused(False, {"from": as_treasury})
    buy(make_listing(), collector)
    assert artwork.ownerOf(minted) == collector
