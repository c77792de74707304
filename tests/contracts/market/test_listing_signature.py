"""buy: what the signature must be
signed by another             -> OrderForged(seller)
any field other than signed   -> refused
for another chain or contract -> OrderForged(seller)
high s, 64 bytes, cut, empty  -> OrderForged(seller)
wallet contract says no, lies -> OrderForged(seller)
digest                        -> as an independent library computes it
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from malforming import MALFORMED
from scene import ETHER, work_id


@pytest.fixture
def bring(market, collector):
    def build(terms, signature, value=ETHER):
        return market.buy(terms, signature, {"from": collector, "value": value})

    return build


def test_the_digest_is_the_standards(market, make_listing):
    listing = make_listing()
    assert bytes(market.listingDigest(listing.terms)) == listing.digest


def test_not_by_another(make_listing, artist, stranger, bring):
    listing = make_listing(signer=stranger)
    with reverts_with("OrderForged", artist):
        bring(listing.terms, listing.signature)


@pytest.mark.parametrize(
    ("name", "value"),
    [("work", work_id(2)), ("maxFeeBps", 251), ("transferCount", 1), ("expiresAt", 2**63)],
)
def test_no_field_can_be_changed(make_listing, artist, bring, name, value):
    listing = make_listing()
    terms = tuple({**listing.message, name: value}.values())
    with reverts_with("OrderForged", artist):
        bring(terms, listing.signature)


def test_nor_the_price(make_listing, artist, bring):
    listing = make_listing()
    terms = tuple({**listing.message, "price": 1}.values())
    with reverts_with("OrderForged", artist):
        bring(terms, listing.signature, value=1)


def test_nor_the_buyer(make_listing, artist, collector, stranger, bring):
    listing = make_listing(buyer=stranger)
    terms = tuple({**listing.message, "buyer": collector}.values())
    with reverts_with("OrderForged", artist):
        bring(terms, listing.signature)


def test_nor_the_seller(make_listing, stranger, bring):
    listing = make_listing()
    terms = tuple({**listing.message, "seller": stranger}.values())
    with reverts_with("OrderForged", stranger):
        bring(terms, listing.signature)


def test_nor_the_epoch(market, make_listing, artist, bring):
    listing = make_listing()
    market.cancelAll({"from": artist})
    terms = tuple({**listing.message, "epoch": 1}.values())
    with reverts_with("OrderForged", artist):
        bring(terms, listing.signature)


@pytest.mark.parametrize(
    "domain",
    [
        {"chainId": 1},
        {"verifyingContract": ZERO_ADDRESS},
        {"name": "Atelier Artwork"},
        {"version": "2"},
    ],
)
def test_not_for_another_domain(make_listing, artist, bring, domain):
    listing = make_listing(domain=domain)
    with reverts_with("OrderForged", artist):
        bring(listing.terms, listing.signature)


@pytest.mark.parametrize("malform", MALFORMED.values(), ids=MALFORMED)
def test_not_malformed(make_listing, artist, bring, malform):
    listing = make_listing()
    with reverts_with("OrderForged", artist):
        bring(listing.terms, malform(listing.signature))


@pytest.mark.parametrize(("kind", "by_owner"), [("Puppet", False), ("LyingWallet", True)])
def test_not_against_the_wallet_contract(make_listing, double, collector, bring, kind, by_owner):
    wallet = double(kind)
    listing = make_listing(seller=wallet, signer=None if by_owner else collector)
    with reverts_with("OrderForged", wallet):
        bring(listing.terms, listing.signature)
