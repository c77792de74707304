"""follows, check, ancestor
child of our head             -> it follows
other parent or number        -> it does not
neighbours that do not link   -> AnswerInvalid
chains that part              -> the last shared block
deeper than finality          -> ForkTooDeep
nothing shared                -> ForkTooDeep
"""

import pytest

from indexer.error import AnswerInvalid, ForkTooDeep
from indexer.link import ancestor, check, follows
from indexer.plan import Head
from tests.indexer.block import HEAD, header, named

OURS = [Head(number, named(number), number) for number in range(90, 101)]


def test_the_child_of_our_head_follows() -> None:
    assert follows(HEAD, header(101))


@pytest.mark.parametrize("other", [header(101, "b"), header(102), header(100)])
def test_any_other_block_does_not_follow(other: object) -> None:
    assert not follows(HEAD, other)  # type: ignore[arg-type]


def test_linked_blocks_pass() -> None:
    check([header(5), header(6), header(9)])


def test_neighbours_that_do_not_link_are_refused() -> None:
    with pytest.raises(AnswerInvalid, match="block 6 names"):
        check([header(5), header(6, "b")])


@pytest.mark.parametrize("depth", [1, 5, 10])
def test_the_last_shared_block_is_found(depth: int) -> None:
    theirs = [header(n, "a" if n <= 100 - depth else "b") for n in range(90, 101)]
    assert ancestor(HEAD, OURS, theirs, floor=90).number == 100 - depth


def test_a_fork_below_finality_is_refused() -> None:
    theirs = [header(n, "a" if n <= 94 else "b") for n in range(90, 101)]
    with pytest.raises(ForkTooDeep, match="below block 95"):
        ancestor(HEAD, OURS, theirs, floor=95)


def test_chains_that_share_nothing_are_refused() -> None:
    with pytest.raises(ForkTooDeep, match="reset"):
        ancestor(HEAD, OURS, [header(n, "b") for n in range(90, 101)], floor=50)
