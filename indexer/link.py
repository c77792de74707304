"""Check that blocks follow each other, and find where the node's chain parts from ours."""

from collections.abc import Sequence
from itertools import pairwise

from indexer.error import AnswerInvalid, ForkTooDeep
from indexer.plan import Head
from indexer.primitives import Hash32
from indexer.wire import Header


def follows(head: Head, first: Header) -> bool:
    """Whether a block is the child of our head."""
    return first.number == head.number + 1 and first.parent_hash == head.hash


def check(headers: Sequence[Header]) -> None:
    """Each block must name the one before it, wherever two neighbours are known."""
    for parent, child in pairwise(headers):
        if child.number == parent.number + 1 and child.parent_hash != parent.hash:
            raise AnswerInvalid(
                f"the node's block {child.number} names {child.parent_hash} as its parent, "
                f"but its block {parent.number} is {parent.hash}"
            )
        if child.timestamp < parent.timestamp:
            raise AnswerInvalid(f"the node's block {child.number} is older than its ancestor")


def ancestor(head: Head, ours: Sequence[Head], theirs: Sequence[Header], floor: int) -> Head:
    """The last block both chains share; `ours` and `theirs` are the same numbers, upwards.

    Raise ForkTooDeep where that block lies below `floor`, the last one that is final.
    """
    hashes: dict[int, Hash32] = {header.number: header.hash for header in theirs}
    shared = [block for block in ours if hashes[block.number] == block.hash]
    if not shared or shared[-1].number < floor:
        raise ForkTooDeep(
            f"the node's chain parts from the index below block {floor}, which was final when the "
            f"index came to block {head.number} ({head.hash}): nothing was changed. If the node is "
            "right, run `python -m indexer reset` and let the index fill again; if not, name "
            "another node"
        )
    return shared[-1]
