"""What the tests of announcements stand on: an index that says what they like."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from marketplace import db
from marketplace.db import Units
from marketplace.live.models import Announcement, Telling, Webhook
from tests.indexer.stage import empty
from tests.marketplace.live.scribe import Scribe

if TYPE_CHECKING:
    from marketplace.runtime.postgres import Postgres


@pytest.fixture(scope="session")
def kept(postgres: "Postgres", migrated_template: str) -> Iterator[Engine]:
    """One database for all tests of this room: making one takes longer than most of them."""
    postgres.create("live", template=migrated_template)
    engine = db.open_engine(postgres.url("live"))
    yield engine
    engine.dispose()


@pytest.fixture
def engine(kept: Engine) -> Engine:
    """The database, empty."""
    with kept.begin() as connection:
        tables = ", ".join(table.__tablename__ for table in (Announcement, Telling, Webhook))
        connection.exec_driver_sql(f"TRUNCATE {tables} CASCADE")
    empty(kept)
    return kept


@pytest.fixture
def units(engine: Engine) -> Units:
    """Where its transactions come from."""
    return db.units(engine)


@pytest.fixture
def scribe(engine: Engine) -> Scribe:
    """Whoever writes the index."""
    return Scribe(engine)
