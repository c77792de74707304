"""What the editions' tests begin with: an artist, terms, and the ways to open and to mint."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from brownie import ZERO_ADDRESS, accounts
from eth_account.messages import _hash_eip191_message, encode_typed_data
from scene import DAY, ETHER, FEE_BPS, act, now, work_id
from signing import KEYS, Signed

TYPES = {
    "EditionVoucher": "uint256 edition,address artist,uint16 royaltyBps,Terms terms,"
    "uint16 maxFeeBps,uint64 deadline,uint64 nonce,address submitter,Split split",
    "Terms": "address currency,uint96 price,uint48 size,uint48 opensAt,uint48 closesAt,"
    "uint48 publicAt,uint32 walletLimit,bytes32 allowlist",
    "Split": "uint256[] parents,uint16 parentsBps,Share[] shares",
    "Share": "address payee,uint16 bps",
    "Consent": "uint256 work,address artist,address payee,uint16 bps,uint64 epoch,uint64 deadline",
}
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
def make_consent(royalties: Any, artist: Any) -> Callable[..., tuple[bool, int, bytes]]:
    """A payee's consent to a share of the artist's first edition."""

    def build(payee: Any, bps: int, work: int = work_id(1)) -> tuple[bool, int, bytes]:
        deadline = now() + DAY
        message = {"work": work, "artist": artist, "payee": payee, "bps": bps, "epoch": 0}
        signed = sign_struct("Consent", {**message, "deadline": deadline}, payee, royalties)
        return False, deadline, signed.signature

    return build


def sign_struct(
    kind: str, message: Mapping[str, Any], signer: Any, contract: Any, domain: Any = None
) -> Signed:
    """The message signed for a contract by one of the chain's accounts, structs within structs."""
    _, name, version, chain_id, verifier, _, _ = contract.eip712Domain()
    usual = {"name": name, "version": version, "chainId": chain_id, "verifyingContract": verifier}
    encoded = encode_typed_data({**usual, **(domain or {})}, _types(kind), _plain(message))
    key = KEYS[str(signer.OWNER() if hasattr(signer, "OWNER") else signer)]
    fields = {name: as_struct(value) for name, value in message.items()}
    digest = bytes(_hash_eip191_message(encoded))
    return Signed(fields, bytes(key.sign_message(encoded).signature), digest)


def as_struct(value: Any) -> Any:
    """A message as Brownie passes structs: tuples all the way down."""
    if isinstance(value, Mapping):
        return tuple(as_struct(one) for one in value.values())
    return [as_struct(one) for one in value] if isinstance(value, list) else value


def _types(kind: str) -> dict[str, list[dict[str, str]]]:
    """A type and those it is made of."""
    pairs = [part.split() for part in TYPES[kind].split(",")]
    found = {kind: [{"type": type_, "name": name} for type_, name in pairs]}
    for type_, _ in pairs:
        if type_.removesuffix("[]") in TYPES:
            found |= _types(type_.removesuffix("[]"))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value) if hasattr(value, "address") else value


def _allowed(kind: str, deployed: Any, as_treasury: Any, double: Any) -> Any:
    found = double(kind)
    deployed["Currencies"].setCurrency(found, True, {"from": as_treasury})
    collector = accounts[6]
    found.mint(collector, 100 * ETHER, {"from": collector})
    found.approve(deployed["Editions"], 2**256 - 1, {"from": collector})
    return found
