"""Ask several nodes, and take nothing for final that only one of them says.

Every question goes to one node, and to the next one when that fails. Two things can hardly be
taken back, so two nodes must agree on them: which blocks are final, and old logs, of which a header
cannot tell that none is missing.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, Self, TypeVar

import msgspec

from indexer.error import AnswerInvalid, NodeFault, NodeUnreachable
from indexer.primitives import Hash32
from indexer.source import Node, Tips
from indexer.wire import Header, Log

Answer = TypeVar("Answer")
ENOUGH = 2


class Source(Protocol):
    """Whom a follower asks: one node, or several as one."""

    @property
    def name(self) -> str:
        """How to speak of it."""

    def chain_id(self) -> int:
        """Which chain it serves."""

    def tips(self) -> Tips:
        """The blocks at its head, safe and finalized."""

    def headers(self, numbers: Sequence[int]) -> list[Header]:
        """The blocks of these numbers, in the order asked."""

    def receipts(self, hashes: Sequence[Hash32]) -> Iterator[msgspec.Raw]:
        """All receipts of each of these blocks."""

    def logs_of_range(self, first: int, last: int, addresses: Sequence[str]) -> list[Log]:
        """These contracts' logs from block `first` to block `last`."""


def ask(urls: Sequence[str]) -> "Node | Agreement":
    """The node at this address, or those at these addresses as one."""
    return Node(urls[0]) if len(urls) == 1 else Agreement([Node(url) for url in urls])


class Agreement:
    """Several nodes as one; the first is asked until it fails, then the next."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        if len(nodes) < ENOUGH:
            raise ValueError(f"{len(nodes)} nodes cannot agree; name at least {ENOUGH}")
        self._nodes = list(nodes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let every connection go."""
        for node in self._nodes:
            node.close()

    @property
    def name(self) -> str:
        """The nodes in the order in which they are asked."""
        return ", ".join(node.name for node in self._nodes)

    def chain_id(self) -> int:
        """Which chain all of those serve that answer."""
        found: set[int] = set(self._answers(Node.chain_id))
        if len(found) > 1:
            raise AnswerInvalid(f"{self.name} serve different chains: {sorted(found)}")
        return found.pop()

    def tips(self) -> Tips:
        """The tips of the first node; final is only what a second one has as well."""
        tips = self._first(lambda node: node.tips())
        if tips.finalized is None or tips.safe is None:
            return tips
        asked = tips.finalized.number
        for other in self._nodes[1:]:
            try:
                (found,) = other.headers([asked])
            except NodeFault:
                continue
            if found.hash == tips.finalized.hash:
                return tips
            raise AnswerInvalid(
                f"{self._nodes[0].name} and {other.name} do not agree on block {asked}, which the "
                f"first says is final: {tips.finalized.hash}, {found.hash}"
            )
        (genesis,) = self._first(lambda node: node.headers([0]))
        return Tips(tips.latest, genesis, genesis)

    def headers(self, numbers: Sequence[int]) -> list[Header]:
        """The blocks of these numbers; their hashes prove them, so one node is enough."""
        return self._first(lambda node: node.headers(numbers))

    def receipts(self, hashes: Sequence[Hash32]) -> Iterator[msgspec.Raw]:
        """All receipts of each of these blocks; the blocks' hashes prove them."""
        return iter(self._first(lambda node: list(node.receipts(hashes))))

    def logs_of_range(self, first: int, last: int, addresses: Sequence[str]) -> list[Log]:
        """Logs that two nodes give alike."""
        return self._agreed(
            lambda node: node.logs_of_range(first, last, addresses),
            f"what was said from block {first} to block {last}",
        )

    def _first(self, question: Callable[[Node], Answer]) -> Answer:
        """The answer of the first node that gives one; it stays the first from then on."""
        fault: NodeFault | None = None
        for _ in self._nodes:
            try:
                return question(self._nodes[0])
            except NodeFault as failed:
                fault = fault or failed
                self._nodes.append(self._nodes.pop(0))
        raise fault or NodeUnreachable("there is no node to ask")

    def _agreed(self, question: Callable[[Node], Answer], about: str) -> Answer:
        """What two nodes say alike; the faults of others do not matter then."""
        answers: list[Answer] = []
        for answer in self._answers(question, ENOUGH):
            if answer in answers:
                return answer
            answers.append(answer)
        raise AnswerInvalid(f"no two of {self.name} agree on {about}")

    def _answers(self, question: Callable[[Node], Answer], least: int = 1) -> Iterator[Answer]:
        """One answer after the other; a fault, if fewer than so many nodes give one."""
        fault: NodeFault | None = None
        given = 0
        for node in list(self._nodes):
            try:
                answer = question(node)
            except NodeFault as failed:
                fault = fault or failed
                continue
            given += 1
            yield answer
        if fault is not None and given < least:
            raise fault
