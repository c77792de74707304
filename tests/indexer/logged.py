"""Logs as a node gives them, made by eth_abi: a second opinion on our own decoding."""

from dataclasses import dataclass
from typing import Any

from eth_abi.abi import encode

from indexer.apply import ATELIER
from indexer.decode import topic
from indexer.events import fact
from indexer.primitives import Hash32, address
from indexer.wire import Log
from tests.indexer.speaker import ADDRESSES

ZERO = "0x" + "00" * 32
ALICE, BOB = address("0x" + "a1" * 20), address("0x" + "b0" * 20)


def log(contract: str, topics: list[str], data: str = "0x") -> Log:
    """A log as a node gives it."""
    where = ADDRESSES[contract].lower()
    return Log(where, tuple(map(Hash32, topics)), data, 7, Hash32(ZERO), Hash32(ZERO), 3)


def logged(contract: str, entry: dict[str, Any], values: list[Any]) -> Log:
    """The log that a contract makes of these values, by eth_abi."""
    pairs = list(zip(entry["inputs"], values, strict=True))
    topics = [encode([i["type"]], [v]).hex() for i, v in pairs if i["indexed"]]
    kinds = [i["type"] for i, _ in pairs if not i["indexed"]]
    data = encode(kinds, [v for i, v in pairs if not i["indexed"]]).hex()
    return log(contract, [topic(entry), *("0x" + t for t in topics)], "0x" + data)


@dataclass(frozen=True)
class Said:
    """One log as we read it."""

    contract: str
    name: str
    arguments: dict[str, Any]
    fact: Any


def read(contract: str, log: Log) -> Said:
    """What a contract of ours said in this log; a fact where it has a type of its own."""
    known = ATELIER.find(contract, log.topics[0] if log.topics else None, log)
    assert known is not None
    reader, columns = known[0], known[0].columns([log])
    (arguments,) = reader.arguments(columns, 1)
    stated = reader.fact(*(one for (one,) in columns)) if fact(contract, reader.name) else None
    return Said(contract, reader.name, arguments, stated)
