"""several nodes
the first is down                      -> the next one is asked, and stays the first
one of two lies about old blocks       -> nothing is taken; right when it stops
one of three lies about old blocks     -> outvoted
they name different blocks as final    -> refused, nothing is marked
only one of them answers               -> it is followed, and nothing becomes final
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from indexer.agreement import Agreement
from indexer.error import AnswerInvalid
from indexer.follow import FINALITY, Follower
from indexer.source import Node
from tests.indexer import liar as lies
from tests.indexer.history import World
from tests.indexer.liar import Liar, Lie
from tests.indexer.stage import Stage, catch_up, follow, fresh_rows, rows
from tests.indexer.test_lie import perform, try_to_follow

if TYPE_CHECKING:
    from marketplace.runtime.chain import Chain


@pytest.fixture
def liar(stage: Stage) -> Iterator[Liar]:
    """A liar before the stage's node."""
    with Liar(stage.url) as liar:
        yield liar


def several(stage: Stage, engine: Engine, *urls: str, **options: int) -> Follower:
    """An indexer that asks these nodes, in this order."""
    nodes = [Node(url) for url in urls]
    stage.nodes += nodes
    return follow(stage, engine, node=Agreement(nodes), **options)


def test_one_node_alone_cannot_agree(stage: Stage) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        Agreement([stage.node])


def test_when_the_first_is_down_the_next_is_asked(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar
) -> None:
    perform(stage, World(), range(3))
    follower = several(stage, engine, liar.url, stage.url, stage.url)
    liar.lie = lies.page_of_html
    catch_up(follower)
    assert rows(engine) == fresh_rows(stage, truth)
    told = liar.told
    stage.mine()
    catch_up(follower)
    assert liar.told == told


# Lies about a part of a block's logs, which no header can tell.
HIDDEN = [lies.first_log_dropped, lies.last_log_dropped, lies.prices_changed, lies.logs_renumbered]


@pytest.mark.parametrize("lie", HIDDEN, ids=lambda lie: lie.__name__)
def test_a_lie_about_old_blocks_needs_two_liars(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar, lie: Lie
) -> None:
    perform(stage, World(), range(6))
    follower = several(stage, engine, liar.url, stage.url, near=1)
    liar.lie = lie
    assert try_to_follow(follower, 3) == 3
    assert rows(engine)["events"] == []
    liar.lie = lies.honest
    catch_up(follower)
    assert rows(engine)["events"] == fresh_rows(stage, truth)["events"]


def test_one_liar_of_three_is_outvoted(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar
) -> None:
    perform(stage, World(), range(6))
    follower = several(stage, engine, liar.url, stage.url, stage.url, near=1)
    liar.lie = lies.last_log_dropped
    while follower.step().events == 0:
        pass
    liar.lie = lies.honest
    catch_up(follower)
    assert rows(engine)["events"] == fresh_rows(stage, truth)["events"]


def test_two_chains_have_no_final_block_in_common(stage: Stage, bare_chain: "Chain") -> None:
    stage.mine(FINALITY + 5)
    other = Node(bare_chain.url)
    stage.nodes.append(other)
    other.ask([("anvil_mine", [hex(FINALITY + 5)])])
    with pytest.raises(AnswerInvalid, match="do not agree on block"):
        Agreement([stage.node, other]).tips()


def test_alone_a_node_makes_nothing_final(
    stage: Stage, engine: Engine, truth: Engine, liar: Liar
) -> None:
    perform(stage, World(), range(3))
    stage.mine(FINALITY + 5)
    follower = several(stage, engine, stage.url, liar.url)
    liar.lie = lies.refused
    catch_up(follower)
    (alone,) = rows(engine)["chains"]
    assert (alone["head_number"], alone["finalized_number"]) == (stage.height(), 0)
    liar.lie = lies.honest
    catch_up(follower)
    assert rows(engine) == fresh_rows(stage, truth)
    assert rows(engine)["chains"][0]["finalized_number"] == stage.height() - FINALITY
