"""offers
bidder signs                   -> live, by every filter; handed in twice, one offer
its digest                     -> the contract's
signature of another, a changed field, ether, a token that may not pay -> refused by name
a work nobody minted, an own one, another artist's -> refused by name
not covered                    -> OfferUnfunded with the approval, which opens the way
a nonce of another offer       -> NonceTaken
a wallet contract (ERC-1271)   -> its word counts
taken by the owner             -> work and money move, exactly; the offer is over
any work, any of an artist     -> the owner names which; of another artist it is refused
copies of an edition          -> of who holds enough; the artist gets the royalty
a stranger                     -> neither takes nor cancels nor hands in another's
cancelled, epoch raised, expired, currency gone -> over, with the reason; cancelled also asleep
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from eth_account.messages import encode_typed_data
from eth_account.signers.local import LocalAccount

from indexer.primitives import Address, address
from marketplace.adapters.chain import Call
from marketplace.adapters.contract import Contract
from marketplace.adapters.ipfs.cid import Cid
from marketplace.gallery.order import DAY
from marketplace.runtime.checkout import ROOT
from tests.conftest import Accounts
from tests.marketplace.conftest import Actor
from tests.marketplace.gallery.conftest import ETHER

Browser = Callable[..., Any]
CONSENTING = "7f1626ba7e" + "00" * 28 + "5f5260205ff3"  # says the magic word whatever it is asked


def fault(answer: Any) -> tuple[int, str]:
    """Status and kind of a problem."""
    return answer.status_code, str(answer.json()["type"]).rsplit(":", 1)[-1]


@dataclass(frozen=True, slots=True)
class Token:
    """A token on the test's chain, which the DAO lets pay."""

    act: Actor
    contract: Contract

    def send(self, sender: str, function: str, *arguments: Any, value_wei: int = 0) -> None:
        """One call of it, mined."""
        data = self.contract.encode(function, *arguments)
        call = Call(self.contract.address, data, sender, value_wei)
        self.act.see_through(call.as_json() | {"gas": hex(200_000)})

    def balance(self, account: str) -> int:
        """What somebody holds."""
        with self.act.chain as chain:
            answer = chain.call(
                Call(self.contract.address, self.contract.encode("balanceOf", account))
            )
        return int(self.contract.decode("balanceOf", answer)[0])


def let_pay(act: Actor, currency: str, allowed: bool) -> None:
    """Do what the DAO could decide, as its treasury."""
    treasury = act.deployment.contracts["Treasury"]
    with act.chain as chain:
        chain.ask("anvil_impersonateAccount", treasury)
        chain.ask("anvil_setBalance", treasury, hex(ETHER))
    act.send(treasury, "Currencies", "setCurrency", currency, allowed)


@pytest.fixture
def weth(act: Actor, accounts: Accounts, index: Callable[[], None]) -> Token:
    """Ether as a token; the collector holds five and lets the market take three."""
    built = json.loads((ROOT / "build" / "contracts" / "WrappedEther.json").read_text())
    deployer = accounts.deployer.address
    made = act.see_through(
        {"from": deployer, "data": "0x" + built["bytecode"], "gas": hex(3_000_000)}
    )
    with act.chain as chain:
        found = address(chain.ask("eth_getTransactionReceipt", made)["contractAddress"])
    token = Token(act, Contract("WETH", found, built["abi"]))
    let_pay(act, found, True)
    token.send(accounts.collector.address, "deposit", value_wei=5 * ETHER)
    market = act.deployment.contracts["Market"]
    token.send(accounts.collector.address, "approve", market, 3 * ETHER)
    index()
    return token


