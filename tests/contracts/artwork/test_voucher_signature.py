"""mintWithVoucher: what the signature must be
signed by another                 -> VoucherForged(artist)
any field other than signed       -> refused
for another chain or contract     -> VoucherForged(artist)
high s, 64 bytes, cut, empty      -> VoucherForged(artist)
wallet contract says no, or lies  -> VoucherForged(artist)
digest                            -> as an independent library computes it
"""

from random import Random

import pytest
from brownie import ZERO_ADDRESS, accounts
from expect import reverts_with
from malforming import MALFORMED
from scene import ETHER, act, work_id
from signing import struct

NUMBERS = {
    "work": 256,
    "price": 256,
    "royaltyBps": 16,
    "maxFeeBps": 16,
    "deadline": 64,
    "nonce": 64,
}
CHANGES = {
    "work": work_id(2),
    "to": "0x00000000000000000000000000000000000000AA",
    "royaltyBps": 999,
    "maxFeeBps": 251,
    "deadline": 2**63,
    "submitter": "collector",
    "split": {"parents": [work_id(2)], "parentsBps": 500, "shares": []},
}


@pytest.fixture(autouse=True)
def artist_is_in(admitted):
    """The artist of all vouchers here is admitted."""


@pytest.fixture
def offer(artwork, collector):
    """Bring terms with a signature that need not be theirs."""

    def build(terms, signature, value=ETHER):
        return act(collector, artwork.mintWithVoucher, terms, signature, [], value=value)

    return build


def test_the_digest_is_the_standards(artwork, make_voucher):
    voucher = make_voucher()
    assert bytes(artwork.voucherDigest(voucher.terms)) == voucher.digest


@pytest.mark.parametrize("seed", range(12))
def test_also_of_random_splits(artwork, make_voucher, seed):
    dice = Random(seed)
    payees = [{"payee": str(one), "bps": dice.randrange(2**16)} for one in accounts[:5]]
    split = {
        "parents": [dice.getrandbits(256) for _ in range(dice.randrange(9))],
        "parentsBps": dice.randrange(2**16),
        "shares": dice.sample(payees, dice.randrange(6)),
    }
    terms = {name: dice.getrandbits(bits) for name, bits in NUMBERS.items()}
    voucher = make_voucher(**terms, currency=str(dice.choice(accounts)), split=split)
    assert bytes(artwork.voucherDigest(voucher.terms)) == voucher.digest


def test_not_by_another(artist, stranger, make_voucher, offer):
    voucher = make_voucher(signer=stranger)
    with reverts_with("VoucherForged", artist):
        offer(voucher.terms, voucher.signature)


@pytest.mark.parametrize("name", CHANGES)
def test_no_field_can_be_changed(artist, collector, make_voucher, offer, name):
    voucher = make_voucher()
    value = collector if CHANGES[name] == "collector" else CHANGES[name]
    terms = struct({**voucher.message, name: value})
    with reverts_with("VoucherForged", artist):
        offer(terms, voucher.signature)


def test_nor_the_price(artist, make_voucher, offer):
    voucher = make_voucher()
    terms = struct({**voucher.message, "price": 1})
    with reverts_with("VoucherForged", artist):
        offer(terms, voucher.signature, value=1)


def test_nor_the_currency(artist, allowed, make_voucher, offer):
    voucher = make_voucher()
    token = allowed("PlainToken", ETHER)
    terms = struct({**voucher.message, "currency": token})
    with reverts_with("VoucherForged", artist):
        offer(terms, voucher.signature, value=0)


def test_nor_the_artist(admit, candidate, make_voucher, offer):
    admit(candidate)
    voucher = make_voucher()
    terms = struct({**voucher.message, "artist": candidate})
    with reverts_with("VoucherForged", candidate):
        offer(terms, voucher.signature)


@pytest.mark.parametrize(
    "domain",
    [
        {"chainId": 1},
        {"verifyingContract": ZERO_ADDRESS},
        {"name": "Atelier Market"},
        {"version": "2"},
    ],
)
def test_not_for_another_domain(artist, make_voucher, offer, domain):
    voucher = make_voucher(domain=domain)
    with reverts_with("VoucherForged", artist):
        offer(voucher.terms, voucher.signature)


@pytest.mark.parametrize("malform", MALFORMED.values(), ids=MALFORMED)
def test_not_malformed(artist, make_voucher, offer, malform):
    voucher = make_voucher()
    with reverts_with("VoucherForged", artist):
        offer(voucher.terms, malform(voucher.signature))


def test_not_if_the_wallet_contract_says_no(admit, double, collector, make_voucher, offer):
    wallet = double("Puppet")
    admit(wallet)
    voucher = make_voucher(artist=wallet, signer=collector)
    with reverts_with("VoucherForged", wallet):
        offer(voucher.terms, voucher.signature)


@pytest.mark.parametrize("mood", [1, 2, 3, 4], ids=["refuses", "reverts", "burns", "bombs"])
def test_not_in_a_bad_mood(admit, double, stranger, make_voucher, offer, mood):
    wallet = double("MoodyWallet")
    admit(wallet)
    wallet.feel(mood, {"from": stranger})
    voucher = make_voucher(artist=wallet)
    with reverts_with("VoucherForged", wallet):
        offer(voucher.terms, voucher.signature)


def test_a_wallet_contract_may_change_its_mind(
    artwork, admit, double, stranger, collector, make_voucher, offer
):
    wallet = double("MoodyWallet")
    admit(wallet)
    voucher = make_voucher(artist=wallet)
    wallet.feel(1, {"from": stranger})
    with reverts_with("VoucherForged", wallet):
        offer(voucher.terms, voucher.signature)
    wallet.feel(0, {"from": stranger})
    offer(voucher.terms, voucher.signature)
    assert artwork.ownerOf(voucher.work) == collector


def test_not_if_the_wallet_contract_lies(admit, double, make_voucher, offer):
    wallet = double("LyingWallet")
    admit(wallet)
    voucher = make_voucher(artist=wallet)
    with reverts_with("VoucherForged", wallet):
        offer(voucher.terms, voucher.signature)
