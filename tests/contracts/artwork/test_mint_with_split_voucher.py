"""mintWithVoucher of a split work
a payee did not agree -> ConsentForged(payee), and nobody pays
consents missing      -> ConsentCount(consents, shares)
paid in ether         -> Royalties has the price but the fee, the artist nothing yet
paid in a token       -> the same
a gift                -> split, and nothing to share
used before           -> WorkExists(work)
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from scene import ETHER, work_id

RATE = 3_000


@pytest.fixture(autouse=True)
def artist_is_in(admitted):
    """The artist of all vouchers here is admitted."""


@pytest.fixture
def shared(artist, stranger, split_with):
    """A split with the stranger, and their consent."""
    return split_with(artist, stranger, RATE)


def test_only_with_consent(artist, stranger, collector, shared, split_with, make_voucher, bring):
    _, lower = split_with(artist, stranger, RATE - 1)
    with reverts_with("ConsentForged", stranger):
        bring(make_voucher(split=shared[0]), collector, consents=lower)


def test_with_all_of_them(collector, shared, make_voucher, bring):
    with reverts_with("ConsentCount", 0, 1):
        bring(make_voucher(split=shared[0]), collector)


def test_paid_in_ether(artwork, royalties, artist, collector, shared, make_voucher, bring, fee_of):
    before = artist.balance()
    receipt = bring(make_voucher(split=shared[0]), collector, consents=shared[1])
    assert artwork.works(work_id(1))["isSplit"]
    assert royalties.incomeOf(work_id(1), ZERO_ADDRESS) == ETHER - fee_of(ETHER)
    assert royalties.balance() == ETHER - fee_of(ETHER)
    assert artwork.balance() == fee_of(ETHER) == receipt.events["WorkMinted"]["fee"]
    assert artist.balance() == before


def test_paid_in_a_token(
    artwork, royalties, artist, collector, allowed, shared, make_voucher, bring, fee_of
):
    token = allowed("PlainToken", ETHER)
    bring(make_voucher(split=shared[0], currency=token), collector, consents=shared[1])
    assert royalties.incomeOf(work_id(1), token) == ETHER - fee_of(ETHER)
    assert token.balanceOf(royalties) == ETHER - fee_of(ETHER)
    assert token.balanceOf(artwork) == fee_of(ETHER)
    assert token.balanceOf(artist) == 0


def test_a_gift(artwork, royalties, collector, relayer, shared, make_voucher, bring):
    bring(make_voucher(split=shared[0], price=0, to=collector), relayer, consents=shared[1])
    assert artwork.works(work_id(1))["isSplit"]
    assert royalties.incomeOf(work_id(1), ZERO_ADDRESS) == 0


def test_only_once(collector, shared, make_voucher, bring):
    voucher = make_voucher(split=shared[0])
    bring(voucher, collector, consents=shared[1])
    with reverts_with("WorkExists", work_id(1)):
        bring(voucher, collector, consents=shared[1])
