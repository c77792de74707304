"""Write calls to a contract and read its errors, by its ABI."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from eth_abi.abi import decode, encode
from eth_abi.exceptions import DecodingError
from eth_utils.abi import collapse_if_tuple
from eth_utils.address import is_address, to_checksum_address
from eth_utils.crypto import keccak

PANIC = bytes.fromhex("4e487b71")
REASON = bytes.fromhex("08c379a0")

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ContractError:
    """A decoded custom error: its name and its values by name."""

    name: str
    values: dict[str, Any]

    def __str__(self) -> str:
        shown = ", ".join(f"{name} {value}" for name, value in self.values.items())
        return f"{self.name} ({shown})" if shown else self.name


@dataclass(frozen=True, slots=True)
class Contract:
    """A deployed contract: where it is and what it understands."""

    name: str
    address: str
    abi: Sequence[Entry] = field(repr=False)

    def encode(self, function: str, *arguments: Any) -> str:
        """Calldata of one call, in hex; structs are tuples."""
        entry = self._entry(function)
        return "0x" + (_selector(entry) + encode(_types(entry["inputs"]), arguments)).hex()

    def decode(self, function: str, output: bytes) -> tuple[Any, ...]:
        """The values that a view returned."""
        return tuple(decode(_types(self._entry(function)["outputs"]), output))

    def explain(self, data: bytes) -> ContractError:
        """The error a call reverted with, for people."""
        selector, rest = data[:4], data[4:]
        try:
            if selector == REASON:
                return ContractError("Error", {"reason": decode(["string"], rest)[0]})
            if selector == PANIC:
                return ContractError("Panic", {"code": decode(["uint256"], rest)[0]})
            for entry in self.abi:
                if entry["type"] == "error" and _selector(entry) == selector:
                    return ContractError(entry["name"], _named(entry, rest))
        except DecodingError:
            pass  # bytes that are not what their selector says: show them as they are
        return ContractError("unknown error", {"data": "0x" + data[:68].hex()})

    def _entry(self, function: str) -> Entry:
        found = [e for e in self.abi if e["type"] == "function" and e["name"] == function]
        if len(found) != 1:
            raise LookupError(f"{self.name} has {len(found)} functions named {function}")
        return found[0]


def _types(parameters: Sequence[Entry]) -> list[str]:
    return [collapse_if_tuple(parameter) for parameter in parameters]


def _selector(entry: Entry) -> bytes:
    return keccak(text=f"{entry['name']}({','.join(_types(entry['inputs']))})")[:4]


def _named(entry: Entry, data: bytes) -> dict[str, Any]:
    values = decode(_types(entry["inputs"]), data)
    names = (parameter["name"] for parameter in entry["inputs"])
    return {name: _shown(value) for name, value in zip(names, values, strict=True)}


def _shown(value: Any) -> Any:
    if isinstance(value, bytes):
        return "0x" + value.hex()
    return to_checksum_address(value) if isinstance(value, str) and is_address(value) else value
