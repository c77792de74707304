"""Check who signed: an account by its key, or a contract by asking it (ERC-1271)."""

from eth_abi.abi import encode
from eth_keys.datatypes import Signature
from eth_keys.exceptions import BadSignature
from eth_utils.crypto import keccak
from eth_utils.exceptions import ValidationError

from indexer.primitives import Address
from marketplace.adapters.chain import Chain, NodeRefused, Reverted
from marketplace.errors import Malformed

SIGNATURE_LIMIT = 4096  # bytes; contracts of many owners sign long
ACCOUNT_LENGTH = 65
VALID = bytes.fromhex("1626ba7e")  # also the selector of isValidSignature(bytes32,bytes)
CONTRACT_GAS = 500_000
HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0


class SignatureUnreadable(Malformed):
    """The signature is not hexadecimal text of a possible length."""

    title = "This is no signature"


def parse(text: str) -> bytes:
    """A signature's bytes from `0x` and hexadecimal digits, in the form that contracts take."""
    digits = text.removeprefix("0x")
    if len(digits) > 2 * SIGNATURE_LIMIT:
        raise SignatureUnreadable(f"A signature has at most {SIGNATURE_LIMIT} bytes.")
    try:
        signature = bytes.fromhex(digits)
    except ValueError as fault:
        raise SignatureUnreadable("A signature is written as 0x and hexadecimal digits.") from fault
    if len(signature) == ACCOUNT_LENGTH and signature[-1] in (0, 1):  # as some hardware writes it
        return signature[:-1] + bytes([signature[-1] + 27])
    return signature


def text_digest(text: str) -> bytes:
    """What a wallet signs when it signs text (EIP-191, version 0x45)."""
    content = text.encode()
    return keccak(b"\x19Ethereum Signed Message:\n" + str(len(content)).encode() + content)


def is_signed_by(chain: Chain, signer: Address, digest: bytes, signature: bytes) -> bool:
    """Whether the account, or the contract at its address, signed the digest."""
    return recovered(digest, signature) == signer or _contract_accepts(
        chain, signer, digest, signature
    )


def recovered(digest: bytes, signature: bytes) -> Address | None:
    """Whose key made the signature, if it is one that contracts take: its twin is refused."""
    if len(signature) != ACCOUNT_LENGTH or signature[64] not in (27, 28):
        return None
    if int.from_bytes(signature[32:64]) > HALF_ORDER:
        return None
    try:
        made = Signature(signature[:64] + bytes([signature[64] - 27]))
        return Address(made.recover_public_key_from_msg_hash(digest).to_checksum_address())
    except (BadSignature, ValidationError):
        return None


def _contract_accepts(chain: Chain, signer: Address, digest: bytes, signature: bytes) -> bool:
    """An account without code answers with nothing, so it need not be told apart first."""
    data = VALID + encode(["bytes32", "bytes"], [digest, signature])
    call = {"to": signer, "data": "0x" + data.hex(), "gas": hex(CONTRACT_GAS)}
    try:
        answer = str(chain.ask("eth_call", call, "latest"))
    except (Reverted, NodeRefused):
        return False
    return answer == "0x" + VALID.hex().ljust(64, "0")
