"""What the market's tests begin with: minted works, a token, and builders of what people sign."""

from collections.abc import Callable, Mapping
from typing import Any

import brownie
import pytest
from brownie import ZERO_ADDRESS
from orders import domain_of, sign_order
from scene import DAY, ETHER, FEE_BPS, act, now, work_id
from signing import Signed

EDITION = work_id(50)
SIGNERS = {"Listing": "seller", "Bundle": "seller", "EditionListing": "seller", "Offer": "bidder"}


@pytest.fixture(autouse=True)
def work_is_there(minted: int) -> None:
    """The artist's first work, in the artist's hands."""


@pytest.fixture(scope="module")
def make_order(market: Any) -> Callable[..., Signed]:
    """An order of a kind, signed; keywords change terms, signer or domain."""
    own = domain_of(market)

    def build(
        kind: str,
        signer: Any = None,
        domain: Mapping[str, Any] | None = None,
        **terms: Any,
    ) -> Signed:
        who = terms[SIGNERS[kind]]
        key = signer or (who.OWNER() if hasattr(who, "OWNER") else who)
        common = {"expiresAt": now() + DAY, "epoch": 0}
        return sign_order(kind, {**common, **terms}, key, {**own, **(domain or {})})

    return build


@pytest.fixture(scope="module")
def make_listing(make_order: Callable[..., Signed], artist: Any) -> Callable[..., Signed]:
    """A listing of the artist's first work."""

    def build(**terms: Any) -> Signed:
        return make_order("Listing", **{"seller": artist, "work": work_id(1), **_sale(), **terms})

    return build


@pytest.fixture(scope="module")
def make_bundle(make_order: Callable[..., Signed], artist: Any) -> Callable[..., Signed]:
    """A bundle of the artist's first works; `count` says how many."""

    def build(count: int = 3, **terms: Any) -> Signed:
        items = [(work_id(1 + i), 0) for i in range(count)]
        return make_order("Bundle", **{"seller": artist, "items": items, **_sale(), **terms})

    return build


@pytest.fixture(scope="module")
def make_copies(make_order: Callable[..., Signed], artist: Any) -> Callable[..., Signed]:
    """A listing of five copies of the artist's edition, at a fifth of an ether each."""

    def build(**terms: Any) -> Signed:
        edition = {"edition": EDITION, "copies": 5, "unitPrice": ETHER // 5, "nonce": 0}
        return make_order("EditionListing", **{"seller": artist, **edition, **_sale(), **terms})

    return build


@pytest.fixture(scope="module")
def make_offer(
    make_order: Callable[..., Signed], collector: Any, token: Any
) -> Callable[..., Signed]:
    """The collector's offer for the artist's first work."""

    def build(**terms: Any) -> Signed:
        common = {
            "bidder": collector,
            "work": work_id(1),
            "artist": ZERO_ADDRESS,
            "copies": 0,
            "currency": token,
            "price": ETHER,
            "nonce": 0,
        }
        return make_order("Offer", **{**common, **terms})

    return build


@pytest.fixture(scope="module")
def works(minted: int, artwork: Any, artist: Any) -> list[int]:
    """The artist's first five works, at ten per cent royalty."""
    more = [work_id(2 + i) for i in range(4)]
    artwork.mintBatch(more, artist, 1_000, {"from": artist})
    return [minted, *more]


@pytest.fixture(scope="module")
def edition(deployed: Mapping[str, Any], admitted: Any) -> int:
    """An open edition of the artist's, at ten per cent royalty; the artist has ten copies."""
    editions, forever = deployed["Editions"], 2**48 - 1
    terms = (ZERO_ADDRESS, 0, 0, 0, forever, 0, 0, bytes(32))
    editions.open(EDITION, 1_000, FEE_BPS, terms, ([], 0, []), [], {"from": admitted})
    editions.mint(EDITION, 10, admitted, 0, 0, [], {"from": admitted})
    return EDITION


@pytest.fixture(scope="module")
def editions(deployed: Mapping[str, Any]) -> Any:
    return deployed["Editions"]


@pytest.fixture(scope="module")
def make_token(
    deployed: Mapping[str, Any], market: Any, as_treasury: Any, stranger: Any, collector: Any
) -> Callable[..., Any]:
    """A token the DAO allowed; the collector has a hundred and lets the market take them."""

    def build(kind: str = "PlainToken") -> Any:
        token = stranger.deploy(getattr(brownie, kind))
        deployed["Currencies"].setCurrency(token, True, {"from": as_treasury})
        token.mint(collector, 100 * ETHER, {"from": stranger})
        token.approve(market, 2**256 - 1, {"from": collector})
        return token

    return build


@pytest.fixture(scope="module")
def token(make_token: Callable[..., Any]) -> Any:
    """An honest token."""
    return make_token()


@pytest.fixture(scope="module")
def buy(market: Any) -> Callable[..., Any]:
    """Buy a listing or a bundle at its price."""

    def build(order: Signed, buyer: Any) -> Any:
        value = order.price if order.currency == ZERO_ADDRESS else 0
        method = market.buyBundle if "items" in order.message else market.buy
        return act(buyer, method, order.terms, order.signature, value=value)

    return build


@pytest.fixture(scope="module")
def buy_copies(market: Any) -> Callable[..., Any]:
    """Buy some of the listed copies, at their price."""

    def build(order: Signed, buyer: Any, copies: int) -> Any:
        value = order.unitPrice * copies if order.currency == ZERO_ADDRESS else 0
        return act(buyer, market.buyEdition, order.terms, order.signature, copies, value=value)

    return build


@pytest.fixture(scope="module")
def take(market: Any) -> Callable[..., Any]:
    """Take an offer for a work."""

    def build(offer: Signed, taker: Any, work: int = 0, least: int = 0) -> Any:
        return act(taker, market.takeOffer, offer.terms, offer.signature, work or work_id(1), least)

    return build


@pytest.fixture
def collected(buy: Callable[..., Any], make_listing: Callable[..., Signed], collector: Any) -> Any:
    """The first work, bought by the collector; its transfer count is one."""
    buy(make_listing(), collector)
    return collector


@pytest.fixture
def resale(make_listing: Callable[..., Signed], collected: Any) -> Signed:
    """The collector's listing of it."""
    return make_listing(seller=collected, transferCount=1, price=2 * ETHER)


def _sale() -> dict[str, Any]:
    """What listings and bundles have in common."""
    return {
        "currency": ZERO_ADDRESS,
        "price": ETHER,
        "maxFeeBps": FEE_BPS,
        "transferCount": 0,
        "buyer": ZERO_ADDRESS,
    }
