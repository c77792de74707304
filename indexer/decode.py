"""Turn a log into what was said, by the ABI of the contract that said it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from eth_abi.abi import decode as decode_abi
from eth_utils.crypto import keccak

from indexer import events
from indexer.abi import abi
from indexer.error import AnswerInvalid, EventUnknown
from indexer.events import Fact
from indexer.primitives import Address, Hash32, address
from indexer.wire import Log

# JSON readers hold whole numbers exactly up to 53 bits; wider ones travel as text.
EXACT_BITS = 53


@dataclass(frozen=True, slots=True)
class Said:
    """One decoded log: which event, with which arguments, and the fact where we keep one."""

    contract: str
    name: str
    arguments: dict[str, Any]
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Reader:
    """How to read one event; words are its 64-digit slots, in the order of the ABI."""

    name: str
    fact: type[Any] | None
    inputs: tuple[tuple[str, str, bool], ...]  # name, type, whether it is a topic
    topics: int
    has_dynamic: bool

    def read(self, log: Log) -> list[Any]:
        """The arguments in the order of the ABI."""
        if len(log.topics) != self.topics + 1:
            raise ValueError(f"{len(log.topics) - 1} indexed arguments, not {self.topics}")
        topics = iter(log.topics[1:])
        data = iter(self._data(log.data))
        return [
            _word(kind, next(topics)[2:]) if is_topic else next(data)
            for _, kind, is_topic in self.inputs
        ]

    def _data(self, data: str) -> list[Any]:
        kinds = [kind for _, kind, is_topic in self.inputs if not is_topic]
        if self.has_dynamic:
            # Text goes as bytes: what somebody wrote on chain need not be valid UTF-8.
            values = decode_abi([k.replace("string", "bytes") for k in kinds], _bytes(data))
            return [_plain(kind, value) for kind, value in zip(kinds, values, strict=True)]
        if len(data) != 2 + 64 * len(kinds):
            raise ValueError(f"{len(data) // 2 - 1} bytes of data, not {32 * len(kinds)}")
        return [_word(kind, data[2 + 64 * i : 66 + 64 * i]) for i, kind in enumerate(kinds)]


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
        values = reader.read(log)
    except Exception as error:  # eth_abi has many ways to say that bytes are no such value
        raise AnswerInvalid(
            f"{contract}.{reader.name} in block {log.block_number}, log {log.log_index} "
            f"cannot be decoded: {error}"
        ) from error
    arguments = {
        name: _json(kind, value)
        for (name, kind, _), value in zip(reader.inputs, values, strict=True)
    }
    return Said(contract, reader.name, arguments, reader.fact(*values) if reader.fact else None)


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
    inputs = tuple((i["name"], i["type"], i["indexed"]) for i in entry["inputs"])
    return Reader(
        name=entry["name"],
        fact=_fact(contract, entry["name"]),
        inputs=inputs,
        topics=sum(is_topic for *_, is_topic in inputs),
        has_dynamic=any(not is_topic and not _is_word(kind) for _, kind, is_topic in inputs),
    )


def _fact(contract: str, name: str) -> type[Any] | None:
    # The governor's own VoteCast is about proposals and has another shape.
    if contract in ("AtelierGovernor", "Treasury"):
        return None
    found: type[Any] | None = getattr(events, name, None)
    return found


def _is_word(kind: str) -> bool:
    return kind in ("address", "bool", "bytes32") or (
        kind.startswith("uint") and not kind.endswith("]")
    )


def _word(kind: str, digits: str) -> Any:
    if kind == "bytes32":
        return Hash32("0x" + digits)
    if kind == "address":
        if digits[:24] != "0" * 24:
            raise ValueError(f"0x{digits} is no address")
        return address("0x" + digits[24:])
    value = int(digits, 16)
    if kind == "bool":
        if value > 1:
            raise ValueError(f"{value} is no boolean")
        return value == 1
    if value >> int(kind.removeprefix("uint")):
        raise ValueError(f"{value} is no {kind}")
    return value


def _plain(kind: str, value: Any) -> Any:
    if kind.endswith("[]"):
        return [_plain(kind[:-2], item) for item in value]
    match kind:
        case "address":
            return address(value)
        case "string":
            # PostgreSQL's text holds no NUL, and nobody may stop the index by writing one.
            return value.decode("utf-8", "replace").replace("\x00", "\ufffd")
        case "bytes32":
            return Hash32("0x" + value.hex())
    return value


def _json(kind: str, value: Any) -> Any:
    if kind.endswith("[]"):
        return [_json(kind[:-2], item) for item in value]
    if kind.startswith("uint"):
        return value if int(kind.removeprefix("uint")) <= EXACT_BITS else str(value)
    return "0x" + value.hex() if isinstance(value, bytes) else value


def _bytes(data: str) -> bytes:
    return bytes.fromhex(data[2:])


def by_address(contracts: Mapping[str, Address]) -> dict[str, str]:
    """Contract names by their addresses, in lower case as logs have them."""
    return {where.lower(): name for name, where in contracts.items()}
