"""Ways to spell a signature that a strict verifier refuses."""

from collections.abc import Callable

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141  # of secp256k1


def _high_s(signature: bytes) -> bytes:
    """The other signature of the same message by the same key."""
    s = ORDER - int.from_bytes(signature[32:64])
    return signature[:32] + s.to_bytes(32) + bytes([55 - signature[64]])


def _compact(signature: bytes) -> bytes:
    """The 64-byte form of ERC-2098."""
    parity_and_s = int.from_bytes(signature[32:64]) | (signature[64] - 27) << 255
    return signature[:32] + parity_and_s.to_bytes(32)


MALFORMED: dict[str, Callable[[bytes], bytes]] = {
    "high s": _high_s,
    "64 bytes": _compact,
    "cut": lambda signature: signature[:64],
    "too long": lambda signature: signature + b"\0",
    "empty": lambda signature: b"",
    "zeros": lambda signature: bytes(65),
}
