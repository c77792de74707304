"""buyEdition
no copies asked for             -> CopiesMissing()
more than are left              -> CopiesExceeded(copies, left), zero when all are sold
expired, reserved, wrongly paid -> as a listing
cancelled                       -> OrderClosed(order), also when some are sold
any field other than signed     -> OrderForged(seller)
fee above the signed one        -> FeeAboveSigned(feeBps, maxFeeBps)
no such edition                 -> EditionMissing(edition)
seller has fewer                -> ERC1155InsufficientBalance(seller, balance, copies, edition)
seller distrusts the market     -> ERC1155MissingApprovalForAll(market, seller)
buyer who cannot hold copies    -> ERC1155InvalidReceiver(buyer)
by its artist                   -> no royalty; filled in parts, to the last copy
by a collector                  -> royalty to the artist
equal but for the nonce         -> two listings
"""

import brownie
import pytest
from brownie import ZERO_ADDRESS
from expect import reverts_with
from orders import changed
from scene import ETHER, next_block_at, now, work_id

UNIT = ETHER // 5
FEE = UNIT // 40


@pytest.fixture(autouse=True)
def edition_is_there(edition):
    """The artist's edition, and ten copies in the artist's hands."""


def test_not_none(make_copies, buy_copies, collector):
    with reverts_with("CopiesMissing"):
        buy_copies(make_copies(), collector, 0)


def test_not_more_than_listed(make_copies, buy_copies, collector):
    with reverts_with("CopiesExceeded", 6, 5):
        buy_copies(make_copies(), collector, 6)


def test_not_more_than_left(make_copies, buy_copies, collector, stranger):
    listing = make_copies()
    buy_copies(listing, collector, 3)
    with reverts_with("CopiesExceeded", 3, 2):
        buy_copies(listing, stranger, 3)


def test_filled_to_the_last(market, editions, edition, make_copies, buy_copies, collector):
    listing = make_copies()
    buy_copies(listing, collector, 4)
    buy_copies(listing, collector, 1)
    assert market.copiesSold(listing.digest) == editions.balanceOf(collector, edition) == 5
    with reverts_with("CopiesExceeded", 1, 0):
        buy_copies(listing, collector, 1)


def test_not_expired(make_copies, buy_copies, collector):
    listing = make_copies(expiresAt=now() + 100)
    next_block_at(listing.expiresAt + 1)
    with reverts_with("OrderExpired", listing.expiresAt, listing.expiresAt + 1):
        buy_copies(listing, collector, 1)


def test_reserved_is_reserved(make_copies, buy_copies, collector, stranger):
    with reverts_with("OrderReserved", collector, stranger):
        buy_copies(make_copies(buyer=collector), stranger, 1)


@pytest.mark.parametrize("paid", [0, UNIT, 2 * UNIT - 1, 2 * UNIT + 1])
def test_at_its_price(market, make_copies, collector, paid):
    listing = make_copies()
    with reverts_with("PaymentWrong", paid, 2 * UNIT):
        market.buyEdition(listing.terms, listing.signature, 2, {"from": collector, "value": paid})


def test_not_when_cancelled(market, make_copies, buy_copies, artist, collector):
    listing = make_copies()
    buy_copies(listing, collector, 2)
    market.cancelEdition(listing.terms, {"from": artist})
    assert market.copiesSold(listing.digest) == 2
    with reverts_with("OrderClosed", listing.digest):
        buy_copies(listing, collector, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("edition", work_id(51)),
        ("copies", 6),
        ("unitPrice", UNIT // 2),
        ("maxFeeBps", 251),
        ("expiresAt", 2**63),
        ("nonce", 1),
    ],
)
def test_not_with_other_terms(market, make_copies, artist, collector, name, value):
    listing = make_copies()
    terms, paid = changed(listing, **{name: value}), UNIT // 2 if name == "unitPrice" else UNIT
    with reverts_with("OrderForged", artist):
        market.buyEdition(terms, listing.signature, 1, {"from": collector, "value": paid})


def test_not_at_a_higher_fee(make_copies, buy_copies, collector):
    with reverts_with("FeeAboveSigned", 250, 249):
        buy_copies(make_copies(maxFeeBps=249), collector, 1)


def test_not_what_does_not_exist(make_copies, buy_copies, collector):
    with reverts_with("EditionMissing", work_id(51)):
        buy_copies(make_copies(edition=work_id(51)), collector, 1)


def test_not_more_than_the_seller_has(edition, make_copies, buy_copies, artist, collector):
    with reverts_with("ERC1155InsufficientBalance", artist, 10, 11, edition):
        buy_copies(make_copies(copies=20), collector, 11)


def test_not_from_who_distrusts_the_market(
    artwork, market, make_copies, buy_copies, artist, collector
):
    artwork.setMarketTrust(False, {"from": artist})
    with reverts_with("ERC1155MissingApprovalForAll", market, artist):
        buy_copies(make_copies(), collector, 1)


def test_not_to_who_cannot_hold_them(market, make_copies, double, stranger):
    buyer, listing = double("Puppet"), make_copies(unitPrice=0)
    data = market.buyEdition.encode_input(listing.terms, listing.signature, 1)
    reason = "57f447ce" + buyer.address[2:].rjust(64, "0").lower()  # ERC1155InvalidReceiver
    with reverts_with("ActFailed", bytes.fromhex(reason)):
        buyer.act(market, 0, data, {"from": stranger})


def test_the_artist_sells(market, edition, make_copies, buy_copies, artist, collector):
    before, listing = artist.balance(), make_copies()
    receipt = buy_copies(listing, collector, 3)
    assert artist.balance() == before + 3 * (UNIT - FEE)
    assert market.balance() == 3 * FEE
    assert dict(receipt.events["EditionSold"]) == {
        "edition": edition,
        "seller": artist,
        "buyer": collector,
        "order": "0x" + listing.digest.hex(),
        "copies": 3,
        "currency": ZERO_ADDRESS,
        "price": 3 * UNIT,
        "fee": 3 * FEE,
        "royalty": 0,
        "artist": artist,
    }


def test_a_collector_sells(
    market, editions, edition, make_copies, buy_copies, artist, collector, stranger
):
    buy_copies(make_copies(), collector, 5)
    held, before = market.balance(), (artist.balance(), collector.balance())
    buy_copies(make_copies(seller=collector), stranger, 2)
    assert artist.balance() == before[0] + 2 * UNIT // 10
    assert collector.balance() == before[1] + 2 * (UNIT - FEE - UNIT // 10)
    assert market.balance() == held + 2 * FEE
    assert editions.balanceOf(stranger, edition) == 2


def test_in_tokens(market, token, make_copies, buy_copies, artist, collector):
    buy_copies(make_copies(currency=token), collector, 2)
    assert token.balanceOf(artist) == 2 * (UNIT - FEE)
    assert token.balanceOf(market) == 2 * FEE


def test_for_nothing(market, editions, edition, make_copies, buy_copies, collector):
    buy_copies(make_copies(unitPrice=0, maxFeeBps=0), collector, 5)
    assert editions.balanceOf(collector, edition) == 5
    assert market.balance() == 0


def test_a_nonce_tells_them_apart(editions, edition, make_copies, buy_copies, collector):
    for nonce in (0, 1):
        buy_copies(make_copies(nonce=nonce), collector, 5)
    assert editions.balanceOf(collector, edition) == 10


def test_a_price_beyond_all_ether(market, make_copies, collector):
    listing = make_copies(unitPrice=2**255)
    with brownie.reverts("Integer overflow"):
        market.buyEdition(listing.terms, listing.signature, 2, {"from": collector})
