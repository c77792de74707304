"""mintWithVoucher: what the signature must be
signed by another                 -> VoucherForged(artist)
any field other than signed       -> refused
for another chain or contract     -> VoucherForged(artist)
high s, 64 bytes, cut, empty      -> VoucherForged(artist)
wallet contract says no, or lies  -> VoucherForged(artist)
digest                            -> as an independent library computes it
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from malforming import MALFORMED
from scene import ETHER, act, work_id
from signing import struct


@pytest.fixture(autouse=True)
def artist_is_in(admitted):
    """The artist of all vouchers here is admitted."""


@pytest.fixture
def bring(artwork, collector):
    def build(terms, signature, value=ETHER):
        return act(collector, artwork.mintWithVoucher, terms, signature, [], value=value)

    return build


def test_the_digest_is_the_standards(artwork, make_voucher):
    voucher = make_voucher()
    assert bytes(artwork.voucherDigest(voucher.terms)) == voucher.digest


def test_not_by_another(artist, stranger, make_voucher, bring):
    voucher = make_voucher(signer=stranger)
    with reverts_with("VoucherForged", artist):
        bring(voucher.terms, voucher.signature)


CHANGES = {
    "work": work_id(2),
    "to": "0x00000000000000000000000000000000000000AA",
    "royaltyBps": 999,
    "maxFeeBps": 251,
    "deadline": 2**63,
    "submitter": "collector",
}


@pytest.mark.parametrize("name", CHANGES)
def test_no_field_can_be_changed(artist, collector, make_voucher, bring, name):
    voucher = make_voucher()
    value = collector if CHANGES[name] == "collector" else CHANGES[name]
    terms = struct({**voucher.message, name: value})
    with reverts_with("VoucherForged", artist):
        bring(terms, voucher.signature)


def test_nor_the_price(artist, make_voucher, bring):
    voucher = make_voucher()
    terms = struct({**voucher.message, "price": 1})
    with reverts_with("VoucherForged", artist):
        bring(terms, voucher.signature, value=1)


def test_nor_the_artist(admit, candidate, make_voucher, bring):
    admit(candidate)
    voucher = make_voucher()
    terms = struct({**voucher.message, "artist": candidate})
    with reverts_with("VoucherForged", candidate):
        bring(terms, voucher.signature)


@pytest.mark.parametrize(
    "domain",
    [
        {"chainId": 1},
        {"verifyingContract": ZERO_ADDRESS},
        {"name": "Atelier Market"},
        {"version": "2"},
    ],
)
def test_not_for_another_domain(artist, make_voucher, bring, domain):
    voucher = make_voucher(domain=domain)
    with reverts_with("VoucherForged", artist):
        bring(voucher.terms, voucher.signature)


@pytest.mark.parametrize("malform", MALFORMED.values(), ids=MALFORMED)
def test_not_malformed(artist, make_voucher, bring, malform):
    voucher = make_voucher()
    with reverts_with("VoucherForged", artist):
        bring(voucher.terms, malform(voucher.signature))


def test_not_if_the_wallet_contract_says_no(admit, double, collector, make_voucher, bring):
    wallet = double("Puppet")
    admit(wallet)
    voucher = make_voucher(artist=wallet, signer=collector)
    with reverts_with("VoucherForged", wallet):
        bring(voucher.terms, voucher.signature)


def test_not_if_the_wallet_contract_lies(admit, double, make_voucher, bring):
    wallet = double("LyingWallet")
    admit(wallet)
    voucher = make_voucher(artist=wallet)
    with reverts_with("VoucherForged", wallet):
        bring(voucher.terms, voucher.signature)
