"""a node that lies
each way of lying            -> no row that an honest node would not give; right when it stops
three ways at random         -> the same, over 500 blocks
a head that is stale         -> nothing changes
a range of old blocks bent   -> refused wherever a header can tell
"""

import os
import random
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from indexer.error import NodeFault
from indexer.follow import Follower, Outcome
from indexer.source import Node
from tests.indexer import liar as lies
from tests.indexer.history import World
from tests.indexer.liar import BENT, BROKEN, Liar, Lie, mixture
from tests.indexer.stage import Rows, Stage, catch_up, follow, fresh_rows, rows

IMPATIENT = 0.2


@pytest.fixture
def liar(stage: Stage) -> Iterator[Liar]:
    """A liar before the stage's node."""
    with Liar(stage.url) as liar:
        yield liar


@pytest.fixture
def misled(stage: Stage, engine: Engine, liar: Liar) -> Follower:
    """An indexer that knows no other node than the liar."""
    return follow(stage, engine, node=Node(liar.url, timeout=IMPATIENT))


def perform(stage: Stage, world: World, chapters: range) -> None:
    """A piece of history with several events in most blocks."""
    for number in chapters:
        deeds = [("mint", number), ("sell", number), ("fee", number)]
        stage.block(world.speech(deeds), world.speech([("mint", number + 7)]))
        stage.mine(number % 2)


def try_to_follow(follower: Follower, steps: int) -> int:
    """Some steps, whatever comes of them; how many were refused."""
    refused = 0
    for _ in range(steps):
        try:
            follower.step()
        except NodeFault:
            refused += 1
    return refused


def facts(rows: Rows) -> set[str]:
    """What was said on the chain, without what the index notes of the chain itself."""
    return {
        f"{table} {fact}"
        for table, facts in rows.items()
        if table not in ("chains", "blocks")
        for fact in facts
    }


@pytest.mark.parametrize("lie", [*BENT, *BROKEN], ids=lambda lie: lie.__name__)
def test_a_lie_makes_no_row_and_does_no_harm(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar, misled: Follower, lie: Lie
) -> None:
    world = World()
    perform(stage, world, range(3))
    catch_up(misled)
    perform(stage, world, range(3, 6))
    liar.lie = lie
    refused = try_to_follow(misled, 3)
    assert liar.told
    assert refused == 3
    assert facts(rows(engine)) <= facts(fresh_rows(stage, truth))
    liar.lie = lies.honest
    catch_up(misled)
    assert rows(engine) == fresh_rows(stage, truth)


# What lies come in mixtures, beside those that only take long; how many mixtures in a campaign:
# ATELIER_TEST_MIXTURES=50 pytest tests/indexer/test_lie.py
MIXED = [*BENT, lies.garbage, lies.page_of_html, lies.too_many_requests]
MIXTURES = int(os.environ.get("ATELIER_TEST_MIXTURES", "2"))


@pytest.mark.parametrize("seed", range(MIXTURES))
def test_lies_at_random_make_no_wrong_row(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar, misled: Follower, seed: int
) -> None:
    some = random.Random(seed).sample(MIXED, 3)
    world = World()
    for chapter in range(5):
        perform(stage, world, range(chapter * 3, chapter * 3 + 3))
        stage.mine(95)
        liar.lie = mixture(some, seed + chapter, share=0.2)
        try_to_follow(misled, 4)
        assert facts(rows(engine)) <= facts(fresh_rows(stage, truth))
    assert stage.height() >= 450
    assert liar.told
    liar.lie = lies.honest
    catch_up(misled)
    assert rows(engine) == fresh_rows(stage, truth)


def test_a_stale_head_changes_nothing(
    stage: Stage, engine: Engine, liar: Liar, misled: Follower
) -> None:
    perform(stage, World(), range(3))
    stale = stage.ask("eth_getBlockByNumber", hex(stage.height() - 2), False)
    catch_up(misled)
    before = rows(engine)
    liar.lie = lambda call, reply: (
        reply | {"result": stale} if call["params"][:1] == ["latest"] else reply
    )
    assert misled.step().outcome is Outcome.WAITED
    assert rows(engine) == before


@pytest.mark.parametrize(
    "lie",
    [
        lies.logs_doubled,
        lies.logs_shuffled,
        lies.logs_removed,
        lies.logs_of_another_block,
        lies.logs_of_another_token,
        lies.hash_wrong,
        lies.null,
        lies.numbers_malformed,
    ],
    ids=lambda lie: lie.__name__,
)
def test_a_range_of_old_blocks_is_held_against_its_headers(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar, lie: Lie
) -> None:
    perform(stage, World(), range(6))
    misled = follow(stage, engine, near=1, node=Node(liar.url))
    liar.lie = lie
    assert try_to_follow(misled, 2) == 2
    liar.lie = lies.honest
    catch_up(misled)
    assert facts(rows(engine)) == facts(fresh_rows(stage, truth))