@dataclass(frozen=True, slots=True)
class Bidder:
    """A browser, the wallet beside it, and the token that it pays in."""

    site: Any
    account: LocalAccount
    currency: Address

    def terms(self, work: Cid | None, price: int = ETHER, **choices: Any) -> Any:
        """Ask what to sign."""
        wish = {"currency": self.currency, "price": str(price), "days": 30, **choices}
        wish |= {} if work is None else {"work": str(work)}
        return self.site.post("/api/v1/offer-terms", json=wish)

    def hand_in(self, typed: dict[str, Any], **changed: Any) -> Any:
        """Sign and hand in; `changed` after signing."""
        made = self.account.sign_message(encode_typed_data(full_message=typed))
        signed = {
            "offer": typed["message"] | changed,
            "signature": made.signature.to_0x_hex(),
        }
        return self.site.post("/api/v1/offers", json=signed)

    def offer(self, work: Cid | None, price: int = ETHER, **choices: Any) -> str:
        """Make an offer; its digest."""
        asked = self.terms(work, price, **choices)
        assert asked.status_code == 200, asked.text
        answer = self.hand_in(asked.json()["typed_data"])
        assert answer.status_code == 201, answer.text
        return str(answer.json()["digest"])


@pytest.fixture
def bidder(browser: Browser, accounts: Accounts, weth: Token) -> Bidder:
    """The collector, who owns no work."""
    return Bidder(browser(accounts.collector), accounts.collector, Address(weth.contract.address))


def take(site: Any, digest: str, **named: str) -> Any:
    """Ask for the transaction that takes an offer."""
    return site.post(f"/api/v1/offers/{digest}/acceptance", json=named)


def test_an_offer_is_found_by_every_filter(browser: Browser, work: Cid, bidder: Bidder) -> None:
    typed = bidder.terms(work).json()["typed_data"]
    first, second = bidder.hand_in(typed), bidder.hand_in(typed)
    assert first.json() == second.json()
    digest, site = first.json()["digest"], browser()
    for query in (
        "",
        f"work={work}",
        f"bidder={bidder.account.address}",
        f"currency={bidder.currency}",
        "scope=work",
        "live=all",
        "sort=dearest",
    ):
        (offer,) = site.get(f"/api/v1/offers?{query}").raise_for_status().json()["offers"]
        assert (offer["digest"], offer["work"], offer["is_live"]) == (digest, str(work), True)
        assert (offer["artist"], offer["copies"], offer["price"]) == (None, 0, str(ETHER))
    for query in ("scope=any", "live=false", f"bidder={bidder.currency}"):
        assert site.get(f"/api/v1/offers?{query}").json()["offers"] == [], query
    assert site.get(f"/api/v1/offers/{digest}").json()["digest"] == digest


def test_its_digest_is_the_contracts(work: Cid, bidder: Bidder, act: Actor) -> None:
    typed = bidder.terms(work).json()["typed_data"]
    digest = bidder.hand_in(typed).json()["digest"]
    struct = tuple(int(v) if str(v).isdecimal() else v for v in typed["message"].values())
    assert act.read("Market", "offerDigest", struct) == (bytes.fromhex(digest[2:]),)


def test_what_the_contract_would_refuse_is_refused(
    browser: Browser, accounts: Accounts, work: Cid, bidder: Bidder
) -> None:
    nobodys = str(Cid.from_digest(7))
    for choice, kind in (
        ({"currency": "0x" + "00" * 20}, "offer-wrong"),
        ({"currency": accounts.stranger.address}, "offer-wrong"),
        ({"work": nobodys}, "work-missing"),
        ({"copies": 3}, "work-missing"),
        ({"artist": accounts.stranger.address}, "offer-wrong"),
    ):
        answer = bidder.site.post(
            "/api/v1/offer-terms",
            json={"work": str(work), "currency": bidder.currency, "price": "1", "days": 1} | choice,
        )
        assert fault(answer)[1] == kind, choice
    artist = Bidder(browser(accounts.artist), accounts.artist, bidder.currency)
    assert fault(artist.terms(work)) == (409, "own-offer")
    assert Bidder(browser(), accounts.artist, bidder.currency).terms(work).status_code == 401
    for outside in ({"price": 0}, {"price": str(2**128)}, {"days": 181}, {"copies": -1}):
        assert bidder.terms(work, **outside).status_code == 422, outside


