"""mintWithVoucher in a token
not allowed by the DAO, or not any more -> CurrencyRefused(currency)
ether sent along            -> PaymentWrong(paid, 0)
token not allowed to us     -> ERC20InsufficientAllowance, and no work
too few of it               -> ERC20InsufficientBalance
token lies, or keeps a part -> PaymentMissing(currency, payee, amount)
token says nothing          -> paid
token refuses the artist    -> credit, and the work is minted
token calls back            -> neither a second mint, nor a sweep, nor a withdrawal
otherwise                   -> the artist has all but the fee, which stays; WorkMinted
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, selector, work_id

PRICE = 10_001  # its fee is rounded down, in favour of the artist
REVERT, RETURN_FALSE, BOMB = 1, 2, 4


@pytest.fixture(autouse=True)
def artist_is_in(admitted):
    """The artist of all vouchers here is admitted."""


def test_minted_and_paid(artwork, artist, collector, allowed, make_voucher, bring, fee_of):
    token = allowed("PlainToken", PRICE)
    receipt = bring(make_voucher(currency=token, price=PRICE), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert token.balanceOf(artist) == PRICE - fee_of(PRICE)
    assert token.balanceOf(artwork) == fee_of(PRICE)
    assert token.balanceOf(collector) == 0
    sold = receipt.events["WorkMinted"]
    assert (sold["currency"], sold["price"], sold["fee"]) == (token, PRICE, fee_of(PRICE))


def test_only_what_the_dao_allows(double, collector, make_voucher, bring):
    token = double("PlainToken")
    with reverts_with("CurrencyRefused", token):
        bring(make_voucher(currency=token, price=PRICE), collector)


def test_no_longer_than_it_does(collector, currencies, as_treasury, allowed, make_voucher, bring):
    token = allowed("PlainToken", PRICE)
    voucher = make_voucher(currency=token, price=PRICE)
    currencies.setCurrency(token, False, {"from": as_treasury})
    with reverts_with("CurrencyRefused", token):
        bring(voucher, collector)


@pytest.mark.parametrize("paid", [1, PRICE])
def test_no_ether_for_it(collector, allowed, make_voucher, bring, paid):
    token = allowed("PlainToken", PRICE)
    with reverts_with("PaymentWrong", paid, 0):
        bring(make_voucher(currency=token, price=PRICE), collector, paid)


def test_only_what_was_allowed_to_us(artwork, collector, allowed, make_voucher, bring, fee_of):
    token = allowed("PlainToken", PRICE)
    token.approve(artwork, 0, {"from": collector})
    with reverts_with("ERC20InsufficientAllowance", artwork, 0, PRICE - fee_of(PRICE)):
        bring(make_voucher(currency=token, price=PRICE), collector)
    assert artwork.balanceOf(collector) == 0


def test_only_what_there_is(artwork, artist, collector, allowed, make_voucher, bring, fee_of):
    token = allowed("PlainToken", PRICE)
    token.transfer(artist, 1, {"from": collector})
    token.approve(artwork, ETHER, {"from": collector})
    with reverts_with("ERC20InsufficientBalance", collector, fee_of(PRICE) - 1, fee_of(PRICE)):
        bring(make_voucher(currency=token, price=PRICE), collector)


@pytest.mark.parametrize("kind", ["LyingToken", "TaxedToken"])
def test_no_lying_token(artist, collector, allowed, make_voucher, bring, fee_of, kind):
    token = allowed(kind, PRICE)
    with reverts_with("PaymentMissing", token, artist, PRICE - fee_of(PRICE)):
        bring(make_voucher(currency=token, price=PRICE), collector)


def test_a_silent_token_pays(artist, collector, allowed, make_voucher, bring, fee_of):
    token = allowed("SilentToken", PRICE)
    bring(make_voucher(currency=token, price=PRICE), collector)
    assert token.balanceOf(artist) == PRICE - fee_of(PRICE)


@pytest.mark.parametrize("manner", [REVERT, RETURN_FALSE, BOMB], ids=["revert", "false", "bomb"])
def test_a_refused_artist_gets_a_credit(
    artwork, artist, collector, stranger, allowed, make_voucher, bring, fee_of, manner
):
    token = allowed("RefusingToken", PRICE)
    token.setManner(artist, manner, {"from": stranger})
    bring(make_voucher(currency=token, price=PRICE), collector)
    assert artwork.ownerOf(work_id(1)) == collector
    assert artwork.credits(token, artist) == PRICE - fee_of(PRICE)
    assert artwork.totalCredits(token) == PRICE - fee_of(PRICE)
    assert token.balanceOf(artwork) == PRICE


@pytest.mark.parametrize("attack", ["mintWithVoucher", "sweep", "withdraw"])
def test_a_callback_gets_nowhere(
    artwork, artist, collector, stranger, allowed, make_voucher, bring, fee_of, attack
):
    token = allowed("ReenteringToken", PRICE)
    voucher = make_voucher(currency=token, price=PRICE)
    again = (voucher.terms, voucher.signature, [])
    arguments = again if attack == "mintWithVoucher" else (token,)
    token.aim(artwork, getattr(artwork, attack).encode_input(*arguments), {"from": stranger})
    bring(voucher, collector)
    assert token.wasTried()
    assert str(token.fault()) == selector("ReentrancyGuardReentrantCall()")
    assert token.balanceOf(artist) == PRICE - fee_of(PRICE)
    assert token.balanceOf(artwork) == fee_of(PRICE)


def test_a_gift_in_a_token_moves_none(artwork, collector, relayer, allowed, make_voucher, bring):
    token = allowed("PlainToken", PRICE)
    bring(make_voucher(currency=token, price=0, maxFeeBps=0, to=collector), relayer)
    assert artwork.ownerOf(work_id(1)) == collector
    assert token.balanceOf(collector) == PRICE
    assert artwork.credits(ZERO_ADDRESS, collector) == 0
