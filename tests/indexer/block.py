"""Blocks of two branches, named by their numbers."""

from indexer.plan import Head
from indexer.primitives import Hash32
from indexer.wire import Header


def named(number: int, branch: str = "a") -> Hash32:
    """A block's hash, by its number and branch."""
    return Hash32(f"0x{branch * 4}{number:060x}")


def header(number: int, branch: str = "a") -> Header:
    """A block without logs."""
    return Header(number, named(number, branch), named(number - 1, branch), number, 0, named(0))


HEAD = Head(100, named(100), 100)
