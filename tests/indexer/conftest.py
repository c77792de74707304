"""What the indexer's tests stand on: a chain that says what they like, and databases for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from indexer import store
from tests.indexer.stage import Stage, empty

if TYPE_CHECKING:
    from marketplace.runtime.postgres import Postgres


@pytest.fixture(scope="session")
def theatre() -> Iterator[Stage]:
    """One chain for all tests: whatever is played on it is taken back."""
    from marketplace.runtime.chain import Chain, free_port

    chain = Chain(free_port())
    chain.start()
    stage = Stage(chain.url)
    yield stage
    stage.close()
    chain.stop()


@pytest.fixture
def stage(theatre: Stage) -> Iterator[Stage]:
    """A chain on which only the contracts are, and each of them is a speaker."""
    beginning = theatre.ask("evm_snapshot")
    yield theatre
    theatre.ask("evm_revert", beginning)
    theatre.close()


@pytest.fixture(scope="session")
def engines(postgres: "Postgres", migrated_template: str) -> Iterator[tuple[Engine, Engine]]:
    """Two indexes: one to try, one for the truth to compare it with."""
    for name in ("tried", "truth"):
        postgres.create(name, template=migrated_template)
    tried, truth = (store.connect(postgres.url(name)) for name in ("tried", "truth"))
    yield tried, truth
    tried.dispose()
    truth.dispose()


@pytest.fixture
def engine(engines: tuple[Engine, Engine]) -> Engine:
    """An empty index."""
    empty(engines[0])
    return engines[0]


@pytest.fixture
def truth(engines: tuple[Engine, Engine]) -> Engine:
    """Another empty index."""
    empty(engines[1])
    return engines[1]
