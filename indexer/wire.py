"""Read what a node says about blocks and logs, and believe nothing that is not shaped like one."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from indexer import proof
from indexer.error import AnswerInvalid
from indexer.primitives import Hash32, hash32

_QUANTITY = re.compile(r"0x(0|[1-9a-f][0-9a-f]{0,63})")
_ADDRESS = re.compile(r"0x[0-9a-f]{40}")
_BYTES = re.compile(r"0x([0-9a-f]{2})*")


@dataclass(frozen=True, slots=True)
class Header:
    """What of a block's header the index needs; the bloom as one 2048-bit integer."""

    number: int
    hash: Hash32
    parent_hash: Hash32
    timestamp: int
    bloom: int
    receipts_root: Hash32


@dataclass(frozen=True, slots=True)
class Log:
    """One log as the node gave it: hexadecimal words, the address in lower case."""

    address: str
    topics: tuple[Hash32, ...]
    data: str
    block_number: int
    block_hash: Hash32
    transaction_hash: Hash32
    log_index: int


def header(raw: Any, number: int | None = None) -> Header:
    """A block as the node gave it; it must be the one asked for."""
    if raw is None:
        raise AnswerInvalid(f"the node has no block {'at its head' if number is None else number}")
    try:
        found = Header(
            number=quantity(raw["number"]),
            hash=hash32(raw["hash"]),
            parent_hash=hash32(raw["parentHash"]),
            timestamp=quantity(raw["timestamp"]),
            bloom=_bloom(raw["logsBloom"]),
            receipts_root=hash32(raw["receiptsRoot"]),
        )
        proven = proof.header_hash(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise AnswerInvalid(f"the node's block {number} is malformed: {error!r}") from error
    if proven != found.hash:
        raise AnswerInvalid(
            f"the node's block {found.number} hashes to {proven}, not to {found.hash} as it says"
        )
    if number is not None and found.number != number:
        raise AnswerInvalid(f"asked for block {number}, the node gave block {found.number}")
    return found


def logs(raw: Any) -> list[Log]:
    """A list of logs as the node gave it, in the chain's order and without doubles."""
    if not isinstance(raw, list):
        raise AnswerInvalid(f"the node gave {type(raw).__name__} where a list of logs was asked")
    try:
        found = [log(entry) for entry in raw]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnswerInvalid(f"the node gave a malformed log: {error!r}") from error
    places = [(entry.block_number, entry.log_index) for entry in found]
    if any(later <= earlier for earlier, later in pairwise(places)):
        raise AnswerInvalid("the node gave logs doubled or out of order")
    return found


def proven_logs(raw: Any, block: Header) -> list[Log]:
    """Every log of a block, from receipts that its hash commits to."""
    try:
        root = proof.receipts_root(raw)
        found = [log(entry) for receipt in raw for entry in receipt["logs"]]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnswerInvalid(
            f"the node's receipts of block {block.number} are malformed: {error!r}"
        ) from error
    if root != block.receipts_root:
        raise AnswerInvalid(f"the node's receipts of block {block.number} are not that block's")
    for index, entry in enumerate(found):
        belongs(entry, block)
        if entry.log_index != index:
            raise AnswerInvalid(f"the node numbers log {index} of block {block.number} otherwise")
    return found


def belongs(entry: Log, block: Header) -> None:
    """Refuse a log that names another block than the one it came with."""
    if (entry.block_number, entry.block_hash) != (block.number, block.hash):
        raise AnswerInvalid(
            f"block {block.number} is {block.hash}, but the node gave a log of "
            f"block {entry.block_number} {entry.block_hash}"
        )


def log(raw: dict[str, Any]) -> Log:
    """One log; a removed one never happened."""
    if raw.get("removed", False) is not False:
        raise ValueError("a removed log where only standing ones were asked")
    return Log(
        address=_matching(_ADDRESS, raw["address"].lower()),
        topics=tuple(map(hash32, raw["topics"])),
        data=_matching(_BYTES, raw["data"]),
        block_number=quantity(raw["blockNumber"]),
        block_hash=hash32(raw["blockHash"]),
        transaction_hash=hash32(raw["transactionHash"]),
        log_index=quantity(raw["logIndex"]),
    )


def quantity(text: Any) -> int:
    """A whole number as JSON-RPC writes it, `0x1f`."""
    return int(_matching(_QUANTITY, text), 16)


def _bloom(text: str) -> int:
    if len(_matching(_BYTES, text)) != 514:
        raise ValueError(f"a bloom has 256 bytes, not {len(text) // 2 - 1}")
    return int(text, 16)


def _matching(pattern: re.Pattern[str], text: Any) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError(f"not of the form {pattern.pattern}: {text!r:.80}")
    return text
