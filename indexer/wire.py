"""Read what a node says about blocks and logs, and believe nothing that is not shaped like one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter, lt
from typing import Any

import msgspec

from indexer import proof
from indexer.error import AnswerInvalid
from indexer.primitives import Hash32, hash32
from indexer.raw import LOGS, RECEIPTS, RawLog

_QUANTITY = re.compile(r"0x(0|[1-9a-f][0-9a-f]{0,63})")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_BYTES = re.compile(r"0x(?:[0-9a-f]{2})*")
DIGITS = b"0123456789abcdef"
WORD_LENGTH = 66

# So many logs' text stays in the processor's cache.
AT_ONCE = 1_000

_PLACE = attrgetter("block_number", "log_index")


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
        said = LOGS.decode(raw)
        parts = (said[start : start + AT_ONCE] for start in range(0, len(said), AT_ONCE))
        found = [log for part in parts for log in read_logs(part)]
    except (msgspec.MsgspecError, ValueError) as error:
        raise AnswerInvalid(f"the node gave malformed logs: {error}") from error
    places = list(map(_PLACE, found))
    if not all(map(lt, places, places[1:])):
        raise AnswerInvalid("the node gave logs doubled or out of order")
    return found


def proven_logs(raw: bytes | msgspec.Raw, block: Header) -> list[Log]:
    """Every log of a block, from receipts that its hash commits to."""
    try:
        receipts = RECEIPTS.decode(raw)
        root = proof.receipts_root(receipts)
        found = read_logs([entry for receipt in receipts for entry in receipt.logs])
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


def read_logs(raw: Sequence[RawLog]) -> list[Log]:
    """Logs with each field of its form; removed ones never happened.

    Field by field for all of them at once, which is a quarter of the work of log by log.
    """
    if any(map(attrgetter("removed"), raw)):
        raise ValueError("a removed log where only standing ones were asked")
    topics, data = _fields(raw, "topics"), _fields(raw, "data")
    blocks, transactions = _fields(raw, "block_hash"), _fields(raw, "transaction_hash")
    _check_words([*chain.from_iterable(topics), *blocks, *transactions])
    _check_bytes(data)
    return list(
        map(
            Log,
            map(_address, _fields(raw, "address")),
            topics,
            data,
            map(quantity, _fields(raw, "block_number")),
            blocks,
            transactions,
            map(quantity, _fields(raw, "log_index")),
        )
    )


def _fields(raw: Sequence[RawLog], name: str) -> list[Any]:
    return list(map(attrgetter(name), raw))


def _check_words(words: Sequence[str]) -> None:
    """Refuse what is not 0x and 64 hexadecimal digits; one look at all of them is the fastest."""
    text, count = "".join(words), len(words)
    if (
        set(map(len, words)) <= {WORD_LENGTH}
        and text[::WORD_LENGTH] == "0" * count
        and text.encode().translate(None, DIGITS) == b"x" * count == text[1::WORD_LENGTH].encode()
    ):
        return
    for word in words:
        hash32(word)


def _check_bytes(data: Sequence[str]) -> None:
    """Refuse what is not 0x and pairs of hexadecimal digits."""
    text = "\n".join(["", *data])
    others = text.encode().translate(None, DIGITS)
    if (
        not any(len(one) % 2 for one in data)
        and others == b"\nx" * len(data)
        and text.count("\n0x") == len(data)
    ):
        return
    for one in data:
        _matching(_BYTES, one)


@lru_cache(maxsize=2**12)
def quantity(text: Any) -> int:
    """A whole number as JSON-RPC writes it, `0x1f`."""
    return int(_matching(_QUANTITY, text), 16)


@lru_cache(maxsize=2**10)
def _address(text: str) -> str:
    return _matching(_ADDRESS, text).lower()


def _bloom(text: str) -> int:
    if len(_matching(_BYTES, text)) != 514:
        raise ValueError(f"a bloom has 256 bytes, not {len(text) // 2 - 1}")
    return int(text, 16)


def _matching(pattern: re.Pattern[str], text: Any) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError(f"not of the form {pattern.pattern}: {text!r:.80}")
    return text
