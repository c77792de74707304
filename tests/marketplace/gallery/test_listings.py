"""listings
owner signs                    -> live, shown with its price; handed in twice, one listing
many                           -> page by page, newest first, each once
stranger asks for terms        -> NotOwner
signature of another           -> ListingForged; one bit flipped: the same
field changed after signing    -> ListingWrong or ListingForged
price 0, beyond ether, 181 days, own buyer -> refused by name
higher while cheaper is live   -> CheaperListed with the cancellation; allowed once cancelled
bought                         -> owner moves, everybody is paid, the listing is over
work moved, epoch raised, cancelled, expired, market distrusted -> over, with the reason
reserved                       -> only its buyer
"""

from collections.abc import Callable
from typing import Any

import pytest

from marketplace.adapters.ipfs.cid import Cid
from marketplace.gallery.order import DAY
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor
from tests.marketplace.gallery.conftest import ETHER, Seller

Browser = Callable[..., Any]


def fault(answer: Any) -> str:
    """The kind of a problem, whatever its address."""
    return str(answer.json()["type"]).rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def test_a_listing_shows_its_price(browser: Browser, work: Cid, seller: Seller) -> None:
    digest = seller.list(work)
    price = browser().get(f"/api/v1/works/{work}").json()["price"]
    assert (price["listing"], price["amount"]) == (digest, str(ETHER))
    assert price["currency"] == "0x" + "00" * 20
    (listing,) = browser().get("/api/v1/listings").json()["listings"]
    assert (listing["digest"], listing["work"], listing["buyer"]) == (digest, str(work), None)


def test_they_come_page_by_page_each_once(
    browser: Browser, mint: Callable[..., Cid], seller: Seller
) -> None:
    listed = [seller.list(mint(seed)) for seed in range(3)]
    shown, path = [], "/api/v1/listings?limit=1"
    while path:
        page = browser().get(path).raise_for_status().json()
        shown += [listing["digest"] for listing in page["listings"]]
        path = page["next"] and f"/api/v1/listings?limit=1&cursor={page['next']}"
    assert shown == listed[::-1]


def test_handed_in_twice_it_is_one(browser: Browser, work: Cid, seller: Seller) -> None:
    typed = seller.terms(work).json()["typed_data"]
    first, second = seller.hand_in(typed), seller.hand_in(typed)
    assert first.json() == second.json()
    assert len(browser().get("/api/v1/listings").json()["listings"]) == 1


def test_its_digest_is_the_contracts(work: Cid, seller: Seller, act: Actor) -> None:
    message = seller.terms(work).json()["typed_data"]["message"]
    digest = seller.list(work)
    struct = tuple(int(v) if str(v).isdecimal() else v for v in message.values())
    assert act.read("Market", "listingDigest", struct) == (bytes.fromhex(digest[2:]),)


def test_only_the_owner_gets_terms(browser: Browser, accounts: Accounts, work: Cid) -> None:
    stranger = Seller(browser(accounts.stranger), accounts.stranger)
    answer = stranger.terms(work)
    assert (answer.status_code, fault(answer)) == (403, "not-owner")
    assert Seller(browser(), accounts.stranger).terms(work).status_code == 401


def test_anothers_signature_is_refused(accounts: Accounts, work: Cid, seller: Seller) -> None:
    typed = seller.terms(work).json()["typed_data"]
    forged = Seller(seller.site, accounts.stranger).hand_in(typed)
    assert (forged.status_code, fault(forged)) == (422, "listing-forged")


def test_a_flipped_bit_is_refused(work: Cid, seller: Seller) -> None:
    typed = seller.terms(work).json()["typed_data"]
    for position in (0, 31, 32, 63):
        signature = bytearray.fromhex(seller.sign(typed)[2:])
        signature[position] ^= 1
        signed = {"listing": typed["message"], "signature": "0x" + signature.hex()}
        answer = seller.site.post("/api/v1/listings", json=signed)
        assert (answer.status_code, fault(answer)) == (422, "listing-forged"), position


CHANGED: tuple[tuple[str, Any, str], ...] = (
    ("price", "1", "listing-forged"),
    ("price", "0", "listing-wrong"),
    ("price", str(10**28), "listing-wrong"),
    ("transferCount", 1, "listing-wrong"),
    ("epoch", "1", "listing-wrong"),
    ("maxFeeBps", 10_000, "listing-wrong"),
    ("expiresAt", 1, "listing-wrong"),
    ("expiresAt", 2**40, "listing-wrong"),
)


def test_a_changed_field_is_refused(work: Cid, seller: Seller) -> None:
    typed = seller.terms(work).json()["typed_data"]
    signature = seller.sign(typed)
    for field, value, kind in CHANGED:
        changed = {"listing": typed["message"] | {field: value}, "signature": signature}
        answer = seller.site.post("/api/v1/listings", json=changed)
        assert (answer.status_code, fault(answer)) == (422, kind), field


def test_terms_that_cannot_be_are_refused(work: Cid, seller: Seller) -> None:
    for choice in ({"price": "0"}, {"price": str(10**28)}, {"days": 181}, {"days": 0}):
        wish = {"price": "1", "days": 1, **choice}
        answer = seller.site.post(f"/api/v1/works/{work}/listing-terms", json=wish)
        assert answer.status_code == 422, choice


def test_nobody_lists_for_themself(work: Cid, seller: Seller) -> None:
    answer = seller.terms(work, buyer=seller.account.address)
    assert (answer.status_code, fault(answer)) == (422, "listing-wrong")


