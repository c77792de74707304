"""Prepare what a person's own wallet sends: calldata, value, and one sentence that says it."""

from typing import Any

from pydantic import BaseModel

from indexer.primitives import Address
from marketplace.adapters.contract import Contract, Entry
from marketplace.parts import Parts


class PreparedTransaction(BaseModel):
    """A transaction that only the person can send; `value` is wei in decimal."""

    chain_id: int
    to: Address
    data: str
    value: str
    function: str
    arguments: dict[str, Any]
    says: str


def prepare(
    parts: Parts, contract: str, function: str, *arguments: Any, says: str, value_wei: int = 0
) -> PreparedTransaction:
    """Encode one call of one of our contracts; structs are given as tuples."""
    callee = parts.contracts[contract]
    return prepare_call(parts, callee, function, *arguments, says=says, value_wei=value_wei)


def prepare_call(
    parts: Parts, callee: Contract, function: str, *arguments: Any, says: str, value_wei: int = 0
) -> PreparedTransaction:
    """Encode one call of any contract, such as a token's."""
    return PreparedTransaction(
        chain_id=parts.deployment.chain_id,
        to=Address(callee.address),
        data=callee.encode(function, *arguments),
        value=str(value_wei),
        function=f"{callee.name}.{function}",
        arguments=_named(_inputs(callee, function), arguments),
        says=says,
    )


def _inputs(contract: Contract, function: str) -> list[Entry]:
    entry = next(e for e in contract.abi if e["type"] == "function" and e["name"] == function)
    return list(entry["inputs"])


def _named(inputs: list[Entry], values: tuple[Any, ...]) -> dict[str, Any]:
    return {entry["name"]: _said(entry, value) for entry, value in zip(inputs, values, strict=True)}


def _said(entry: Entry, value: Any) -> Any:
    """As JSON can hold it without loss: wide integers as decimal text, bytes in hexadecimal."""
    if isinstance(value, list):
        one = {**entry, "type": entry["type"].removesuffix("[]")}
        return [_said(one, each) for each in value]
    if isinstance(value, tuple):
        return _named(entry["components"], value)
    if isinstance(value, bytes):
        return "0x" + value.hex()
    is_wide = isinstance(value, int) and not isinstance(value, bool) and entry["type"] != "uint8"
    return str(value) if is_wide else value
