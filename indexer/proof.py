"""Recompute what a block's hash commits to, so that a node can only be believed or caught.

A header's hash is over its fields, one of which is the root of a trie over all receipts of the
block, and receipts hold the logs: whoever changes, drops or adds one changes the hash.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from eth_hash.auto import keccak

from indexer.raw import RawReceipt

# The fields under a header's hash, in order; later forks appended the last ones.
HEADER: tuple[tuple[str, bool], ...] = (
    ("parentHash", False),
    ("sha3Uncles", False),
    ("miner", False),
    ("stateRoot", False),
    ("transactionsRoot", False),
    ("receiptsRoot", False),
    ("logsBloom", False),
    ("difficulty", True),
    ("number", True),
    ("gasLimit", True),
    ("gasUsed", True),
    ("timestamp", True),
    ("extraData", False),
    ("mixHash", False),
    ("nonce", False),
    ("baseFeePerGas", True),
    ("withdrawalsRoot", False),
    ("blobGasUsed", True),
    ("excessBlobGas", True),
    ("parentBeaconBlockRoot", False),
    ("requestsHash", False),
)
FIRST_ADDED = 15  # how many fields every header has

EMPTY = b"\x80"

Item = tuple[str, bytes]  # a key's nibbles, its value


def header_hash(raw: Mapping[str, Any]) -> str:
    """The hash of a header with these fields."""
    fields = [
        _field(raw[name], is_number)
        for index, (name, is_number) in enumerate(HEADER)
        if index < FIRST_ADDED or raw.get(name) is not None
    ]
    return "0x" + keccak(_list(fields)).hex()


def receipts_root(receipts: Sequence[RawReceipt]) -> str:
    """The root of the trie over a block's receipts, by their positions."""
    items = sorted((_string(_number(i)).hex(), _receipt(r)) for i, r in enumerate(receipts))
    return "0x" + keccak(_node(items, 0) if items else EMPTY).hex()


def _receipt(raw: RawReceipt) -> bytes:
    kind = int(raw.type, 16)
    logs = [
        _list(
            [
                _field(log.address, False),
                _list([_field(topic, False) for topic in log.topics]),
                _field(log.data, False),
            ]
        )
        for log in raw.logs
    ]
    body = _list(
        [
            _field(raw.status, True),
            _field(raw.cumulative_gas_used, True),
            _field(raw.logs_bloom, False),
            _list(logs),
        ]
    )
    return bytes([kind]) + body if kind else body


def _node(items: Sequence[Item], depth: int) -> bytes:
    """The trie's node over keys that agree up to a depth; no key here begins another."""
    first, last = items[0][0], items[-1][0]
    if len(items) == 1:
        return _list([_path(first[depth:], is_leaf=True), _string(items[0][1])])
    shared = 0
    while first[depth + shared] == last[depth + shared]:
        shared += 1
    if shared:
        branch = _node(items, depth + shared)
        return _list([_path(first[depth : depth + shared], is_leaf=False), _reference(branch)])
    children = [[item for item in items if item[0][depth] == nibble] for nibble in _NIBBLES]
    branches = [_reference(_node(child, depth + 1)) if child else EMPTY for child in children]
    return _list([*branches, EMPTY])


_NIBBLES = "0123456789abcdef"


def _reference(node: bytes) -> bytes:
    """Small nodes stand inside their parents, others by their hash."""
    return node if len(node) < 32 else _string(keccak(node))


def _path(nibbles: str, *, is_leaf: bool) -> bytes:
    odd = len(nibbles) % 2
    flag = f"{2 * is_leaf + odd:x}"
    return _string(bytes.fromhex(flag + ("" if odd else "0") + nibbles))


def _field(text: str, is_number: bool) -> bytes:
    return _string(_number(int(text, 16)) if is_number else bytes.fromhex(text[2:]))


def _number(value: int) -> bytes:
    return value.to_bytes((value.bit_length() + 7) // 8)


def _string(content: bytes) -> bytes:
    if len(content) == 1 and content < b"\x80":
        return content
    return _prefixed(0x80, content)


def _list(encoded: Sequence[bytes]) -> bytes:
    return _prefixed(0xC0, b"".join(encoded))


def _prefixed(offset: int, content: bytes) -> bytes:
    """RLP's length, short or long, before its content."""
    if len(content) < 56:
        return bytes([offset + len(content)]) + content
    length = _number(len(content))
    return bytes([offset + 55 + len(length)]) + length + content
