"""Consent to a share as a payee's wallet does: EIP-712, by a library that knows nothing of ours."""

from collections.abc import Mapping
from typing import Any

from brownie import web3
from eth_account import Account
from eth_account.messages import encode_typed_data
from scene import DAY, now
from signing import KEYS

EVERY_WORK = 0
TYPE = "uint256 work,address artist,address payee,uint16 bps,uint64 epoch,uint64 deadline"
FIELDS = [{"type": type_, "name": name} for type_, name in (p.split() for p in TYPE.split(","))]

# More payees than the chain has accounts.
PAYEES = [Account.from_key(web3.keccak(text=f"payee {number}")) for number in range(40)]
_KEYS = {**KEYS, **{payee.address: payee for payee in PAYEES}}

Consent = tuple[bool, int, bytes]


def consented(
    royalties: Any,
    payee: Any,
    bps: int,
    *,
    work: int,
    artist: Any,
    is_standing: bool = False,
    signer: Any = None,
    domain: Mapping[str, Any] | None = None,
    **terms: Any,
) -> Consent:
    """A payee's consent to a share, signed; keywords change message, signer or domain."""
    message = {
        "work": EVERY_WORK if is_standing else work,
        "artist": str(artist),
        "payee": _address(payee),
        "bps": bps,
        "epoch": 0,
        "deadline": now() + DAY,
        **terms,
    }
    key = _KEYS[_address(signer or _signer_of(payee))]
    signable = encode_typed_data(
        {**_domain(royalties), **(domain or {})}, {"Consent": FIELDS}, message
    )
    return is_standing, message["deadline"], bytes(key.sign_message(signable).signature)


def _domain(royalties: Any) -> dict[str, Any]:
    return {
        "name": "Atelier Royalties",
        "version": "1",
        "chainId": web3.eth.chain_id,
        "verifyingContract": royalties.address,
    }


def _signer_of(payee: Any) -> Any:
    return payee.OWNER() if hasattr(payee, "OWNER") else payee


def _address(who: Any) -> str:
    return str(getattr(who, "address", who))
