"""Name the chain's values - addresses, hashes, 256-bit integers - and store each exactly."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NewType

from eth_hash.auto import keccak
from sqlalchemy import LargeBinary, Numeric
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

Address = NewType("Address", str)
"""20 bytes, spoken as `0x` and 40 hexadecimal digits with the checksum of EIP-55."""

Hash32 = NewType("Hash32", str)
"""32 bytes, spoken as `0x` and 64 hexadecimal digits in lower case."""

UINT256_MAX = 2**256 - 1

_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_HASH32 = re.compile(r"0x[0-9a-f]{64}")


@lru_cache(maxsize=2**16)
def address_from_bytes(content: bytes) -> Address:
    """The 20 bytes as a checksummed address (EIP-55)."""
    if len(content) != 20:
        raise ValueError(f"an address has 20 bytes, not {len(content)}: 0x{content.hex()}")
    digits = content.hex()
    mask = keccak(digits.encode()).hex()
    return Address(
        "0x" + "".join(d.upper() if m > "7" else d for d, m in zip(digits, mask, strict=False))
    )


@lru_cache(maxsize=2**16)
def address(text: str) -> Address:
    """Text in any case as a checksummed address; a wrong checksum is not repaired."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError(f"an address is 0x and 40 hexadecimal digits, not {text!r}")
    checksummed = address_from_bytes(bytes.fromhex(text[2:]))
    if text[2:] not in (text[2:].lower(), text[2:].upper(), checksummed[2:]):
        raise ValueError(f"{text!r} has a wrong checksum; did you mean {checksummed!r}?")
    return checksummed


ZERO_ADDRESS = address_from_bytes(bytes(20))


def hash32(text: str) -> Hash32:
    """Text as a 32-byte hash, in lower case as nodes write it."""
    if not _HASH32.fullmatch(text):
        raise ValueError(f"a hash is 0x and 64 hexadecimal digits in lower case, not {text!r}")
    return Hash32(text)


class AddressType(TypeDecorator[Address]):
    """A column of addresses: 20 bytes in the table, checksummed text in Python."""

    impl = LargeBinary(20)
    cache_ok = True

    def process_bind_param(self, value: Address | None, dialect: Dialect) -> bytes | None:
        """The address's 20 bytes."""
        return None if value is None else bytes.fromhex(address(value)[2:])

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Address | None:
        """The stored bytes as checksummed text."""
        return None if value is None else address_from_bytes(bytes(value))


class Hash32Type(TypeDecorator[Hash32]):
    """A column of hashes: 32 bytes in the table, `0x...` in Python."""

    impl = LargeBinary(32)
    cache_ok = True

    def process_bind_param(self, value: Hash32 | None, dialect: Dialect) -> bytes | None:
        """The hash's 32 bytes."""
        return None if value is None else bytes.fromhex(hash32(value)[2:])

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Hash32 | None:
        """The stored bytes as text."""
        return None if value is None else Hash32("0x" + value.hex())


class Uint256(TypeDecorator[int]):
    """A column of unsigned 256-bit integers, exact and in order."""

    impl = Numeric(78, 0)
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """The integer itself, once it is known to fit."""
        if value is not None and not 0 <= value <= UINT256_MAX:
            raise ValueError(f"{value} is no unsigned 256-bit integer")
        return value

    def process_result_value(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """The stored number as a Python integer."""
        return None if value is None else int(value)
