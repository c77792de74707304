"""takeOffer: what the signature must be
signed by another              -> OrderForged(bidder)
any field other than signed    -> OrderForged(bidder)
for another chain or contract  -> OrderForged(bidder)
high s, 64 bytes, cut, empty   -> OrderForged(bidder)
wallet contract of bad manners -> OrderForged(bidder), whatever it spends
wallet contract that flips     -> good while it consents, and only once
"""

import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from malforming import MALFORMED
from orders import changed
from scene import ETHER, work_id

REFUSING, REVERTING, BURNING, BOMBING = 1, 2, 3, 4


@pytest.fixture
def bring(market, artist):
    def build(terms, signature, work=None):
        return market.takeOffer(terms, signature, work or work_id(1), 0, {"from": artist})

    return build


@pytest.fixture
def moody(market, token, double, collector, stranger):
    """A wallet contract that consents to whatever it is asked, and has tokens."""
    wallet = double("MoodyWallet")
    token.transfer(wallet, 5 * ETHER, {"from": collector})
    wallet.act(token, 0, token.approve.encode_input(market, 5 * ETHER), {"from": stranger})
    return wallet


def test_not_by_another(make_offer, collector, stranger, bring):
    offer = make_offer(signer=stranger)
    with reverts_with("OrderForged", collector):
        bring(offer.terms, offer.signature)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("work", 0),
        ("artist", "artist"),
        ("price", ETHER - 1),
        ("price", ETHER + 1),
        ("nonce", 1),
        ("expiresAt", 2**63),
    ],
)
def test_no_field_can_be_changed(make_offer, collector, artist, bring, name, value):
    offer = make_offer()
    terms = changed(offer, **{name: artist if value == "artist" else value})
    with reverts_with("OrderForged", collector):
        bring(terms, offer.signature)


def test_nor_the_bidder(make_offer, stranger, bring):
    offer = make_offer()
    with reverts_with("OrderForged", stranger):
        bring(changed(offer, bidder=stranger), offer.signature)


def test_nor_the_copies(make_offer, edition, collector, bring):
    offer = make_offer(work=edition, copies=2)
    with reverts_with("OrderForged", collector):
        bring(changed(offer, copies=1), offer.signature, edition)


def test_nor_the_currency(make_offer, make_token, collector, bring):
    offer = make_offer()
    with reverts_with("OrderForged", collector):
        bring(changed(offer, currency=make_token()), offer.signature)


@pytest.mark.parametrize("domain", [{"chainId": 1}, {"verifyingContract": ZERO_ADDRESS}])
def test_not_for_another_domain(make_offer, collector, bring, domain):
    offer = make_offer(domain=domain)
    with reverts_with("OrderForged", collector):
        bring(offer.terms, offer.signature)


@pytest.mark.parametrize("malform", MALFORMED.values(), ids=MALFORMED)
def test_not_malformed(make_offer, collector, bring, malform):
    offer = make_offer()
    with reverts_with("OrderForged", collector):
        bring(offer.terms, malform(offer.signature))


@pytest.mark.parametrize("mood", [REFUSING, REVERTING, BURNING, BOMBING])
def test_not_in_a_bad_mood(make_offer, moody, stranger, bring, mood):
    moody.feel(mood, {"from": stranger})
    offer = make_offer(bidder=moody)
    with reverts_with("OrderForged", moody):
        bring(offer.terms, offer.signature)


def test_a_wallet_that_flips(artwork, make_offer, moody, works, stranger, bring):
    offers = [make_offer(bidder=moody, work=0, nonce=n) for n in range(2)]
    bring(offers[0].terms, offers[0].signature, works[0])
    moody.feel(REFUSING, {"from": stranger})
    with reverts_with("OrderForged", moody):
        bring(offers[1].terms, offers[1].signature, works[1])
    moody.feel(0, {"from": stranger})
    with reverts_with("OfferUsed", moody, 0):
        bring(offers[0].terms, offers[0].signature, works[1])
    bring(offers[1].terms, offers[1].signature, works[1])
    assert artwork.balanceOf(moody) == 2
