"""Turn a log into what was said, by the ABI of the contract that said it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from eth_utils.crypto import keccak

from indexer.abi import abi
from indexer.error import AnswerInvalid, EventUnknown
from indexer.events import fact
from indexer.layout import Read, json_form, reader
from indexer.primitives import Address, Hash32
from indexer.wire import Log


@dataclass(slots=True)
class Said:
    """One decoded log: which event, with which arguments, and the fact where we keep one."""

    contract: str
    name: str
    arguments: dict[str, Any]
    fact: Any


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read one event."""

    name: str
    fact: type[Any] | None
    read: Read
    names: tuple[str, ...]
    forms: tuple[tuple[str, Callable[[Any], Any]], ...]  # of those that JSON says otherwise

    def arguments(self, values: list[Any]) -> dict[str, Any]:
        """The arguments by name, as JSON says them."""
        arguments = dict(zip(self.names, values, strict=True))
        for name, form in self.forms:
            arguments[name] = form(arguments[name])
        return arguments


def decode(contract: str, log: Log) -> Said:
    """What a contract of ours said in this log."""
    reader = readers(contract).get(log.topics[0]) if log.topics else None
    if reader is None:
        raise EventUnknown(
            f"{contract} at {log.address} emitted an event its ABI does not know (topic "
            f"{log.topics[0] if log.topics else 'missing'}, block {log.block_number}, log "
            f"{log.log_index}): install the version of Atelier these contracts belong to"
        )
    try:
        values = reader.read(log.topics, log.data)
    except Exception as error:  # eth_abi has many ways to say that bytes are no such value
        raise AnswerInvalid(
            f"{contract}.{reader.name} in block {log.block_number}, log {log.log_index} "
            f"cannot be decoded: {error}"
        ) from error
    stated = reader.fact(*values) if reader.fact else None
    return Said(contract, reader.name, reader.arguments(values), stated)


@cache
def readers(contract: str) -> Mapping[Hash32, Reader]:
    """Every event of a contract by its topic."""
    entries = (entry for entry in abi(contract) if entry["type"] == "event")
    return {topic(entry): _reader(contract, entry) for entry in entries}


def topic(entry: dict[str, Any]) -> Hash32:
    """The hash of an event's signature, which opens its logs."""
    kinds = ",".join(argument["type"] for argument in entry["inputs"])
    return Hash32("0x" + keccak(text=f"{entry['name']}({kinds})").hex())


def _reader(contract: str, entry: dict[str, Any]) -> Reader:
    inputs = entry["inputs"]
    forms = [(one["name"], json_form(one["type"])) for one in inputs]
    return Reader(
        name=entry["name"],
        fact=fact(contract, entry["name"]),
        read=reader(inputs),
        names=tuple(one["name"] for one in inputs),
        forms=tuple((name, form) for name, form in forms if form is not None),
    )


def by_address(contracts: Mapping[str, Address]) -> dict[str, str]:
    """Contract names by their addresses, in lower case as logs have them."""
    return {where.lower(): name for name, where in contracts.items()}
