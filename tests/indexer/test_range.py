"""old blocks are read by ranges
the node refuses wide ranges      -> halved until it answers, doubled again when easy
one block is still refused        -> NodeRefused
a log outside the range asked     -> AnswerInvalid
ranges and single blocks          -> the same facts
headers outside the window        -> kept only where something was said
"""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from indexer.error import AnswerInvalid, NodeRefused
from indexer.follow import FINALITY, Outcome
from indexer.plan import Pace
from indexer.source import Node
from tests.indexer.history import World
from tests.indexer.liar import Call, Liar, Reply
from tests.indexer.stage import Stage, catch_up, follow, fresh_rows, rows

BLOCKS = 40


@pytest.fixture
def liar(stage: Stage) -> Iterator[Liar]:
    """A provider before the stage's node, with terms of its own."""
    with Liar(stage.url) as liar:
        yield liar


@pytest.fixture
def past(stage: Stage) -> None:
    """A history of some length."""
    world = World()
    for number in range(BLOCKS):
        stage.block(world.speech([("mint", number), ("sell", number)]))


def width(call: Call) -> int:
    """How many blocks a question is about."""
    asked = call["params"][0]
    return int(asked["toBlock"], 16) - int(asked["fromBlock"], 16) + 1


def at_most(blocks: int) -> object:
    """The terms of many providers, each with words of its own."""

    def terms(call: Call, reply: Reply) -> Reply:
        if call["method"] != "eth_getLogs" or width(call) <= blocks:
            return reply
        return {"id": reply["id"], "error": {"code": -32005, "message": "range too large"}}

    return terms


@pytest.mark.usefixtures("past")
def test_a_refused_range_is_halved_until_it_is_answered(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar
) -> None:
    liar.lie = at_most(5)  # type: ignore[assignment]
    follower = follow(stage, engine, near=1, node=Node(liar.url), pace=Pace(32))
    assert [follower.step().outcome for _ in range(4)] == [
        Outcome.NARROWED,
        Outcome.NARROWED,
        Outcome.NARROWED,
        Outcome.ADVANCED,
    ]
    catch_up(follower)
    assert rows(engine)["events"] == fresh_rows(stage, truth)["events"]


@pytest.mark.usefixtures("past")
def test_an_easy_range_is_followed_by_a_wider_one(stage: Stage, engine: Engine) -> None:
    follower = follow(stage, engine, near=1, pace=Pace(4))
    heads = [follower.step().head.number for _ in range(3)]
    assert heads == [4, 12, 28]


@pytest.mark.usefixtures("past")
def test_a_node_that_refuses_even_one_block_is_reported(
    stage: Stage, engine: Engine, liar: Liar
) -> None:
    liar.lie = at_most(0)  # type: ignore[assignment]
    follower = follow(stage, engine, near=1, node=Node(liar.url), pace=Pace(1))
    with pytest.raises(NodeRefused, match=r"range too large \(-32005\)"):
        follower.step()


@pytest.mark.usefixtures("past")
def test_an_answer_that_is_too_large_narrows_the_range(stage: Stage, engine: Engine) -> None:
    follower = follow(stage, engine, near=1, node=Node(stage.url, limit=40_000), pace=Pace(32))
    assert follower.step().outcome is Outcome.NARROWED


@pytest.mark.usefixtures("past")
def test_logs_nobody_asked_for_are_refused(stage: Stage, engine: Engine, liar: Liar) -> None:
    def wider(call: Call, reply: Reply) -> Reply:
        for log in reply["result"] if call["method"] == "eth_getLogs" else []:
            log["blockNumber"] = hex(int(log["blockNumber"], 16) + 1000)
        return reply

    liar.lie = wider
    with pytest.raises(AnswerInvalid, match="asked for blocks 1 to 16"):
        follow(stage, engine, near=1, node=Node(liar.url), pace=Pace(16)).step()


@pytest.mark.usefixtures("past")
@pytest.mark.parametrize("near", [0, 1, 7, BLOCKS])
def test_ranges_and_blocks_make_the_same_facts(
    stage: Stage, engine: Engine, truth: Engine, near: int
) -> None:
    catch_up(follow(stage, engine, near=near, pace=Pace(8)))
    ours, fresh = rows(engine), fresh_rows(stage, truth)
    del ours["blocks"], fresh["blocks"]
    assert ours == fresh


def test_silent_headers_leave_with_the_window(stage: Stage, engine: Engine) -> None:
    world = World()
    stage.mine(10)
    stage.block(world.speech([("fee", 1)]))
    spoken = stage.height()
    follower = follow(stage, engine)
    for _ in range(4):
        stage.mine(FINALITY)
        catch_up(follower)
    head = stage.height()
    numbers = [row["number"] for row in rows(engine)["blocks"]]
    assert numbers == [0, spoken, *range(head - 2 * FINALITY + 1, head + 1)]