def test_what_was_changed_or_is_anothers_is_refused(
    browser: Browser, accounts: Accounts, work: Cid, bidder: Bidder
) -> None:
    typed = bidder.terms(work).json()["typed_data"]
    for field, value, kind in (
        ("price", "1", "offer-forged"),
        ("price", "0", "offer-wrong"),
        ("nonce", "5", "offer-forged"),
        ("epoch", 1, "offer-wrong"),
        ("expiresAt", 1, "offer-wrong"),
        ("expiresAt", 2**40, "offer-wrong"),
        ("currency", "0x" + "00" * 20, "offer-wrong"),
    ):
        assert fault(bidder.hand_in(typed, **{field: value})) == (422, kind), field
    forged = Bidder(bidder.site, accounts.stranger, bidder.currency).hand_in(typed)
    assert fault(forged) == (422, "offer-forged")
    stranger = Bidder(browser(accounts.stranger), bidder.account, bidder.currency)
    assert fault(stranger.hand_in(typed)) == (403, "not-bidder")


def test_a_nonce_is_good_for_one_offer(work: Cid, bidder: Bidder, act: Actor) -> None:
    first = bidder.terms(work).json()["typed_data"]
    second = bidder.terms(work, 2 * ETHER).json()["typed_data"]
    assert bidder.hand_in(first).status_code == 201
    assert fault(bidder.hand_in(second)) == (409, "nonce-taken")
    assert bidder.terms(work).json()["typed_data"]["message"]["nonce"] == "1"
    act.send(bidder.account.address, "Market", "cancelOffer", 1)  # the index has not heard of it
    unheard = bidder.terms(work).json()["typed_data"]["message"]["nonce"]
    assert int(unheard) > 1
    assert act.read("Market", "isOfferUsed", bidder.account.address, int(unheard)) == (False,)


def test_what_is_not_covered_is_not_taken_in(work: Cid, bidder: Bidder, send: Any) -> None:
    asked = bidder.terms(work, 4 * ETHER).json()
    refused = bidder.hand_in(asked["typed_data"])
    assert fault(refused) == (409, "offer-unfunded")
    assert refused.json()["allowance"] == str(3 * ETHER)
    assert asked["approval"] == refused.json()["transaction"]
    send(bidder.account.address, asked["approval"])
    assert bidder.hand_in(asked["typed_data"]).status_code == 201
    beyond = bidder.hand_in(bidder.terms(work, 6 * ETHER).json()["typed_data"])
    assert (fault(beyond)[1], beyond.json()["balance"]) == ("offer-unfunded", str(5 * ETHER))


def test_the_owner_takes_it_and_nobody_else(
    browser: Browser,
    accounts: Accounts,
    work: Cid,
    bidder: Bidder,
    weth: Token,
    send: Any,
    act: Actor,
    index: Any,
) -> None:
    digest = bidder.offer(work)
    assert fault(take(browser(accounts.stranger), digest)) == (403, "not-owner")
    assert fault(take(bidder.site, digest)) == (409, "own-offer")
    assert take(browser(), digest).status_code == 401
    artist = browser(accounts.artist)
    prepared = take(artist, digest).raise_for_status().json()
    fee = ETHER * act.read("Market", "policy")[0][0] // 10_000
    assert prepared["function"] == "Market.takeOffer"
    assert prepared["arguments"]["leastProceeds"] == str(ETHER - fee)
    send(accounts.artist.address, prepared)
    index()
    assert weth.balance(accounts.artist.address) == ETHER - fee
    assert weth.balance(accounts.collector.address) == 4 * ETHER
    assert browser().get(f"/api/v1/works/{work}").json()["owner"] == accounts.collector.address
    over = take(artist, digest)
    assert (fault(over), over.json()["reason"]) == ((409, "offer-dead"), "an owner took it")
    (offer,) = browser().get("/api/v1/offers?live=false").json()["offers"]
    assert (offer["is_taken"], offer["is_live"]) == (True, False)


