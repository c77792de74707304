"""migrations
upgraded        -> exactly the tables that the models describe
downgraded      -> nothing of the index is left
current_works   -> who owns each work, and how often it changed hands
"""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, select

from indexer import store
from indexer.models import IS_VIEW, CurrentWork, IndexBase
from indexer.primitives import ZERO_ADDRESS
from tests.indexer.history import person, work_id
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, catch_up, follow


@pytest.fixture
def migrated(database: str) -> Iterator[Engine]:
    """A database of this test's own, upgraded to the last revision."""
    engine = store.connect(database)
    yield engine
    engine.dispose()


def is_index(item: object, _name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """Whether a table is one of the index's own."""
    if kind != "table":
        return True
    ours = IndexBase.metadata.tables.get(item.name)  # type: ignore[attr-defined]
    return ours is not None and IS_VIEW not in ours.info


def test_the_tables_are_those_of_the_models(migrated: Engine) -> None:
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_index})
        assert compare_metadata(context, IndexBase.metadata) == []


def test_a_downgrade_leaves_nothing(migrated: Engine) -> None:
    config = Config(toml_file="pyproject.toml")
    with migrated.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    left = {*inspect(migrated).get_table_names(), *inspect(migrated).get_view_names()}
    assert not left & set(IndexBase.metadata.tables)


def test_a_work_belongs_to_whom_it_came_last(stage: Stage, engine: Engine) -> None:
    first, second = work_id(1), work_id(2)
    mints = [
        said
        for work in (first, second)
        for said in (
            say("Artwork", "Transfer", ZERO_ADDRESS, person(1), work),
            say(
                "Artwork",
                "WorkMinted",
                work,
                person(1),
                person(1),
                person(1),
                500,
                ZERO_ADDRESS,
                0,
                0,
            ),
        )
    ]
    stage.block(mints)
    there = say("Artwork", "Transfer", person(1), person(2), first)
    back = say("Artwork", "Transfer", person(2), person(1), first)
    stage.block([there], [back, there])
    catch_up(follow(stage, engine))
    query = select(CurrentWork.__table__)
    with engine.connect() as connection:
        found = {row.work: (row.owner, row.transfer_count) for row in connection.execute(query)}
    assert found == {first: (person(2), 3), second: (person(1), 0)}
