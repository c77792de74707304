"""PostgreSQL ends in the middle of a step
stopped and started again    -> the step is done anew, nothing is lost or doubled
killed and started again     -> as above
"""

import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from indexer import store
from indexer.apply import ATELIER
from marketplace.runtime.postgres import Postgres
from tests.indexer.history import person
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, catch_up, follow, rows

PATIENCE_SECONDS = 60
ATTEMPTS = 100


def stop(server: Postgres) -> None:
    """As an operator does."""
    server.stop()


def crash(server: Postgres) -> None:
    """Nothing is finished or written: the next start recovers."""
    postmaster = int((server.folder / "postmaster.pid").read_text().splitlines()[0])
    os.kill(postmaster, signal.SIGQUIT)
    server.stop()


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """A server that only these tests use, with an index's tables."""
    with tempfile.TemporaryDirectory(prefix="atelier-test-") as folder:
        server = Postgres(Path(folder) / "cluster")
        server.start()
        server.create("index")
        yield server
        server.stop()


@pytest.fixture
def fragile(server: Postgres) -> Iterator[Engine]:
    """An index there."""
    engine = store.connect(server.url("index"))
    store.create(engine, ATELIER.every_table)
    store.reset(engine, ATELIER.every_table)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("end", [stop, crash])
def test_a_server_that_ends_in_the_middle_of_a_step_is_waited_for(
    stage: Stage, server: Postgres, fragile: Engine, truth: Engine, end: Callable[[Postgres], None]
) -> None:
    stage.block([say("Market", "FeesChanged", 250, 0)])
    catch_up(follow(stage, fragile))
    stage.block([say("Artwork", "FeesChanged", 12, 0), say("Market", "FeesSwept", person(1), 1)])
    follower = follow(stage, fragile)
    following = threading.Thread(target=catch_up, args=(follower, ATTEMPTS), daemon=True)
    with suppress(OperationalError), fragile.connect() as holder:
        holder.execute(text("LOCK TABLE sweeps IN EXCLUSIVE MODE"))
        following.start()
        await_waiting(server)
        end(server)
    server.start()
    following.join(PATIENCE_SECONDS)
    assert not following.is_alive()
    catch_up(follow(stage, truth))
    assert rows(fragile) == rows(truth)


def await_waiting(server: Postgres) -> None:
    """Until somebody waits for the table; the server itself looks, ever again."""
    with psycopg.connect(server.address("index"), autocommit=True) as connection:
        connection.execute(
            f"""
            DO $$ BEGIN
              FOR attempt IN 1..{PATIENCE_SECONDS * 100} LOOP
                IF EXISTS (SELECT FROM pg_locks WHERE relation = 'sweeps'::regclass AND NOT granted)
                THEN RETURN; END IF;
                PERFORM pg_sleep(0.01);
              END LOOP;
              RAISE EXCEPTION 'nobody waits for sweeps';
            END $$"""
        )