def test_an_open_offer_is_for_whatever_work_its_taker_names(
    browser: Browser, accounts: Accounts, work: Cid, bidder: Bidder, send: Any, index: Any
) -> None:
    artist = browser(accounts.artist)
    any_work = bidder.offer(None)
    anothers = bidder.offer(None, artist=accounts.stranger.address)
    assert fault(take(artist, any_work)) == (422, "offer-elsewhere")
    assert fault(take(artist, anothers, work=str(work))) == (422, "offer-elsewhere")
    for scope, digest in (("any", any_work), ("artist", anothers)):
        (offer,) = browser().get(f"/api/v1/offers?scope={scope}").json()["offers"]
        assert (offer["digest"], offer["work"]) == (digest, None)
    send(accounts.artist.address, take(artist, any_work, work=str(work)).json())
    index()
    assert browser().get(f"/api/v1/works/{work}").json()["owner"] == accounts.collector.address


def test_a_wallet_contract_signs(work: Cid, bidder: Bidder, accounts: Accounts, act: Actor) -> None:
    typed = bidder.terms(work).json()["typed_data"]
    signed = {"offer": typed["message"], "signature": "0x" + "01" * 70}
    assert fault(bidder.site.post("/api/v1/offers", json=signed)) == (422, "offer-forged")
    with act.chain as chain:
        chain.ask("anvil_setCode", bidder.account.address, "0x" + CONSENTING)
    assert bidder.site.post("/api/v1/offers", json=signed).status_code == 201


def test_only_its_bidder_cancels_it(
    browser: Browser,
    accounts: Accounts,
    work: Cid,
    bidder: Bidder,
    send: Any,
    index: Any,
    act: Actor,
) -> None:
    digest = bidder.offer(work)
    path = f"/api/v1/offers/{digest}/cancellation"
    assert fault(browser(accounts.stranger).post(path)) == (403, "not-bidder")
    let_pay(act, bidder.currency, False)  # it sleeps, and could wake up
    index()
    asleep = take(browser(accounts.artist), digest)
    assert asleep.json()["reason"] == f"{bidder.currency} may no longer pay"
    send(accounts.collector.address, bidder.site.post(path).raise_for_status().json())
    index()
    again = bidder.site.post(path)
    assert (fault(again), again.json()["reason"]) == (
        (409, "offer-dead"),
        "the bidder cancelled it",
    )
    assert bidder.site.post("/api/v1/offers/cancellation").json()["function"] == "Market.cancelAll"


def test_all_at_once_and_by_time(
    browser: Browser, accounts: Accounts, work: Cid, bidder: Bidder, act: Actor, index: Any
) -> None:
    artist = browser(accounts.artist)
    before = bidder.offer(work)
    act.send(accounts.collector.address, "Market", "cancelAll")
    index()
    assert take(artist, before).json()["reason"] == "the bidder cancelled all offers"
    after = bidder.offer(work)
    act.skip(31 * DAY)
    index()
    # Sessions outlive no month of the wall's clock, but this month is the chain's.
    assert take(artist, after).json()["reason"].startswith("it expired at")
    assert browser().get("/api/v1/offers").json()["offers"] == []


def test_a_holder_sells_copies_and_the_artist_gets_the_royalty(
    browser: Browser,
    accounts: Accounts,
    bidder: Bidder,
    weth: Token,
    send: Any,
    act: Actor,
    index: Any,
) -> None:
    edition, holder, artist = Cid.of(b"a print"), accounts.stranger, accounts.artist.address
    terms = ("0x" + "00" * 20, 0, 9, 0, 2**48 - 1, 0, 0, bytes(32))
    act.send(artist, "Editions", "open", edition.token, 700, 10_000, terms, ((), 0, ()), ())
    act.send(artist, "Editions", "mint", edition.token, 5, holder.address, 0, 9, ())
    index()
    three, nine = (bidder.offer(edition, copies=copies) for copies in (3, 9))
    site = browser(holder)
    assert fault(take(site, nine)) == (403, "not-owner")
    send(holder.address, take(site, three).raise_for_status().json())
    index()
    fee = ETHER * act.read("Market", "policy")[0][1] // 10_000
    royalty = ETHER * 700 // 10_000
    assert weth.balance(artist) == royalty
    assert weth.balance(holder.address) == ETHER - fee - royalty
    assert act.read("Editions", "balanceOf", bidder.account.address, edition.token) == (3,)
    assert take(site, three).json()["reason"] == "an owner took it"
