"""Say of every kind of value how it is stored, spoken, asked for, and shown in the description."""

import re
from base64 import b32encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Final, Literal

import orjson
from pydantic import Field

from indexer.primitives import (
    UINT256_MAX,
    ZERO_ADDRESS,
    Address,
    address,
    address_from_bytes,
    hash32,
)
from marketplace.adapters.ipfs.cid import RAW, SHA2_256, Cid
from marketplace.adapters.ipfs.error import CidInvalid

BIGGEST: Final = 2**53 - 1  # of plain numbers: what every JSON reader keeps
_WORK_PREFIX: Final = bytes((1, RAW)) + SHA2_256


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    `made` is the SQL type of what a query hands over, `sql` how it makes that of a column, `speak`
    what is said of it, where that is not the same. `read` takes a filter's text, and gives what
    the query compares with, as `param` casts it; it raises `ValueError` with what is wrong.
    """

    type: Any
    made: str
    sql: str = "{}"
    speak: Callable[[Any], Any] | None = None
    read: Callable[[str], Any] | None = None
    param: str = "text"
    example: Any = None
    asked: str = ""  # the pattern of what may be asked, where it is narrower than what is said


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,16}", text) or int(text) > BIGGEST:
        raise ValueError(f"is a whole number from 0 to {BIGGEST}")
    return int(text)


def _wide(text: str) -> str:
    if not re.fullmatch(r"\d{1,78}", text) or int(text) > UINT256_MAX:
        raise ValueError("is a whole number of at most 256 bits, in decimal digits")
    return text


def _bytes_of_address(text: str) -> bytes:
    return bytes.fromhex(address(text)[2:])


def _bytes_of_hash(text: str) -> bytes:
    return bytes.fromhex(hash32(text)[2:])


def _token(text: str) -> str:
    """A work's token id, by the one name that a work has: the CID of its metadata."""
    try:
        cid = Cid.parse(text)
    except CidInvalid as fault:
        raise ValueError(str(fault)) from fault
    if cid.codec != RAW:
        raise ValueError(f"{text} names a file or folder; a work's CID begins bafkrei")
    return str(cid.token)


@lru_cache(maxsize=2**16)
def _work(token: str) -> str:
    """The CID that a token id is the digest of."""
    raw = _WORK_PREFIX + int(token).to_bytes(32)
    return "b" + b32encode(raw).decode("ascii")[:58].lower()


def _text(text: str) -> str:
    if "\0" in text:
        raise ValueError("holds U+0000, which no text of ours does")
    return text


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("is true or false")
    return text == "true"


def _place(text: str) -> str:
    if not re.fullmatch(r"\d{1,15}-\d{1,9}", text):
        raise ValueError("is a block's number and a log's index, as in 1234-5")
    return text


def _price(text: str) -> dict[str, Any]:
    listing, currency, amount, expires_at = orjson.loads(text)
    return {
        "listing": listing,
        "currency": address_from_bytes(bytes.fromhex(currency)),
        "amount": amount,
        "expires_at": expires_at,
    }


_ADDRESS_EXAMPLE: Final = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"
_HASH_EXAMPLE: Final = "0x" + "5f" * 32
_CID_EXAMPLE: Final = str(Cid.from_digest(int("5f" * 32, 16)))

TEXT: Final = Kind(str, "text", read=_text, example="Clouds that became flowers")
NUMBER: Final = Kind(int, "bigint", read=_number, param="bigint", example=7)
SECOND: Final = Kind(
    Annotated[int, Field(description="The chain's time, in seconds since 1970.")],
    "bigint",
    read=_number,
    param="bigint",
    example=1_790_000_000,
)
AMOUNT: Final = Kind(
    Annotated[
        str,
        Field(
            pattern=r"^\d{1,78}$",
            description="In the currency's smallest unit (of ether: wei), in decimal.",
        ),
    ],
    "text",
    sql="{}::text",
    read=_wide,
    param="numeric",
    example="250000000000000000",
    asked=r"^[0-9]{1,77}$",
)
TOKEN: Final = Kind(
    Annotated[str, Field(pattern=r"^\d{1,78}$", description="The token id, in decimal.")],
    "text",
    sql="{}::text",
    read=_wide,
    param="numeric",
    example=str(int("5f" * 32, 16)),
    asked=r"^[0-9]{1,77}$",
)
ADDRESS: Final = Kind(
    Annotated[
        Address,
        Field(pattern="^0x[0-9a-fA-F]{40}$", description="With the checksum of EIP-55."),
    ],
    "bytea",
    speak=address_from_bytes,
    read=_bytes_of_address,
    param="bytea",
    example=_ADDRESS_EXAMPLE,
    asked="^0x[0-9a-f]{40}$",  # or with a checksum that is right, which no pattern says
)
ANYBODY: Final = Kind(  # the zero address where a contract means nobody in particular
    ADDRESS.type,
    "bytea",
    sql="nullif({}, decode(repeat('00', 20), 'hex'))",
    speak=address_from_bytes,
    read=_bytes_of_address,
    param="bytea",
    example=_ADDRESS_EXAMPLE,
)
HASH: Final = Kind(
    Annotated[str, Field(pattern="^0x[0-9a-f]{64}$")],
    "text",
    sql="'0x' || encode({}, 'hex')",
    read=_bytes_of_hash,
    param="bytea",
    example=_HASH_EXAMPLE,
)
WORK: Final = Kind(
    Annotated[
        str,
        Field(
            # One raw block under sha2-256, and no bit beside its 36 bytes.
            pattern="^bafkrei[a-h][a-z2-7]{50}[aeimquy4]$",
            description="A work's name: the CID of its metadata.",
        ),
    ],
    "text",
    sql="{}::text",
    speak=_work,
    read=_token,
    param="numeric",
    example=_CID_EXAMPLE,
)
FLAG: Final = Kind(bool, "boolean", read=_flag, param="boolean", example=True)
PLACE: Final = Kind(
    Annotated[
        str,
        Field(
            pattern=r"^\d+-\d+$",
            description="Where the chain says so: the block's number and the log's index.",
        ),
    ],
    "text",
    read=_place,
    example="120-3",
    asked="^[0-9]{1,15}-[0-9]{1,9}$",
)
JSON: Final = Kind(
    dict[str, Any],
    "text",
    sql="{}::text",
    speak=orjson.Fragment,
    example={"media_type": "image/png"},
)
LIST: Final = Kind(list[Any], "text", sql="{}::text", speak=orjson.Fragment, example=[])
PRICE: Final = Kind(
    dict[str, Any],
    "text",
    speak=_price,
    example={
        "listing": _HASH_EXAMPLE,
        "currency": ZERO_ADDRESS,
        "amount": "250000000000000000",
        "expires_at": 1_800_000_000,
    },
)


def one_of(*words: str) -> Kind:
    """One of a few words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"is one of {', '.join(words)}")
        return text

    return Kind(Literal[words], "text", read=read, example=words[0])


FINALITY: Final = one_of("latest", "safe", "finalized")
