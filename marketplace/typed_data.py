"""Write what wallets sign (EIP-712), and the digest that their signature is over."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from eth_account.messages import encode_typed_data
from eth_utils.crypto import keccak

from indexer.primitives import Address

Field = tuple[str, str]

_DOMAIN: Final[Sequence[Field]] = (
    ("name", "string"),
    ("version", "string"),
    ("chainId", "uint256"),
    ("verifyingContract", "address"),
)


def document(
    kind: str,
    fields: Sequence[Field],
    message: Mapping[str, Any],
    *,
    domain_name: str,
    chain_id: int,
    contract: Address,
) -> dict[str, Any]:
    """A request for `eth_signTypedData_v4`."""
    return {
        "types": {"EIP712Domain": _listed(_DOMAIN), kind: _listed(fields)},
        "primaryType": kind,
        "domain": {
            "name": domain_name,
            "version": "1",
            "chainId": chain_id,
            "verifyingContract": contract,
        },
        "message": dict(message),
    }


def digest(request: Mapping[str, Any]) -> bytes:
    """The 32 bytes that a signature of the request is over."""
    signable = encode_typed_data(full_message=dict(request))
    return keccak(b"\x19" + signable.version + signable.header + signable.body)


def _listed(fields: Sequence[Field]) -> list[dict[str, str]]:
    return [{"name": name, "type": kind} for name, kind in fields]
