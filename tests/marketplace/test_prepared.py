"""prepared transactions
plain arguments   -> calldata that decodes to them, wide integers told as text
structs           -> told by their fields
"""

from types import MappingProxyType
from typing import Any, cast

import pytest
from eth_abi.abi import decode
from eth_utils.crypto import keccak

from indexer.abi import CONTRACTS, Deployment, abi
from indexer.primitives import ZERO_ADDRESS, Hash32, address
from marketplace.adapters.contract import Contract
from marketplace.parts import Parts
from marketplace.prepared import prepare

PLACE = address("0x" + "12" * 20)
DEPLOYMENT = Deployment(5, Hash32("0x" + "00" * 32), 0, MappingProxyType({"Market": PLACE}))


@pytest.fixture
def parts() -> Parts:
    """As much of the parts as preparing needs."""
    nothing = cast(Any, None)
    contracts = {name: Contract(name, PLACE, abi(name)) for name in CONTRACTS}
    return Parts(nothing, nothing, nothing, nothing, nothing, DEPLOYMENT, contracts)


def test_plain_arguments_are_encoded_and_told(parts: Parts) -> None:
    made = prepare(parts, "Curation", "vote", 2**200, 1, "good", says="Vote.")
    assert made.data[:10] == "0x" + keccak(text="vote(uint256,uint8,string)")[:4].hex()
    told = decode(["uint256", "uint8", "string"], bytes.fromhex(made.data[10:]))
    assert told == (2**200, 1, "good")
    assert made.arguments == {"application": str(2**200), "support": 1, "reason": "good"}
    assert (made.chain_id, made.to, made.value, made.function) == (5, PLACE, "0", "Curation.vote")


def test_structs_are_told_by_their_fields(parts: Parts) -> None:
    entry = next(e for e in abi("Market") if e["type"] == "function" and e["name"] == "buy")
    fields = entry["inputs"][0]["components"]
    values = tuple(
        ZERO_ADDRESS if field["type"] == "address" else number
        for number, field in enumerate(fields)
    )
    made = prepare(parts, "Market", "buy", values, b"\x01", says="Buy.", value_wei=10**18)
    assert made.value == str(10**18)
    assert made.arguments[entry["inputs"][0]["name"]] == {
        field["name"]: value if field["type"] == "address" else str(value)
        for field, value in zip(fields, values, strict=True)
    }
