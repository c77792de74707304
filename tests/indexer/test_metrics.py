"""what Prometheus is told
a step forward     -> head, lag, marks, events
a reorganisation   -> counted
a fault            -> counted by its kind
the command        -> answers on its port while it runs
"""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import psycopg
from prometheus_client import generate_latest
from sqlalchemy import Engine

from indexer.follow import FINALITY, Follower
from indexer.metrics import Metrics
from indexer.store import CHANNEL
from marketplace.runtime.chain import free_port
from tests.indexer.speaker import say
from tests.indexer.stage import Stage, follow, write_deployment

PATIENCE_SECONDS = 60


def figures(text: str) -> dict[str, float]:
    """Every sample by its name and labels."""
    return {
        name: float(value) for name, value in re.findall(r"^atelier_index_(\S+) (\S+)$", text, re.M)
    }


def watched(follower: Follower, metrics: Metrics) -> dict[str, float]:
    """One step, and the figures after it."""
    step = follower.step()
    metrics.saw(step, 0.01, follower.latest, follower.marks)
    return figures(generate_latest(metrics.registry).decode())


def test_a_step_forward_moves_the_head(stage: Stage, engine: Engine) -> None:
    stage.block([say("Market", "FeesChanged", 250, 0)])
    stage.mine(FINALITY + 2)
    found = watched(follow(stage, engine), Metrics())
    assert (found["head_block"], found["lag_blocks"]) == (stage.height(), 0)
    assert found["final_block"] == stage.height() - FINALITY
    assert (found["events_total"], found["step_seconds_count"]) == (1, 1)


def test_a_lag_is_what_the_node_has_more(stage: Stage, engine: Engine) -> None:
    stage.mine(300)
    assert watched(follow(stage, engine), Metrics())["lag_blocks"] > 0


def test_a_reorganisation_is_counted(stage: Stage, engine: Engine) -> None:
    stage.mine(3)
    follower, metrics = follow(stage, engine), Metrics()
    assert watched(follower, metrics)["reorganisations_total"] == 0
    stage.reorganise(2, (0, [say("Market", "FeesChanged", 250, 0)]))
    stage.mine()
    assert watched(follower, metrics)["reorganisations_total"] == 1


def test_a_fault_is_counted_by_its_kind() -> None:
    metrics = Metrics()
    metrics.failed("node does not serve")
    found = figures(generate_latest(metrics.registry).decode().replace(" does not ", "_"))
    assert found['faults_total{kind="node_serve"}'] == 1


def test_the_command_answers_while_it_runs(stage: Stage, engine: Engine, tmp_path: Path) -> None:
    port, file = free_port(), write_deployment(stage.deployment, tmp_path)
    database = engine.url.render_as_string(hide_password=False)
    options = ["--rpc", stage.url, "--deployment", str(file), "--metrics", str(port)]
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    stage.block([say("Market", "FeesChanged", 250, 0)])
    with psycopg.connect(address, autocommit=True) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        process = subprocess.Popen(
            [sys.executable, "-m", "indexer", "run", *options],
            env={**os.environ, "DATABASE_URL": database},
            stderr=subprocess.DEVNULL,
        )
        try:
            assert list(listening.notifies(timeout=PATIENCE_SECONDS, stop_after=1))
            stage.mine()  # the step before it is told of by then
            assert list(listening.notifies(timeout=PATIENCE_SECONDS, stop_after=1))
            with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=PATIENCE_SECONDS) as answer:
                found = figures(answer.read().decode())
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE_SECONDS) == 0
    assert found["events_total"] == 1
