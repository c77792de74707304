"""plan
the node's head is ours          -> Wait
it is not above ours             -> Compare
it is a little above             -> Near, block by block, at most a batch
it is far above                  -> Far, a range by the pace, never into the near blocks
"""

import pytest

from indexer.plan import NEAR, NEAR_BATCH, WIDEST, Compare, Far, Near, Pace, Wait, plan
from indexer.wire import Header
from tests.indexer.block import HEAD, header


def test_at_the_nodes_head_there_is_nothing_to_do() -> None:
    assert plan(HEAD, header(100), Pace()) == Wait()


@pytest.mark.parametrize("target", [header(99), header(100, "b"), header(3)])
def test_a_node_that_is_not_above_us_is_compared(target: Header) -> None:
    assert plan(HEAD, target, Pace()) == Compare(target)


@pytest.mark.parametrize(
    ("above", "last"), [(1, 101), (NEAR_BATCH, 100 + NEAR_BATCH), (NEAR, 100 + NEAR_BATCH)]
)
def test_near_blocks_are_read_one_by_one_in_batches(above: int, last: int) -> None:
    assert plan(HEAD, header(100 + above), Pace()) == Near(101, last)


def test_old_blocks_are_read_by_ranges() -> None:
    assert plan(HEAD, header(100 + NEAR + 1000), Pace(64)) == Far(101, 164)


def test_a_range_ends_where_near_blocks_begin() -> None:
    assert plan(HEAD, header(100 + NEAR + 10), Pace(64)) == Far(101, 110)


def test_the_pace_stays_within_its_bounds() -> None:
    assert Pace(1).halved() == Pace(1)
    assert Pace(WIDEST).doubled() == Pace(WIDEST)
    assert Pace(8).halved().doubled() == Pace(8)
