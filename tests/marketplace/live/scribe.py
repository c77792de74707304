"""Write an index's history by hand, through the indexer's own doors: blocks, events, rewinds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from indexer import store
from indexer.abi import Deployment
from indexer.apply import ATELIER
from indexer.models import Event
from indexer.plan import Head, Marks
from indexer.primitives import Hash32
from indexer.wire import Header
from tests.indexer.speaker import ADDRESSES

Saying = tuple[str, str, dict[str, Any]]

MINT: Saying = ("Artwork", "WorkMinted", {"work": str(2**200), "artist": "0x" + "a1" * 20})
SALE: Saying = ("Market", "WorkSold", {"work": str(2**200), "price": str(10**18)})
BID: Saying = ("AuctionHouse", "BidPlaced", {"work": str(2**200), "amount": "5"})


TRUNK = "aaaa"  # what a block's hash begins with says on which branch it lies


class Scribe:
    """The index of a chain that is made up, block by block."""

    def __init__(self, engine: Engine, genesis: str = TRUNK) -> None:
        self.engine = engine
        self.head = Head(0, named(0, genesis), 0)
        self.marks = Marks(0, 0)
        deployment = Deployment(31337, named(0, genesis), 1, ADDRESSES)
        store.claim(engine, deployment, header(0, genesis))

    def block(self, *sayings: Saying, branch: str = TRUNK) -> int:
        """Commit one more block in which this was said; its number."""
        return self.blocks([sayings], branch)

    def blocks(self, blocks: Sequence[Sequence[Saying]], branch: str = TRUNK) -> int:
        """Commit several blocks in one step; the last one's number."""
        first = self.head.number + 1
        headers = [header(first + number, branch) for number in range(len(blocks))]
        rows = [
            (first + number, index, transaction(first + number, index, branch), *saying)
            for number, sayings in enumerate(blocks)
            for index, saying in enumerate(sayings)
        ]
        store.commit(self.engine, self.head, headers, {Event: rows}, self.marks, window=128)
        end = headers[-1]
        self.head = Head(end.number, end.hash, end.timestamp)
        return end.number

    def rewind(self, number: int) -> None:
        """Forget every block above this one."""
        (ancestor,) = store.recent(self.engine, number, 1)
        store.rewind(self.engine, self.head, ancestor, self.marks, ATELIER.fact_tables)
        self.head = ancestor

    def finalize(self, number: int) -> None:
        """Say that nothing up to there will be taken back."""
        self.marks = Marks(number, number)
        store.mark(self.engine, self.head, self.marks)

    def forget(self) -> None:
        """Empty the index, as `reset` does."""
        store.reset(self.engine, ATELIER.every_table)


def named(number: int, branch: str = TRUNK) -> Hash32:
    """A block's hash, by its number and branch."""
    return Hash32(f"0x{branch}{number:060x}")


def header(number: int, branch: str = TRUNK) -> Header:
    """A block, as far as the index keeps it."""
    parent = named(max(0, number - 1), branch)
    return Header(number, named(number, branch), parent, number, 0, named(0))


def transaction(number: int, index: int, branch: str = TRUNK) -> Hash32:
    """The hash of the transaction that said something."""
    return Hash32(f"0x{branch}{number:030x}{index:030x}")
