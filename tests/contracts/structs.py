"""Sign structs that hold structs: EIP-712, by a library that knows nothing of ours."""

from collections.abc import Mapping
from typing import Any

from eth_account.messages import _hash_eip191_message, encode_typed_data
from signing import KEYS, Signed

TYPES = {
    "EditionVoucher": "uint256 edition,address artist,uint16 royaltyBps,Terms terms,"
    "uint16 maxFeeBps,uint64 deadline,uint64 nonce,address submitter,Split split",
    "Terms": "address currency,uint96 price,uint48 size,uint48 opensAt,uint48 closesAt,"
    "uint48 publicAt,uint32 walletLimit,bytes32 allowlist",
    "Split": "uint256[] parents,uint16 parentsBps,Share[] shares",
    "Share": "address payee,uint16 bps",
}


def sign_struct(
    kind: str, message: Mapping[str, Any], signer: Any, contract: Any, domain: Any = None
) -> Signed:
    """The message signed for a contract by one of the chain's accounts."""
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