def test_a_cheaper_listing_has_to_go_first(
    work: Cid, seller: Seller, send: Any, index: Any
) -> None:
    seller.list(work, ETHER)
    typed = seller.terms(work, ETHER // 2).json()["typed_data"]
    assert seller.hand_in(typed).status_code == 201
    refused = seller.terms(work, 2 * ETHER)
    assert (refused.status_code, fault(refused)) == (409, "cheaper-listed")
    assert refused.json()["price"] == str(ETHER // 2)
    send(seller.account.address, refused.json()["transaction"])
    index()
    again = seller.terms(work, 2 * ETHER)
    assert again.json()["price"] == str(ETHER)
    send(seller.account.address, again.json()["transaction"])
    index()
    assert seller.list(work, 2 * ETHER)


def test_cheaper_is_looked_for_at_the_end_too(work: Cid, seller: Seller) -> None:
    dear = seller.terms(work, 2 * ETHER).json()["typed_data"]
    seller.list(work, ETHER)
    refused = seller.hand_in(dear)
    assert (refused.status_code, fault(refused)) == (409, "cheaper-listed")


def test_a_purchase_moves_work_and_money(
    browser: Browser,
    accounts: Accounts,
    work: Cid,
    seller: Seller,
    send: Any,
    act: Actor,
    index: Any,
) -> None:
    digest = seller.list(work)
    collector = browser(accounts.collector)
    prepared = collector.post(f"/api/v1/listings/{digest}/purchase").json()
    assert (prepared["value"], prepared["function"]) == (str(ETHER), "Market.buy")
    with act.chain as chain:
        before = chain.balance_wei(accounts.artist.address)
        send(accounts.collector.address, prepared)
        gained = chain.balance_wei(accounts.artist.address) - before
    index()
    assert browser().get(f"/api/v1/works/{work}").json()["owner"] == accounts.collector.address
    assert gained == ETHER - ETHER * act.read("Market", "policy")[0][0] // 10_000
    again = collector.post(f"/api/v1/listings/{digest}/purchase")
    assert (again.status_code, fault(again)) == (409, "listing-dead")
    assert again.json()["reason"] == "the work was sold by it"
    assert browser().get("/api/v1/listings").json()["listings"] == []


def test_own_and_unknown_listings_are_not_bought(work: Cid, seller: Seller) -> None:
    digest = seller.list(work)
    own = seller.site.post(f"/api/v1/listings/{digest}/purchase")
    assert (own.status_code, fault(own)) == (409, "own-listing")
    unknown = seller.site.post(f"/api/v1/listings/0x{'ab' * 32}/purchase")
    assert (unknown.status_code, fault(unknown)) == (404, "listing-missing")


def test_a_reserved_listing_is_its_buyers(
    browser: Browser, accounts: Accounts, work: Cid, seller: Seller
) -> None:
    digest = seller.list(work, buyer=accounts.collector.address)
    assert browser().get(f"/api/v1/works/{work}").json()["price"] is None
    stranger = browser(accounts.stranger).post(f"/api/v1/listings/{digest}/purchase")
    assert (stranger.status_code, fault(stranger)) == (403, "not-buyer")
    collector = browser(accounts.collector).post(f"/api/v1/listings/{digest}/purchase")
    assert collector.status_code == 200


def cancelled(act: Actor, seller: Seller, work: Cid) -> None:
    act.send(seller.account.address, "Market", "cancelAll")


def moved_and_back(act: Actor, seller: Seller, work: Cid) -> None:
    here, there = seller.account.address, "0x" + "77" * 20
    act.send(here, "Artwork", "transferFrom", here, there, work.token)


def distrusted(act: Actor, seller: Seller, work: Cid) -> None:
    act.send(seller.account.address, "Artwork", "setMarketTrust", False)


def expired(act: Actor, seller: Seller, work: Cid) -> None:
    act.skip(31 * DAY)


@pytest.mark.parametrize(
    ("happen", "reason"),
    [
        (cancelled, "the seller cancelled all listings"),
        (moved_and_back, "the work belongs to 0x7777777777777777777777777777777777777777 by now"),
        (distrusted, "the seller opted out of the market"),
        (expired, "it expired at"),
    ],
)
def test_a_listing_that_the_contract_would_refuse_is_over(
    browser: Browser,
    accounts: Accounts,
    work: Cid,
    seller: Seller,
    act: Actor,
    index: Any,
    happen: Callable[[Actor, Seller, Cid], None],
    reason: str,
) -> None:
    digest = seller.list(work)
    happen(act, seller, work)
    index()
    answer = browser(accounts.collector).post(f"/api/v1/listings/{digest}/purchase")
    assert (answer.status_code, fault(answer)) == (409, "listing-dead")
    assert answer.json()["reason"].startswith(reason)
    assert browser().get("/api/v1/listings").json()["listings"] == []


def test_who_opted_out_is_offered_the_way_back(
    work: Cid, seller: Seller, act: Actor, send: Any, index: Any
) -> None:
    act.send(seller.account.address, "Artwork", "setMarketTrust", False)
    index()
    refused = seller.terms(work)
    assert (refused.status_code, fault(refused)) == (409, "market-distrusted")
    send(seller.account.address, refused.json()["transaction"])
    index()
    assert seller.terms(work).status_code == 200


def test_only_the_seller_cancels(
    browser: Browser, accounts: Accounts, work: Cid, seller: Seller, send: Any, index: Any
) -> None:
    digest = seller.list(work)
    path = f"/api/v1/listings/{digest}/cancellation"
    stranger = browser(accounts.stranger).post(path)
    assert (stranger.status_code, fault(stranger)) == (403, "not-owner")
    send(seller.account.address, seller.site.post(path).json())
    index()
    over = seller.site.post(f"/api/v1/listings/{digest}/purchase").json()
    assert over["reason"] == "the seller cancelled it"
    everything = seller.site.post("/api/v1/listings/cancellation").json()
    assert everything["function"] == "Market.cancelAll"
