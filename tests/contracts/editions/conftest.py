"""What the editions' tests begin with: an artist, terms, and the ways to open and to mint."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from brownie import ZERO_ADDRESS, accounts
from consenting import Consent, consented
from scene import DAY, ETHER, FEE_BPS, act, now, work_id
from signing import Signed
from structs import as_struct, sign_struct

PLAIN = {"parents": [], "parentsBps": 0, "shares": []}


@pytest.fixture(scope="module")
def editions(deployed: Mapping[str, Any]) -> Any:
    return deployed["Editions"]


@pytest.fixture(scope="module")
def royalties(deployed: Mapping[str, Any]) -> Any:
    return deployed["Royalties"]


@pytest.fixture(scope="module")
def as_curation(curation: Any) -> Any:
    """Curation as a sender, as if the members had voted."""
    return accounts.at(curation.address, force=True)


@pytest.fixture(scope="module")
def as_market(market: Any) -> Any:
    """The market as a sender, as if something had been sold."""
    return accounts.at(market.address, force=True)


@pytest.fixture(scope="module")
def let_in(artwork: Any, as_curation: Any) -> Callable[[Any], Any]:
    """Make somebody an artist."""

    def build(account: Any) -> Any:
        artwork.admit(account, {"from": as_curation})
        return account

    return build


@pytest.fixture(scope="module", autouse=True)
def artist_is_in(let_in: Callable[[Any], Any], artist: Any) -> None:
    """The artist of all editions here is admitted."""
    let_in(artist)


@pytest.fixture(scope="module")
def end_admission(artwork: Any, as_curation: Any, artist: Any) -> Callable[[int], Any]:
    """Let the artist's admission end in a second to come."""
    return lambda until: artwork.endAdmission(artist, until, {"from": as_curation})


@pytest.fixture(scope="module")
def token(deployed: Mapping[str, Any], as_treasury: Any, double: Callable[..., Any]) -> Any:
    """A token that the DAO allows; the collector has some and lets the editions take it."""
    return _allowed("PlainToken", deployed, as_treasury, double)


@pytest.fixture(scope="module")
def allow(
    deployed: Mapping[str, Any], as_treasury: Any, double: Callable[..., Any]
) -> Callable[[str], Any]:
    """The same with a token of other manners."""
    return lambda kind: _allowed(kind, deployed, as_treasury, double)


@pytest.fixture(scope="session")
def make_terms() -> Callable[..., dict[str, Any]]:
    """Terms of ten copies at an ether each, public for a day; keywords change them."""

    def build(**changed: Any) -> dict[str, Any]:
        return {
            "currency": ZERO_ADDRESS,
            "price": ETHER,
            "size": 10,
            "opensAt": 0,
            "closesAt": now() + DAY,
            "publicAt": 0,
            "walletLimit": 0,
            "allowlist": bytes(32),
            **changed,
        }

    return build


@pytest.fixture(scope="module")
def open_edition(editions: Any, artist: Any, make_terms: Any) -> Callable[..., Any]:
    """Open the artist's first edition, at ten per cent royalty; keywords change the terms."""

    def build(
        edition: int = work_id(1),
        by: Any = artist,
        royalty: int = 1_000,
        max_fee: int = FEE_BPS,
        split: Mapping[str, Any] = PLAIN,
        consents: Any = (),
        **terms: Any,
    ) -> Any:
        structs = as_struct(make_terms(**terms)), as_struct(split), consents
        return act(by, editions.open, edition, royalty, max_fee, *structs)

    return build


@pytest.fixture(scope="module")
def mint(editions: Any, collector: Any) -> Callable[..., Any]:
    """Mint copies of the first edition to the collector, who pays what they cost."""

    def build(
        copies: int = 1,
        to: Any = collector,
        by: Any = None,
        edition: int = work_id(1),
        price: int | None = None,
        value: int | None = None,
        limit: int = 0,
        proof: Any = (),
    ) -> Any:
        terms = editions.termsOf(edition)
        price = copies * terms["price"] if price is None else price
        due = price if terms["currency"] == ZERO_ADDRESS else 0
        arguments = edition, copies, to, price, limit, proof
        return act(by or to, editions.mint, *arguments, value=due if value is None else value)

    return build


@pytest.fixture(scope="module")
def make_edition_voucher(editions: Any, artist: Any, make_terms: Any) -> Callable[..., Signed]:
    """A voucher for the artist's first edition, signed; keywords change message, signer, domain."""

    def build(signer: Any = None, domain: Any = None, terms: Any = None, **changed: Any) -> Signed:
        message = {
            "edition": work_id(1),
            "artist": artist,
            "royaltyBps": 1_000,
            "terms": make_terms(**(terms or {})),
            "maxFeeBps": FEE_BPS,
            "deadline": now() + DAY,
            "nonce": 0,
            "submitter": ZERO_ADDRESS,
            "split": PLAIN,
            **changed,
        }
        signer = signer or message["artist"]
        return sign_struct("EditionVoucher", message, signer, editions, domain)

    return build


@pytest.fixture(scope="module")
def make_consent(royalties: Any, artist: Any) -> Callable[..., Consent]:
    """A payee's consent to a share of the artist's first edition."""
    return lambda payee, bps: consented(royalties, payee, bps, work=work_id(1), artist=artist)


def _allowed(kind: str, deployed: Any, as_treasury: Any, double: Any) -> Any:
    found = double(kind)
    deployed["Currencies"].setCurrency(found, True, {"from": as_treasury})
    collector = accounts[6]
    found.mint(collector, 100 * ETHER, {"from": collector})
    found.approve(deployed["Editions"], 2**256 - 1, {"from": collector})
    return found
