"""Sign orders as a wallet does: listings, bundles, listings of copies, offers."""

from collections.abc import Mapping
from typing import Any

from eth_account.messages import SignableMessage, _hash_eip191_message, encode_typed_data
from signing import KEYS, Signed

TYPES = {
    "Listing": "address seller,uint256 work,address currency,uint256 price,uint16 maxFeeBps,"
    "uint40 transferCount,uint64 expiresAt,uint64 epoch,address buyer",
    "Item": "uint256 work,uint40 transferCount",
    "Bundle": "address seller,Item[] items,address currency,uint256 price,uint16 maxFeeBps,"
    "uint64 expiresAt,uint64 epoch,address buyer",
    "EditionListing": "address seller,uint256 edition,uint256 copies,address currency,"
    "uint256 unitPrice,uint16 maxFeeBps,uint64 expiresAt,uint64 epoch,uint256 nonce,address buyer",
    "Offer": "address bidder,uint256 work,address artist,uint256 copies,address currency,"
    "uint256 price,uint256 nonce,uint64 expiresAt,uint64 epoch",
}
DIGESTS = {
    "Listing": "listingDigest",
    "Bundle": "bundleDigest",
    "EditionListing": "editionListingDigest",
    "Offer": "offerDigest",
}


def fields(kind: str) -> list[dict[str, str]]:
    """The fields of a struct, in EIP-712's words."""
    pairs = (part.split() for part in TYPES[kind].split(","))
    return [{"type": type_, "name": name} for type_, name in pairs]


def encode(kind: str, message: Mapping[str, Any], domain: Mapping[str, Any]) -> SignableMessage:
    """What is signed, by a library that knows nothing of our contracts."""
    types = {kind: fields(kind)} | ({"Item": fields("Item")} if kind == "Bundle" else {})
    return encode_typed_data(dict(domain), types, {k: _plain(v) for k, v in message.items()})


def sign_order(
    kind: str, message: Mapping[str, Any], signer: Any, domain: Mapping[str, Any]
) -> Signed:
    """The order signed by one of the chain's accounts."""
    ordered = {one["name"]: message[one["name"]] for one in fields(kind)}
    encoded = encode(kind, ordered, domain)
    signature = KEYS[str(signer)].sign_message(encoded).signature
    return Signed(ordered, bytes(signature), bytes(_hash_eip191_message(encoded)))


def changed(order: Signed, **changes: Any) -> tuple[Any, ...]:
    """The order's struct with other values than the signed ones."""
    return tuple({**order.message, **changes}.values())


def domain_of(contract: Any) -> dict[str, Any]:
    """A contract's EIP-712 domain, as it tells it (ERC-5267)."""
    _, name, version, chain_id, verifier, _, _ = contract.eip712Domain()
    return {"name": name, "version": version, "chainId": chain_id, "verifyingContract": verifier}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        names = [one["name"] for one in fields("Item")]
        return [dict(zip(names, item, strict=True)) for item in value]
    return str(value) if hasattr(value, "address") else value
