"""Decide what to ask for next: nothing, a few blocks near the head, or a range of old ones."""

from dataclasses import dataclass

from indexer.primitives import Hash32
from indexer.wire import Header

# Blocks up to this far behind the target are proved by their receipts. Of older ones the logs are
# asked for by ranges and held against all headers, which is fast: one node alone could leave out
# some of a block's logs there, two that must agree could not.
NEAR = 4096
NEAR_BATCH = 256
WIDEST = 2048


@dataclass(frozen=True, slots=True)
class Head:
    """The last block the index stands for."""

    number: int
    hash: Hash32
    timestamp: int


@dataclass(frozen=True, slots=True)
class Marks:
    """Up to where a reorganisation is unlikely, and up to where there will never be one."""

    safe: int
    finalized: int

    def within(self, head: int) -> "Marks":
        """What they say of a chain that ends here."""
        return Marks(min(self.safe, head), min(self.finalized, head))

    def raised(self, to: "Marks") -> "Marks":
        """What is final stays final, whatever a node says later."""
        finalized = max(self.finalized, to.finalized)
        return Marks(max(to.safe, finalized), finalized)


@dataclass(frozen=True, slots=True)
class Wait:
    """The index is where the node is."""


@dataclass(frozen=True, slots=True)
class Compare:
    """The node's target is no higher than our head: it lags, or its chain is another one."""

    target: Header


@dataclass(frozen=True, slots=True)
class Near:
    """Read every block from `first` to `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Far:
    """Read the logs of a range of old blocks."""

    first: int
    last: int


Plan = Wait | Compare | Near | Far


@dataclass(frozen=True, slots=True)
class Pace:
    """How many old blocks to ask for at once: halved when refused or many, doubled when easy."""

    blocks: int = 64

    def halved(self) -> "Pace":
        """Ask for less."""
        return Pace(max(1, self.blocks // 2))

    def doubled(self) -> "Pace":
        """Ask for more."""
        return Pace(min(WIDEST, self.blocks * 2))


def plan(head: Head, target: Header, pace: Pace, near: int = NEAR) -> Plan:
    """The next step from our head towards the node's block that we want to reach."""
    if target.hash == head.hash:
        return Wait()
    if target.number <= head.number:
        return Compare(target)
    first, old = head.number + 1, target.number - near
    if first <= old:
        return Far(first, min(first + pace.blocks - 1, old))
    return Near(first, min(first + NEAR_BATCH - 1, target.number))
