"""python -m indexer
once                    -> follows to the head, exits 0
run                     -> follows; says that it stopped at SIGTERM, exit 0
run, by WebSocket       -> follows as soon as a block is there
run, node stopped       -> says so once, and once when it is back
status                  -> chain, head, events
once, one node down     -> as far as the other is
rebuild                 -> what was not as the chain says, and replaces it
reset                   -> asks; empties with --yes
no deployment file      -> exit 1, how to deploy
wrong chain             -> exit 1, both chains
foreign index           -> exit 1, how to reset
tables missing          -> exit 1, which command
database missing        -> exit 1
deep fork               -> exit 1, alarm
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from marketplace.runtime.chain import free_port
from tests.indexer import liar as lies
from tests.indexer.liar import Liar
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, catch_up, follow, rows, write_deployment

PATIENCE_SECONDS = 60
Indexer = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def indexer(stage: Stage, engine: Engine, tmp_path: Path) -> Iterator[Indexer]:
    """Start the command with everything it needs in its environment."""
    environment = {
        **os.environ,
        "ATELIER_RPC_URL": stage.url,
        "ATELIER_DEPLOYMENT": str(write_deployment(stage.deployment, tmp_path)),
        "ATELIER_POLL_SECONDS": "0.01",
        "ATELIER_HEADS_URL": "off",
        "ATELIER_LOG_FORMAT": "json",
        "DATABASE_URL": engine.url.render_as_string(hide_password=False),
    }
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, said: str = "", **changes: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "indexer", *arguments],
            env=environment | changes,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        if process.stdin is not None and said:
            process.stdin.write(said)
            process.stdin.flush()
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def finished(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    """Its exit status, what it printed and what it logged."""
    printed, logged = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, printed, logged


def next_line(process: "subprocess.Popen[str]") -> dict[str, Any]:
    """What it logs next."""
    assert process.stderr is not None
    line: dict[str, Any] = json.loads(process.stderr.readline())
    return line


def test_once_follows_to_the_head(stage: Stage, engine: Engine, indexer: Indexer) -> None:
    stage.block([say("Market", "FeesChanged", 250, 0)])
    status, _, logged = finished(indexer("once"))
    assert (status, json.loads(logged.splitlines()[-1])["block"]) == (0, stage.height())
    assert len(rows(engine)["fees"]) == 1


def test_run_follows_until_it_is_told_to_stop(stage: Stage, indexer: Indexer) -> None:
    process = indexer()
    assert next_line(process)["event"] == "following"
    stage.block([say("Market", "FeesChanged", 250, 0)])
    line = next_line(process)
    assert (line["event"], line["block"], line["events"]) == ("indexed", stage.height(), 1)
    process.send_signal(signal.SIGTERM)
    assert next_line(process)["event"] == "stopped"
    assert process.wait(PATIENCE_SECONDS) == 0


def test_run_hears_of_a_block_long_before_it_would_look(stage: Stage, indexer: Indexer) -> None:
    process = indexer("run", "--poll", str(2 * PATIENCE_SECONDS), ATELIER_HEADS_URL="")
    said = [next_line(process)["event"] for _ in range(2)]
    assert sorted(said) == ["following", "hearing of blocks by WebSocket"]
    stage.block([say("Market", "FeesChanged", 250, 0)])
    line = next_line(process)
    assert (line["event"], line["block"]) == ("indexed", stage.height())


def test_run_stops_even_while_the_node_is_silent(stage: Stage, indexer: Indexer) -> None:
    with Liar(stage.url) as liar:
        liar.lie = lies.silent
        process = indexer("run", "--rpc", liar.url)
        assert next_line(process)["event"] == "following"
        liar.asked.wait(PATIENCE_SECONDS)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE_SECONDS) == 0


def test_a_stopped_node_is_reported_once_and_its_return_once(
    stage: Stage, indexer: Indexer
) -> None:
    with Liar(stage.url) as liar:
        process = indexer("run", "--rpc", liar.url)
        assert next_line(process)["event"] == "following"
        liar.lie = lies.page_of_html
        first = next_line(process)
        assert (first["event"], first["level"]) == ("node does not serve", "warning")
        assert "502" in first["reason"]
        liar.told = 0
        while liar.told < 3:  # it keeps asking, without a word
            liar.asked.clear()
            assert liar.asked.wait(PATIENCE_SECONDS)
        liar.lie = lies.honest
        assert next_line(process)["event"] == "back to work"


def test_status_says_how_far_the_index_is(stage: Stage, engine: Engine, indexer: Indexer) -> None:
    assert finished(indexer("status"))[1] == "The index is empty.\n"
    stage.block([say("Market", "FeesChanged", 250, 0)])
    catch_up(follow(stage, engine))
    stage.mine(3)
    status, printed, _ = finished(indexer("status"))
    assert status == 0
    for line in (
        "chain       31337",
        f"head        block {stage.height() - 3} (0x",
        "events      1",
        "safe        block 0",
        "final       block 0",
    ):
        assert line in printed
    assert "(3 ahead)" in printed


def test_rebuild_says_what_was_not_as_the_chain_says(
    stage: Stage, engine: Engine, indexer: Indexer
) -> None:
    stage.block([say("Market", "FeesChanged", 250, 0)])
    catch_up(follow(stage, engine))
    status, printed, _ = finished(indexer("rebuild"))
    assert (status, printed.splitlines()[-1]) == (0, "byte for byte the same")
    with engine.begin() as connection:
        connection.execute(text("UPDATE fees SET primary_fee_bps = 7"))
    status, printed, _ = finished(indexer("rebuild"))
    assert (status, printed.splitlines()[-1]) == (0, "1 tables were replaced")
    assert rows(engine)["fees"][0]["primary_fee_bps"] == 250


@pytest.mark.parametrize(
    ("arguments", "answer", "events"),
    [((), "n\n", 1), ((), "\n", 1), ((), "y\n", 0), (("--yes",), "", 0)],
    ids=["no", "nothing", "yes", "--yes"],
)
def test_reset_empties_only_who_means_it(
    stage: Stage,
    engine: Engine,
    indexer: Indexer,
    arguments: tuple[str, ...],
    answer: str,
    events: int,
) -> None:
    stage.block([say("Market", "FeesChanged", 250, 0)])
    catch_up(follow(stage, engine))
    finished(indexer("reset", *arguments, said=answer))
    assert len(rows(engine)["events"]) == events


def test_a_missing_deployment_file_is_named(indexer: Indexer, tmp_path: Path) -> None:
    status, _, logged = finished(indexer("once", "--deployment", str(tmp_path / "none.json")))
    assert status == 1
    assert "none.json" in logged
    assert "atelier up" in logged


def test_one_of_two_nodes_may_be_down(stage: Stage, indexer: Indexer) -> None:
    stage.block([say("Market", "FeesChanged", 250, 0)])
    nobody = f"http://127.0.0.1:{free_port()}"
    status, printed, _ = finished(indexer("status", "--witnesses", f"{nobody}, {stage.url}"))
    assert (status, printed) == (0, "The index is empty.\n")
    status, _, _ = finished(indexer("once", "--witnesses", nobody))
    assert status == 0  # near the head blocks prove themselves
    status, printed, _ = finished(indexer("status", "--rpc", nobody, "--witnesses", stage.url))
    assert (status, "(0 ahead)" in printed) == (0, True)


def test_another_chain_is_refused(stage: Stage, indexer: Indexer, tmp_path: Path) -> None:
    other = write_deployment(replace(stage.deployment, chain_id=11155111), tmp_path)
    status, _, logged = finished(indexer("once", "--deployment", str(other)))
    assert status == 1
    assert "serves chain 31337" in logged
    assert "live on chain 11155111" in logged


def test_an_index_of_another_deployment_is_refused(
    stage: Stage, engine: Engine, indexer: Indexer, tmp_path: Path
) -> None:
    stage.mine(3)
    catch_up(follow(stage, engine))
    before = rows(engine)
    other = write_deployment(replace(stage.deployment, block=3), tmp_path)
    status, _, logged = finished(indexer("once", "--deployment", str(other)))
    assert status == 1
    assert "python -m indexer reset" in logged
    assert rows(engine) == before


def test_missing_tables_name_the_command_that_makes_them(
    indexer: Indexer, postgres_url: str
) -> None:
    status, _, logged = finished(indexer("once", DATABASE_URL=postgres_url))
    assert status == 1
    assert "alembic upgrade head" in logged


def test_an_unsaid_database_is_asked_for(indexer: Indexer) -> None:
    status, _, logged = finished(indexer("once", DATABASE_URL=""))
    assert status == 1
    assert "--database" in logged


def test_a_fork_below_finality_raises_the_alarm(
    stage: Stage, engine: Engine, indexer: Indexer
) -> None:
    for number in range(6):
        stage.block([say("Market", "FeesChanged", number, 0)])
    catch_up(follow(stage, engine))
    stage.reorganise(5, (0, [say("Market", "FeesChanged", 250, 0)]))
    status, _, logged = finished(indexer("once", "--finality", "3"))
    last = json.loads(logged.splitlines()[-1])
    assert (status, last["level"]) == (1, "critical")
    assert "nothing was changed" in last["reason"]
