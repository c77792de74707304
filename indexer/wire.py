"""Read what a node says about blocks and logs, and believe nothing that is not shaped like one."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any, cast

import msgspec

from indexer import proof
from indexer.error import AnswerInvalid
from indexer.primitives import Hash32, hash32
from indexer.raw import LOGS, RECEIPTS, RawLog

_QUANTITY = re.compile(r"0x(0|[1-9a-f][0-9a-f]{0,63})")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_BYTES = re.compile(r"0x(?:[0-9a-f]{2})*")
DIGITS = b"0123456789abcdef"
TOPIC_LENGTH = 66


class Header(msgspec.Struct, frozen=True, order=True, gc=False):
    """What of a block's header the index needs; the bloom as one 2048-bit integer."""

    number: int
    hash: Hash32
    parent_hash: Hash32
    timestamp: int
    bloom: int
    receipts_root: Hash32


class Log(msgspec.Struct, frozen=True, gc=False):
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


def logs(raw: bytes | msgspec.Raw) -> list[Log]:
    """A list of logs as the node's JSON gave it, in the chain's order and without doubles."""
    try:
        found = [log(entry) for entry in LOGS.decode(raw)]
    except (msgspec.MsgspecError, ValueError) as error:
        raise AnswerInvalid(f"the node gave malformed logs: {error}") from error
    places = [(entry.block_number, entry.log_index) for entry in found]
    if any(later <= earlier for earlier, later in pairwise(places)):
        raise AnswerInvalid("the node gave logs doubled or out of order")
    return found


def proven_logs(raw: bytes | msgspec.Raw, block: Header) -> list[Log]:
    """Every log of a block, from receipts that its hash commits to."""
    try:
        receipts = RECEIPTS.decode(raw)
        root = proof.receipts_root(receipts)
        found = [log(entry) for receipt in receipts for entry in receipt.logs]
    except (msgspec.MsgspecError, ValueError) as error:
        raise AnswerInvalid(
            f"the node's receipts of block {block.number} are malformed: {error}"
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


def log(raw: RawLog) -> Log:
    """One log, each field of its form; a removed one never happened."""
    if raw.removed:
        raise ValueError("a removed log where only standing ones were asked")
    topics, data = raw.topics, raw.data
    if not _are_words(topics, data):
        raise ValueError(f"topics and data are no hexadecimal words: {topics!r:.300} {data!r:.80}")
    return Log(
        _address(raw.address),
        cast(tuple[Hash32, ...], topics),
        data,
        quantity(raw.block_number),
        _hash(raw.block_hash),
        _hash(raw.transaction_hash),
        quantity(raw.log_index),
    )


def _are_words(topics: tuple[str, ...], data: str) -> bool:
    """Whether topics are words and data bytes; one look at them all is the fastest there is."""
    for topic in topics:
        if len(topic) != TOPIC_LENGTH or not topic.startswith("0x"):
            return False
    others = ("".join(topics) + data).encode().translate(None, DIGITS)
    return len(data) % 2 == 0 and data.startswith("0x") and others == b"x" * (len(topics) + 1)


@lru_cache(maxsize=2**12)
def quantity(text: Any) -> int:
    """A whole number as JSON-RPC writes it, `0x1f`."""
    return int(_matching(_QUANTITY, text), 16)


@lru_cache(maxsize=2**10)
def _address(text: str) -> str:
    return _matching(_ADDRESS, text).lower()


# Neighbours share their block and often their transaction.
_hash = lru_cache(maxsize=2**10)(hash32)


def _bloom(text: str) -> int:
    if len(_matching(_BYTES, text)) != 514:
        raise ValueError(f"a bloom has 256 bytes, not {len(text) // 2 - 1}")
    return int(text, 16)


def _matching(pattern: re.Pattern[str], text: Any) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError(f"not of the form {pattern.pattern}: {text!r:.80}")
    return text
