"""A contract that says whatever it is told to, so that tests can write any history they like."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from eth_abi.abi import encode
from eth_utils.crypto import keccak

from indexer.abi import CONTRACTS, abi
from indexer.decode import topic
from indexer.primitives import Address, address

# An address for each of our contracts, all with the speaker's code.
ADDRESSES = {name: address("0x" + keccak(text=f"speaker {name}").hex()[:40]) for name in CONTRACTS}

PUSH0, PUSH1, PUSH2, PUSH20, PUSH32 = "5f", "60", "61", "73", "7f"
EQ, SUB, POP, JUMPDEST, JUMPI, STOP = "14", "03", "50", "5b", "57", "00"
CALLDATALOAD, CALLDATASIZE, CALLDATACOPY, MSTORE, GAS, CALL = "35", "36", "37", "52", "5a", "f1"
HEAD = 5 * 32  # how many topics, then four places for them; the rest is the log's data


@dataclass(frozen=True, slots=True)
class Utterance:
    """One event that a contract is to emit, by the names of its ABI."""

    contract: str
    name: str
    arguments: tuple[Any, ...]


def say(contract: str, name: str, *arguments: Any) -> Utterance:
    """An event with its arguments in the order of the ABI."""
    return Utterance(contract, name, arguments)


def runtime_code() -> str:
    """Emit the calldata as one log: a jump to the place for its number of topics."""
    blocks = [_log_block(topics) for topics in range(5)]
    dispatch_length = 5 * 9
    copy = f"{PUSH1}{HEAD:02x}{CALLDATASIZE}{SUB}{PUSH1}{HEAD:02x}{PUSH0}{CALLDATACOPY}"
    places, start = [], len(copy) // 2 + dispatch_length + 1
    for block in blocks:
        places.append(start)
        start += len(block) // 2
    dispatch = "".join(
        f"{PUSH0}{CALLDATALOAD}{PUSH1}{topics:02x}{EQ}{PUSH2}{place:04x}{JUMPI}"
        for topics, place in enumerate(places)
    )
    return "0x" + copy + dispatch + STOP + "".join(blocks)


def _log_block(topics: int) -> str:
    loads = "".join(f"{PUSH1}{32 * (i + 1):02x}{CALLDATALOAD}" for i in reversed(range(topics)))
    size = f"{PUSH1}{HEAD:02x}{CALLDATASIZE}{SUB}"
    return f"{JUMPDEST}{loads}{size}{PUSH0}{0xA0 + topics:02x}{STOP}"


def speech(utterances: Sequence[Utterance]) -> str:
    """Code to run once, as a contract's creation: it makes each contract say its event."""
    return "0x" + "".join(_call(ADDRESSES[u.contract], spoken(u)) for u in utterances) + STOP


def _call(to: Address, content: bytes) -> str:
    padded = content + bytes(-len(content) % 32)
    stores = "".join(
        f"{PUSH32}{padded[i : i + 32].hex()}{PUSH2}{i:04x}{MSTORE}"
        for i in range(0, len(padded), 32)
    )
    call = (
        f"{PUSH0}{PUSH0}{PUSH2}{len(content):04x}{PUSH0}{PUSH0}{PUSH20}{to[2:].lower()}{GAS}{CALL}"
    )
    return stores + call + POP


def spoken(utterance: Utterance) -> bytes:
    """What the speaker must be called with to emit this event."""
    entry = event(utterance.contract, utterance.name)
    words, kinds, values = [bytes.fromhex(topic(entry)[2:])], [], []
    for argument, value in zip(entry["inputs"], utterance.arguments, strict=True):
        if argument["indexed"]:
            words.append(encode([argument["type"]], [value]))
        else:
            kinds.append(argument["type"])
            values.append(value)
    return raw(words, encode(kinds, values))


def raw(topics: Sequence[bytes], data: bytes) -> bytes:
    """What the speaker must be called with to emit exactly this log."""
    words = [len(topics).to_bytes(32), *topics, *[bytes(32)] * (4 - len(topics))]
    return b"".join(words) + data


def event(contract: str, name: str) -> dict[str, Any]:
    """An event's entry in its contract's ABI."""
    return next(e for e in abi(contract) if e["type"] == "event" and e["name"] == name)


def every_event() -> list[tuple[str, dict[str, Any]]]:
    """Each event of each of our contracts."""
    return [(name, e) for name in CONTRACTS for e in abi(name) if e["type"] == "event"]


def sample(kind: str, numbers: "count[int]") -> Any:
    """Some value of this type, another one each time."""
    if kind.endswith("[]"):
        return [sample(kind[:-2], numbers), sample(kind[:-2], numbers)]
    number = next(numbers)
    match kind:
        case "address":
            return address("0x" + keccak(number.to_bytes(8)).hex()[:40])
        case "bool":
            return number % 2 == 0
        case "bytes4" | "bytes32":
            return keccak(number.to_bytes(8))[: int(kind.removeprefix("bytes"))]
        case "string":
            return f"reason {number}: ☂"
        case "bytes":
            return keccak(number.to_bytes(8))[: number % 32]
    return number % 2 ** min(int(kind.removeprefix("uint")), 62)
