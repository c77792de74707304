"""Sign what people sign, as a wallet does: EIP-712, by a library that knows nothing of ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eth_account import Account
from eth_account.messages import SignableMessage, _hash_eip191_message, encode_typed_data

MNEMONIC = "test test test test test test test test test test test junk"  # Anvil's own
ACCOUNTS = 10

TYPES = {
    "Voucher": "uint256 work,address artist,address to,address currency,uint256 price,"
    "uint16 royaltyBps,uint16 maxFeeBps,uint64 deadline,uint64 nonce,address submitter,Split split",
    "Split": "uint256[] parents,uint16 parentsBps,Share[] shares",
    "Share": "address payee,uint16 bps",
    "Vote": "uint256 application,uint8 round,address member,uint8 support,bytes32 reasonDigest,"
    "string reason,uint64 deadline",
    "Endorsement": "address artist,bytes32 dossier,address member,uint64 deadline",
}

Account.enable_unaudited_hdwallet_features()
_WALLETS = [
    Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{index}")
    for index in range(ACCOUNTS)
]
KEYS = {wallet.address: wallet for wallet in _WALLETS}


@dataclass(frozen=True)
class Signed:
    """A message as its contract takes it, and its signature."""

    message: Mapping[str, Any]
    signature: bytes
    digest: bytes

    @property
    def terms(self) -> tuple[Any, ...]:
        """The struct in the contract's order."""
        found: tuple[Any, ...] = struct(self.message)
        return found

    def __getattr__(self, name: str) -> Any:
        try:
            return self.message[name]
        except KeyError as error:
            raise AttributeError(name) from error


def sign(kind: str, message: Mapping[str, Any], signer: Any, domain: Mapping[str, Any]) -> Signed:
    """The message signed by one of the chain's accounts."""
    types: dict[str, list[dict[str, str]]] = {}
    _collect(kind, types)
    ordered = {one["name"]: message[one["name"]] for one in types[kind]}
    encoded: SignableMessage = encode_typed_data(dict(domain), types, _plain(ordered))
    signature = KEYS[str(signer)].sign_message(encoded).signature
    return Signed(ordered, bytes(signature), bytes(_hash_eip191_message(encoded)))


def struct(value: Any) -> Any:
    """A message as the contract takes it: a struct is a tuple, a list of them a list."""
    if isinstance(value, Mapping):
        return tuple(struct(one) for one in value.values())
    return [struct(one) for one in value] if isinstance(value, list) else value


def _collect(kind: str, types: dict[str, list[dict[str, str]]]) -> None:
    """The fields of a type, and of those it is made of."""
    pairs = [part.split() for part in TYPES[kind].split(",")]
    types[kind] = [{"type": type_, "name": name} for type_, name in pairs]
    for type_, _ in pairs:
        part = re.sub(r"\[.*", "", type_)
        if part in TYPES and part not in types:
            _collect(part, types)


def _plain(value: Any) -> Any:
    """A message without Brownie's objects."""
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value) if hasattr(value, "address") else value
