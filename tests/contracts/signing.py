"""Sign vouchers as a wallet does: EIP-712, by a library that knows nothing of ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eth_account import Account
from eth_account.messages import SignableMessage, _hash_eip191_message, encode_typed_data

MNEMONIC = "test test test test test test test test test test test junk"  # Anvil's own
ACCOUNTS = 10

TYPES = {
    "Voucher": "uint256 work,address artist,address to,uint256 priceWei,uint16 royaltyBps,"
    "uint16 maxFeeBps,uint64 deadline,uint256 nonce,address submitter",
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
        return tuple(self.message.values())

    def __getattr__(self, name: str) -> Any:
        try:
            return self.message[name]
        except KeyError as error:
            raise AttributeError(name) from error


def sign(kind: str, message: Mapping[str, Any], signer: Any, domain: Mapping[str, Any]) -> Signed:
    """The message signed by one of the chain's accounts."""
    pairs = (part.split() for part in TYPES[kind].split(","))
    fields = [{"type": type_, "name": name} for type_, name in pairs]
    ordered = {one["name"]: message[one["name"]] for one in fields}
    plain = {name: str(v) if hasattr(v, "address") else v for name, v in ordered.items()}
    encoded: SignableMessage = encode_typed_data(dict(domain), {kind: fields}, plain)
    signature = KEYS[str(signer)].sign_message(encoded).signature
    return Signed(ordered, bytes(signature), bytes(_hash_eip191_message(encoded)))
