"""openWithVoucher: what the signature must be
signed by another                 -> VoucherForged(artist)
any field other than signed       -> VoucherForged(artist), of the nested structs too
for another chain or contract     -> VoucherForged(artist)
high s, 64 bytes, cut, empty      -> VoucherForged(artist)
wallet contract says yes          -> opened
wallet contract says no, or lies  -> VoucherForged(artist)
digest                            -> as an independent library computes it, for random structs
"""

import pytest
from brownie import web3
from brownie.test import given
from expect import reverts_with
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from malforming import MALFORMED
from scene import act, work_id

SHARED = {"parents": [5, 6], "parentsBps": 500}
SOMEBODY = "0x00000000000000000000000000000000000000AA"


@pytest.fixture
def bring(editions, relayer):
    def build(terms, signature):
        return act(relayer, editions.openWithVoucher, terms, signature, ())

    return build


@pytest.fixture
def signed(make_edition_voucher, stranger):
    """A voucher with something in every field."""
    return make_edition_voucher(split={**SHARED, "shares": [{"payee": stranger, "bps": 7}]})


addresses = st.binary(min_size=20, max_size=20).map(lambda raw: web3.to_checksum_address(raw))


def whole(bits):
    return st.integers(0, 2**bits - 1)


TERMS = st.fixed_dictionaries(
    {
        "currency": addresses,
        "price": whole(96),
        "size": whole(48),
        "opensAt": whole(48),
        "closesAt": whole(48),
        "publicAt": whole(48),
        "walletLimit": whole(32),
        "allowlist": st.binary(min_size=32, max_size=32),
    }
)
SPLITS = st.fixed_dictionaries(
    {
        "parents": st.lists(whole(256), max_size=3),
        "parentsBps": whole(16),
        "shares": st.lists(
            st.fixed_dictionaries({"payee": addresses, "bps": whole(16)}), max_size=3
        ),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(edition=whole(256), nonce=whole(64), submitter=addresses, terms=TERMS, split=SPLITS)
def test_the_digest_is_the_standards(
    editions, make_edition_voucher, edition, nonce, submitter, terms, split
):
    voucher = make_edition_voucher(
        edition=edition, nonce=nonce, submitter=submitter, terms=terms, split=split
    )
    assert bytes(editions.voucherDigest(voucher.terms)) == voucher.digest


def test_not_by_another(artist, stranger, make_edition_voucher, bring):
    voucher = make_edition_voucher(signer=stranger)
    with reverts_with("VoucherForged", artist):
        bring(voucher.terms, voucher.signature)


@pytest.mark.parametrize(
    ("name", "value"),
    [("edition", work_id(2)), ("royaltyBps", 999), ("maxFeeBps", 251), ("deadline", 2**63)],
)
def test_no_field_can_be_changed(artist, signed, bring, name, value):
    terms = tuple({**signed.message, name: value}.values())
    with reverts_with("VoucherForged", artist):
        bring(terms, signed.signature)


@pytest.mark.parametrize("at", range(8))
def test_nor_one_of_its_terms(artist, signed, bring, at):
    inner = list(signed.message["terms"])
    inner[at] = {0: SOMEBODY, 7: bytes(31) + b"\1"}.get(at, 1)
    terms = tuple({**signed.message, "terms": tuple(inner)}.values())
    with reverts_with("VoucherForged", artist):
        bring(terms, signed.signature)


@pytest.mark.parametrize(
    "change",
    [
        lambda parents, bps, shares: ([5], bps, shares),
        lambda parents, bps, shares: ([6, 5], bps, shares),
        lambda parents, bps, shares: (parents, bps + 1, shares),
        lambda parents, bps, shares: (parents, bps, []),
        lambda parents, bps, shares: (parents, bps, shares * 2),
        lambda parents, bps, shares: (parents, bps, [(SOMEBODY, 7)]),
        lambda parents, bps, shares: (parents, bps, [(shares[0][0], 8)]),
    ],
    ids=["parent", "order", "parents' part", "no share", "twice", "payee", "bps"],
)
def test_nor_its_split(artist, signed, bring, change):
    terms = tuple({**signed.message, "split": change(*signed.message["split"])}.values())
    with reverts_with("VoucherForged", artist):
        bring(terms, signed.signature)


def test_nor_the_artist(let_in, candidate, signed, bring):
    let_in(candidate)
    terms = tuple({**signed.message, "artist": candidate}.values())
    with reverts_with("VoucherForged", candidate):
        bring(terms, signed.signature)


def test_nor_who_may_bring_it(artist, relayer, signed, bring):
    terms = tuple({**signed.message, "submitter": relayer}.values())
    with reverts_with("VoucherForged", artist):
        bring(terms, signed.signature)


@pytest.mark.parametrize(
    "domain",
    [
        {"chainId": 1},
        {"verifyingContract": SOMEBODY},
        {"name": "Atelier Artwork"},
        {"version": "2"},
    ],
    ids=["chain", "contract", "name", "version"],
)
def test_not_for_another_domain(artist, make_edition_voucher, bring, domain):
    voucher = make_edition_voucher(domain=domain)
    with reverts_with("VoucherForged", artist):
        bring(voucher.terms, voucher.signature)


@pytest.mark.parametrize("malform", MALFORMED.values(), ids=MALFORMED)
def test_not_malformed(artist, make_edition_voucher, bring, malform):
    voucher = make_edition_voucher()
    with reverts_with("VoucherForged", artist):
        bring(voucher.terms, malform(voucher.signature))


def test_a_wallet_contract_may_sign(editions, let_in, double, make_edition_voucher, bring):
    wallet = let_in(double("Puppet"))
    voucher = make_edition_voucher(artist=wallet)
    bring(voucher.terms, voucher.signature)
    assert editions.artistOf(work_id(1)) == wallet


def test_not_if_the_wallet_contract_says_no(let_in, double, collector, make_edition_voucher, bring):
    wallet = let_in(double("Puppet"))
    voucher = make_edition_voucher(artist=wallet, signer=collector)
    with reverts_with("VoucherForged", wallet):
        bring(voucher.terms, voucher.signature)


def test_not_if_the_wallet_contract_lies(let_in, double, make_edition_voucher, bring):
    wallet = let_in(double("LyingWallet"))
    voucher = make_edition_voucher(artist=wallet)
    with reverts_with("VoucherForged", wallet):
        bring(voucher.terms, voucher.signature)
