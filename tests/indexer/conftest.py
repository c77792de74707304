"""What the indexer's tests stand on: a chain that says what they like, and databases for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from indexer import store
from tests.indexer.stage import Stage

if TYPE_CHECKING:
    from marketplace.runtime.chain import Chain
    from marketplace.runtime.postgres import Postgres


@pytest.fixture
def stage(bare_chain: "Chain") -> Iterator[Stage]:
    """A chain whose contracts are speakers."""
    stage = Stage(bare_chain.url)
    yield stage
    stage.close()


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """An empty index."""
    engine = store.connect(database)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def second_database(postgres: "Postgres", migrated_template: str) -> Iterator[Engine]:
    """Another index, for the truth that a test compares with."""
    postgres.create("truth", template=migrated_template)
    engine = store.connect(postgres.url("truth"))
    yield engine
    engine.dispose()


@pytest.fixture
def truth(second_database: Engine) -> Engine:
    """That other index, empty."""
    store.reset(second_database)
    return second_database
