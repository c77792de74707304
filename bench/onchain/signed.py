"""What people sign off chain (EIP-712): vouchers, listings, bundles, offers, consents, votes."""

from functools import cache
from hashlib import sha256
from typing import Any

from eth_account import Account
from eth_account.messages import encode_typed_data

from onchain.stage import ARTIST, DAY, ETHER, MNEMONIC, ZERO, Stage

TYPES = {
    "Share": "address payee,uint16 bps",
    "Split": "uint256[] parents,uint16 parentsBps,Share[] shares",
    "Voucher": "uint256 work,address artist,address to,address currency,uint256 price,"
    "uint16 royaltyBps,uint16 maxFeeBps,uint64 deadline,uint64 nonce,address submitter,Split split",
    "Consent": "uint256 work,address artist,address payee,uint16 bps,uint64 epoch,uint64 deadline",
    "Listing": "address seller,uint256 work,address currency,uint256 price,uint16 maxFeeBps,"
    "uint40 transferCount,uint64 expiresAt,uint64 epoch,address buyer",
    "Item": "uint256 work,uint40 transferCount",
    "Bundle": "address seller,Item[] items,address currency,uint256 price,uint16 maxFeeBps,"
    "uint64 expiresAt,uint64 epoch,address buyer",
    "Offer": "address bidder,uint256 work,address artist,uint256 copies,address currency,"
    "uint256 price,uint256 nonce,uint64 expiresAt,uint64 epoch",
    "EditionListing": "address seller,uint256 edition,uint256 copies,address currency,"
    "uint256 unitPrice,uint16 maxFeeBps,uint64 expiresAt,uint64 epoch,uint256 nonce,address buyer",
    "Endorsement": "address artist,bytes32 dossier,address member,uint64 deadline",
    "Vote": "uint256 application,uint8 round,address member,uint8 support,bytes32 reasonDigest,"
    "string reason,uint64 deadline",
}
FEE_BPS = 250
PLAIN: dict[str, Any] = {"parents": [], "parentsBps": 0, "shares": []}
Order = tuple[tuple[Any, ...], bytes]


def work_id(number: int) -> int:
    """The id of some work."""
    return int.from_bytes(sha256(f"work {number}".encode()).digest())


def voucher(stage: Stage, work: int, price: int) -> Order:
    """The artist's voucher for a plain work."""
    return _signed(
        stage,
        ARTIST,
        "Artwork",
        "Voucher",
        work=work,
        artist=stage.who(ARTIST),
        to=ZERO,
        currency=ZERO,
        price=price,
        royaltyBps=1_000,
        maxFeeBps=FEE_BPS,
        deadline=stage.now() + DAY,
        nonce=0,
        submitter=ZERO,
        split=PLAIN,
    )


def listing(stage: Stage, seller: int, work: int, transfer_count: int) -> Order:
    """A listing of one work, at one ether."""
    own = {"work": work, "transferCount": transfer_count}
    return _signed(stage, seller, "Market", "Listing", **_sale(stage, seller), **own)


def bundle(stage: Stage, seller: int, works: list[int]) -> Order:
    """A listing of several works that never moved, at one ether together."""
    items = [{"work": work, "transferCount": 0} for work in works]
    return _signed(stage, seller, "Market", "Bundle", **_sale(stage, seller), items=items)


def edition_listing(stage: Stage, seller: int, edition: int, copies: int) -> Order:
    """A listing of copies, at one ether each."""
    terms = _sale(stage, seller)
    return _signed(
        stage,
        seller,
        "Market",
        "EditionListing",
        seller=terms["seller"],
        edition=edition,
        copies=copies,
        currency=terms["currency"],
        unitPrice=terms["price"],
        maxFeeBps=terms["maxFeeBps"],
        expiresAt=terms["expiresAt"],
        epoch=terms["epoch"],
        nonce=0,
        buyer=terms["buyer"],
    )


def offer(stage: Stage, bidder: int, work: int, currency: str, nonce: int) -> Order:
    """An offer of one whole token of a currency for a work."""
    return _signed(
        stage,
        bidder,
        "Market",
        "Offer",
        bidder=stage.who(bidder),
        work=work,
        artist=ZERO,
        copies=0,
        currency=currency,
        price=ETHER,
        nonce=nonce,
        expiresAt=stage.now() + DAY,
        epoch=0,
    )


def consents(stage: Stage, payees: tuple[int, ...], bps: int, work: int) -> list[Any]:
    """What each payee of the artist's work signed, as the contract takes it."""
    found = []
    for payee in payees:
        deadline = stage.now() + DAY
        artist, address = stage.who(ARTIST), stage.who(payee)
        terms = {"artist": artist, "payee": address, "bps": bps, "epoch": 0, "deadline": deadline}
        _, signature = _signed(stage, payee, "Royalties", "Consent", work=work, **terms)
        found.append((False, deadline, signature))
    return found


def vote(stage: Stage, member: int, application: int, support: int) -> tuple[Any, ...]:
    """A member's signed vote, its reason named by a digest."""
    terms, signature = _signed(
        stage,
        member,
        "Curation",
        "Vote",
        application=application,
        round=1,
        member=stage.who(member),
        support=support,
        reasonDigest=sha256(b"reason").digest(),
        reason="",
        deadline=stage.now() + DAY,
    )
    return (*terms, signature)


def endorsement(stage: Stage, member: int, artist: int, dossier: bytes) -> tuple[Any, ...]:
    """A member's signed word for an artist, as the contract takes it."""
    (_, _, address, deadline), signature = _signed(
        stage,
        member,
        "Curation",
        "Endorsement",
        artist=stage.who(artist),
        dossier=dossier,
        member=stage.who(member),
        deadline=stage.now() + DAY,
    )
    return address, deadline, signature


def _sale(stage: Stage, seller: int) -> dict[str, Any]:
    return {
        "seller": stage.who(seller),
        "currency": ZERO,
        "price": ETHER,
        "maxFeeBps": FEE_BPS,
        "expiresAt": stage.now() + DAY,
        "epoch": 0,
        "buyer": ZERO,
    }


def _signed(stage: Stage, signer: int, contract: str, kind: str, **message: Any) -> Order:
    """A message as the contract takes it, and its signature."""
    domain = {
        "name": f"Atelier {contract}",
        "version": "1",
        "chainId": stage.web3.eth.chain_id,
        "verifyingContract": stage.contracts[contract].address,
    }
    signable = encode_typed_data(domain, _types(kind), message)
    return _struct(kind, message), bytes(_key(signer).sign_message(signable).signature)


@cache
def _key(index: int) -> Any:
    return Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{index}")


def _fields(kind: str) -> list[tuple[str, str]]:
    return [(type_, name) for type_, name in (one.split() for one in TYPES[kind].split(","))]


def _types(kind: str) -> dict[str, list[dict[str, str]]]:
    """A struct and those within it, in EIP-712's words."""
    found = {kind: [{"type": type_, "name": name} for type_, name in _fields(kind)]}
    for type_, _ in _fields(kind):
        if type_.removesuffix("[]") in TYPES:
            found |= _types(type_.removesuffix("[]"))
    return found


def _struct(kind: str, message: dict[str, Any]) -> tuple[Any, ...]:
    """A message as a tuple, in the struct's order."""

    def plain(type_: str, value: Any) -> Any:
        if type_.removesuffix("[]") not in TYPES:
            return value
        inner = type_.removesuffix("[]")
        return [_struct(inner, one) for one in value] if inner != type_ else _struct(inner, value)

    return tuple(plain(type_, message[name]) for type_, name in _fields(kind))


Account.enable_unaudited_hdwallet_features()
