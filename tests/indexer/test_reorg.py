"""a reorg leaves what an index would hold that had never seen the lost blocks
any depth up to finality            -> equal rows
mint vanishes for good              -> no work
mint comes back in another block    -> one work, there
sale moves                          -> one sale, there
the node's chain is shorter         -> equal rows
deeper than finality                -> ForkTooDeep, nothing changed
any two random histories            -> equal rows
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from indexer.error import ForkTooDeep
from indexer.follow import FINALITY, Outcome
from indexer.primitives import ZERO_ADDRESS
from tests.indexer.history import KINDS, Action, World, digest, person, work_id
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, catch_up, empty, follow, fresh_rows, rows

ARTIST, BUYER = person(1), person(2)
WORK = work_id(1)
MINT = [
    say("Artwork", "Transfer", ZERO_ADDRESS, ARTIST, WORK),
    say("Artwork", "WorkMinted", WORK, ARTIST, ARTIST, ARTIST, 500, ZERO_ADDRESS, 0, 0),
]
SALE = [
    say("Artwork", "Transfer", ARTIST, BUYER, WORK),
    say(
        "Market",
        "WorkSold",
        WORK,
        ARTIST,
        BUYER,
        digest("order", 1),
        ZERO_ADDRESS,
        100,
        2,
        0,
        ARTIST,
    ),
]


# Every depth and 500 schedules in a campaign; a few of both each time. Say how many:
# ATELIER_TEST_SCHEDULES=500 pytest tests/indexer/test_reorg.py
SCHEDULES = int(os.environ.get("ATELIER_TEST_SCHEDULES", "30"))
DEPTHS = range(1, FINALITY + 1) if SCHEDULES >= 500 else (1, 2, 3, 7, FINALITY)


@pytest.mark.parametrize("depth", DEPTHS)
def test_every_depth_up_to_finality_is_followed(
    stage: Stage, engine: Engine, truth: Engine, depth: int
) -> None:
    world = World()
    for number in range(depth + 3):
        stage.block(world.speech([("mint", number), ("sell", number), ("fee", number)]))
    follower = follow(stage, engine)
    catch_up(follower)
    stage.reorganise(depth, (0, [say("Market", "FeesChanged", 250, 0)]))
    catch_up(follower)
    assert rows(engine) == fresh_rows(stage, truth)


def test_a_mint_that_vanished_is_forgotten(stage: Stage, engine: Engine) -> None:
    stage.mine(2)
    stage.block(MINT)
    follower = follow(stage, engine)
    catch_up(follower)
    assert len(rows(engine)["works"]) == 1
    stage.reorganise(1)
    catch_up(follower)
    assert [rows(engine)[table] for table in ("works", "transfers", "events")] == [[], [], []]


def test_a_mint_that_comes_back_stands_in_its_new_block(stage: Stage, engine: Engine) -> None:
    stage.mine(2)
    stage.block(MINT)
    first = stage.height()
    stage.mine(2)
    follower = follow(stage, engine)
    catch_up(follower)
    stage.reorganise(3, (2, MINT))
    catch_up(follower)
    assert [row["block_number"] for row in rows(engine)["works"]] == [first + 2]


def test_a_sale_that_moved_stands_in_its_new_block(
    stage: Stage, engine: Engine, truth: Engine
) -> None:
    stage.block(MINT)
    stage.block(SALE)
    stage.mine(2)
    follower = follow(stage, engine)
    catch_up(follower)
    stage.reorganise(3, (2, SALE))
    catch_up(follower)
    assert [row["block_number"] for row in rows(engine)["sales"]] == [stage.height()]
    assert rows(engine) == fresh_rows(stage, truth)


def test_a_fork_is_found_from_far_above(stage: Stage, engine: Engine, truth: Engine) -> None:
    stage.mine(5)
    stage.block([say("Market", "FeesChanged", 100, 0)])
    follower = follow(stage, engine)
    catch_up(follower)
    stage.mine(300)
    stage.reorganise(302, (299, MINT))
    catch_up(follower)
    assert rows(engine) == fresh_rows(stage, truth)


def test_a_shorter_chain_is_followed(stage: Stage, engine: Engine, truth: Engine) -> None:
    stage.block(MINT)
    snapshot = stage.ask("evm_snapshot")
    for _ in range(4):
        stage.block([say("Market", "FeesChanged", 100, 0)])
    follower = follow(stage, engine)
    catch_up(follower)
    stage.ask("evm_revert", snapshot)
    stage.block([say("Market", "FeesChanged", 200, 0)])
    assert follower.step().outcome is Outcome.REWOUND
    catch_up(follower)
    assert rows(engine) == fresh_rows(stage, truth)


def test_a_node_that_lags_changes_nothing(stage: Stage, engine: Engine) -> None:
    snapshot = stage.ask("evm_snapshot")
    stage.block(MINT)
    follower = follow(stage, engine)
    catch_up(follower)
    before = rows(engine)
    stage.ask("evm_revert", snapshot)
    assert follower.step().outcome is Outcome.WAITED
    assert rows(engine) == before


@pytest.mark.parametrize("finality", [4, FINALITY])
def test_deeper_than_finality_raises_the_alarm_and_changes_nothing(
    stage: Stage, engine: Engine, finality: int
) -> None:
    for number in range(finality + 4):
        stage.block([say("Market", "FeesChanged", number, 0)])
    follower = follow(stage, engine, finality=finality)
    catch_up(follower)
    before = rows(engine)
    stage.reorganise(finality + 1, (0, [say("Market", "FeesChanged", 250, 0)]))
    stage.mine()
    with pytest.raises(ForkTooDeep, match="nothing was changed"):
        catch_up(follower)
    assert rows(engine) == before


def test_confirmed_blocks_are_not_reorganised(stage: Stage, engine: Engine) -> None:
    stage.mine(4)
    stage.block(MINT)
    follower = follow(stage, engine, confirmations=2)
    catch_up(follower)
    assert rows(engine)["works"] == []
    stage.mine(2)
    catch_up(follower)
    assert len(rows(engine)["works"]) == 1


actions = st.tuples(st.sampled_from(KINDS), st.integers(0, 1000))
blocks = st.lists(st.lists(actions, max_size=4), min_size=1, max_size=6)


@given(past=blocks, lost=blocks, present=blocks)
@settings(
    max_examples=SCHEDULES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_was_lost_leaves_no_trace(
    stage: Stage,
    engine: Engine,
    truth: Engine,
    past: list[list[Action]],
    lost: list[list[Action]],
    present: list[list[Action]],
) -> None:
    beginning = stage.ask("evm_snapshot")
    empty(engine)
    follower = follow(stage, engine)
    world = World()
    _play(stage, world, past)
    fork = stage.ask("evm_snapshot")
    _play(stage, world.copy(), lost)
    catch_up(follower)
    stage.ask("evm_revert", fork)
    _play(stage, world, present)
    # The same blocks at the same second would be the same chain, and no reorg at all.
    stage.block([say("Market", "FeesChanged", 9999, 0)])
    catch_up(follower)
    assert rows(engine) == fresh_rows(stage, truth)
    stage.ask("evm_revert", beginning)


def _play(stage: Stage, world: World, chapters: list[list[Action]]) -> None:
    for chapter in chapters:
        stage.block(world.speech(chapter))
