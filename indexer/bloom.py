"""Ask a block's bloom filter who may have spoken in it, and whether somebody never did."""

from collections.abc import Iterable
from functools import lru_cache

from eth_hash.auto import keccak

from indexer.wire import Log


@lru_cache(maxsize=2**16)
def mask(value: str) -> int:
    """The three bits that an address or a topic sets in the filter of its block."""
    digest = keccak(bytes.fromhex(value[2:]))
    bits = 0
    for index in (0, 2, 4):
        bits |= 1 << (int.from_bytes(digest[index : index + 2]) & 2047)
    return bits


def may_hold(bloom: int, addresses: Iterable[str]) -> bool:
    """Whether any of these contracts may have emitted a log; a no is certain."""
    return any(bloom & bits == bits for bits in map(mask, addresses))


def never_held(bloom: int, logs: Iterable[Log]) -> bool:
    """Whether the block cannot have held all of these logs; a yes is certain."""
    values: set[str] = set()
    for log in logs:
        values.add(log.address)
        values.update(log.topics)
    bits = 0
    for value in values:
        bits |= mask(value)
    return bloom & bits != bits
