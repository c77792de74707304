"""SIGKILL
in the middle of a batch      -> the head and rows of the batch before
the database ends the session -> asked again, the same rows
in the middle of a rewind     -> the head and rows before it
at any moment, many times     -> in the end what a fresh index holds
two indexers at once          -> what one of them would have made
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, text

from indexer.follow import Outcome
from indexer.source import Node
from indexer.store import CHANNEL
from tests.indexer.history import World, person
from tests.indexer.liar import Call, Liar, Reply
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, catch_up, follow, fresh_rows, rows, write_deployment

Start = Callable[[str], "subprocess.Popen[bytes]"]
PATIENCE_SECONDS = 60


@pytest.fixture
def start(stage: Stage, engine: Engine, tmp_path: Path) -> Iterator[Start]:
    """Start an indexer as operators do, in a process of its own."""
    file = write_deployment(stage.deployment, tmp_path)
    database = engine.url.render_as_string(hide_password=False)
    options = ["--rpc", stage.url, "--deployment", str(file), "--poll", "0.01"]
    environment = {**os.environ, "DATABASE_URL": database}
    started: list[subprocess.Popen[bytes]] = []

    def indexer(command: str) -> "subprocess.Popen[bytes]":
        arguments = [sys.executable, "-m", "indexer", command, *options]
        process = subprocess.Popen(
            arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        started.append(process)
        return process

    yield indexer
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()


def play(stage: Stage, blocks: int) -> None:
    """Some history."""
    world = World()
    for number in range(blocks):
        stage.block(world.speech([("mint", number), ("sell", number), ("fee", number)]))


def kill(process: "subprocess.Popen[bytes]") -> None:
    """What no process can prepare for."""
    process.send_signal(signal.SIGKILL)
    process.wait()


def kill_in_the_middle(start: Start, engine: Engine, table: str) -> None:
    """Kill an indexer while its transaction waits for a table that somebody else holds."""
    with engine.connect() as holder:
        holder.execute(text(f"LOCK TABLE {table} IN EXCLUSIVE MODE"))
        process = start("run")
        await_waiting(engine, table)
        kill(process)
        holder.rollback()


def await_waiting(engine: Engine, table: str) -> None:
    """Until another transaction waits for this table; the server itself looks, ever again."""
    look = f"""
        DO $$ BEGIN
          FOR attempt IN 1..{PATIENCE_SECONDS * 100} LOOP
            IF EXISTS (SELECT FROM pg_locks
                       WHERE relation = '{table}'::regclass AND NOT granted) THEN RETURN; END IF;
            PERFORM pg_sleep(0.01);
          END LOOP;
          RAISE EXCEPTION 'nobody waits for {table}';
        END $$"""
    with engine.connect() as connection:
        connection.execute(text(look))


def test_killed_in_a_batch_it_leaves_the_batch_before(
    stage: Stage, engine: Engine, truth: Engine, start: Start
) -> None:
    play(stage, 3)
    catch_up(follow(stage, engine))
    before = rows(engine)
    stage.block([say("Artwork", "FeesChanged", 12, 0), say("Market", "FeesSwept", person(1), 1)])
    kill_in_the_middle(start, engine, "sweeps")
    assert rows(engine) == before
    assert start("once").wait(PATIENCE_SECONDS) == 0
    assert rows(engine) == fresh_rows(stage, truth)


def test_killed_in_a_rewind_it_has_forgotten_nothing(
    stage: Stage, engine: Engine, truth: Engine, start: Start
) -> None:
    play(stage, 6)
    catch_up(follow(stage, engine))
    before = rows(engine)
    stage.reorganise(4, (0, [say("Market", "FeesSwept", person(1), 1)]))
    kill_in_the_middle(start, engine, "sales")
    assert rows(engine) == before
    assert start("once").wait(PATIENCE_SECONDS) == 0
    assert rows(engine) == fresh_rows(stage, truth)


def test_a_database_that_drops_the_batch_gets_it_again(
    stage: Stage, engine: Engine, truth: Engine, start: Start
) -> None:
    stage.block([say("Artwork", "FeesChanged", 12, 0), say("Market", "FeesSwept", person(1), 1)])
    with engine.connect() as holder:
        holder.execute(text("LOCK TABLE sweeps IN EXCLUSIVE MODE"))
        process = start("once")
        await_waiting(engine, "sweeps")
        with engine.connect() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks "
                    "WHERE relation = 'sweeps'::regclass AND NOT granted"
                )
            )
        holder.rollback()
    assert process.wait(PATIENCE_SECONDS) == 0
    assert rows(engine) == fresh_rows(stage, truth)


def test_killed_again_and_again_it_still_arrives(
    stage: Stage, engine: Engine, truth: Engine, start: Start
) -> None:
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        for chapter in range(3):
            play_chapter(stage, chapter)
            process = start("run")
            # Each commit is told; the process dies somewhere in the step after this one.
            told = list(listening.notifies(timeout=PATIENCE_SECONDS, stop_after=1 + chapter % 2))
            assert told
            kill(process)
    assert start("once").wait(PATIENCE_SECONDS) == 0
    assert rows(engine) == fresh_rows(stage, truth)


def play_chapter(stage: Stage, chapter: int) -> None:
    """A reorg, and more blocks than go into one batch, something said in each part."""
    if chapter:
        stage.reorganise(3, (1, [say("Market", "FeesChanged", chapter, 0)]))
    stage.block([say("Artwork", "FeesChanged", chapter, 0)])
    stage.mine(300)
    stage.block([say("Artwork", "FeesSwept", person(1), chapter)])


def test_two_at_once_make_what_one_would_make(
    stage: Stage, engine: Engine, truth: Engine, start: Start
) -> None:
    play(stage, 20)
    stage.mine(600)
    play_chapter(stage, 0)
    both = [start("once"), start("once")]
    assert [process.wait(PATIENCE_SECONDS) for process in both] == [0, 0]
    assert rows(engine) == fresh_rows(stage, truth)


def test_who_comes_second_with_a_block_yields(stage: Stage, engine: Engine, truth: Engine) -> None:
    play(stage, 3)
    quick = follow(stage, engine)

    def meanwhile(call: Call, reply: Reply) -> Reply:
        if call["method"] == "eth_getBlockReceipts":
            catch_up(quick)
        return reply

    with Liar(stage.url) as liar:
        slow = follow(stage, engine, node=Node(liar.url))
        liar.lie = meanwhile
        assert slow.step().outcome is Outcome.OVERTAKEN
    assert rows(engine) == fresh_rows(stage, truth)
