"""python -m indexer rebuild
a right index               -> byte for byte the same, nothing replaced
a row changed by hand       -> its table is named and replaced
a row lost, a row invented  -> as above
the chain reorganised since -> the rebuilt index is what a fresh one would be
the node lies               -> the fault, and the index as it was
a row written once more     -> the same digest
"""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, inspect, text

from indexer.apply import ATELIER
from indexer.error import NodeFault
from indexer.models import Sale
from indexer.rebuild import BESIDE, digest, rebuild
from indexer.source import Node
from tests.indexer import liar as lies
from tests.indexer.history import World
from tests.indexer.liar import Liar
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, catch_up, follow, fresh_rows, rows


@pytest.fixture
def filled(stage: Stage, engine: Engine) -> Engine:
    """An index of some history."""
    world = World()
    for number in range(8):
        stage.block(world.speech([(kind, number) for kind in ("mint", "sell", "apply", "vote")]))
    catch_up(follow(stage, engine))
    return engine


def again(stage: Stage) -> Callable[[Engine], None]:
    """How the stage's chain fills an index."""
    return lambda engine: catch_up(follow(stage, engine))


def test_a_right_index_is_the_same_byte_for_byte(stage: Stage, filled: Engine) -> None:
    before = rows(filled)
    compared = rebuild(filled, ATELIER.every_table, again(stage))
    assert all(table.is_same for table in compared)
    assert {table.name for table in compared} == {t.__tablename__ for t in ATELIER.every_table}
    assert {table.name: table.rows for table in compared} == {k: len(v) for k, v in before.items()}
    assert rows(filled) == before
    assert BESIDE not in inspect(filled).get_schema_names()


@pytest.mark.parametrize(
    ("table", "harm"),
    [
        ("sales", "UPDATE sales SET price = price + 1 WHERE block_number % 2 = 0"),
        ("works", "DELETE FROM works WHERE block_number = (SELECT max(block_number) FROM works)"),
        (
            "sweeps",
            "INSERT INTO sweeps (block_number, log_index, transaction_hash, contract, currency, "
            "amount) SELECT block_number, 9999, transaction_hash, 'Market', currency, price "
            "FROM sales LIMIT 1",
        ),
    ],
    ids=["changed", "lost", "invented"],
)
def test_what_is_wrong_is_named_and_replaced(
    stage: Stage, filled: Engine, table: str, harm: str
) -> None:
    before = rows(filled)
    with filled.begin() as connection:
        connection.execute(text(harm))
    assert rows(filled) != before
    assert [
        one.name for one in rebuild(filled, ATELIER.every_table, again(stage)) if not one.is_same
    ] == [table]
    assert rows(filled) == before


def test_after_a_reorg_it_is_what_a_fresh_index_is(
    stage: Stage, filled: Engine, truth: Engine
) -> None:
    stage.reorganise(3, (1, [say("Market", "FeesChanged", 250, 0)]))
    assert all(table.is_same for table in rebuild(filled, ATELIER.every_table, again(stage)))
    assert rows(filled) == fresh_rows(stage, truth)


def test_a_node_that_lies_changes_nothing(stage: Stage, filled: Engine) -> None:
    before = rows(filled)
    with Liar(stage.url) as liar:
        liar.lie = lies.prices_changed
        misled = follow(stage, filled, node=Node(liar.url))

        def fill(engine: Engine) -> None:
            misled.engine = engine
            misled.is_verified = False
            catch_up(misled, attempts=1)

        with pytest.raises(NodeFault):
            rebuild(filled, ATELIER.every_table, fill)
    assert rows(filled) == before
    assert BESIDE not in inspect(filled).get_schema_names()


def test_a_digest_is_of_the_rows_and_not_of_where_they_lie(filled: Engine) -> None:
    with filled.begin() as connection:
        before = digest(connection, Sale)
        # An update writes rows anew, at the end of the table.
        connection.execute(text("UPDATE sales SET price = price WHERE block_number % 2 = 0"))
        assert digest(connection, Sale) == before
        assert before[0] > 0
