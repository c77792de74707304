"""killing the worker
at every named point, one after the other, on one commission -> one token, one transaction, and
                                                               each change of state told once
while a rendering goes on, by SIGTERM                        -> the job goes back at once
whenever its step begins                                     -> given up after a few deaths
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from indexer.models import Transfer
from marketplace.config import Settings
from marketplace.db import unit
from marketplace.fault import VARIABLE
from marketplace.parts import Parts
from marketplace.worker import MOST_DEATHS
from tests.conftest import Accounts
from tests.marketplace.studio.conftest import Artist
from tests.marketplace.studio.test_relay import relayed

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("worker_process.py")
SECONDS = 90.0  # never waited for where all is well

MAKING = ("render.done", "render.stored", "render.committed", "pin.stored", "pin.committed")
RELAYING = ("send.stored", "send.broadcast", "send.committed")


@contextmanager
def worker(settings: Settings, fault: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A worker process of the test's own; it is gone afterwards."""
    environment = os.environ | settings.environment() | {VARIABLE: fault, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, SCRIPT], env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(what: Callable[[], bool]) -> None:
    """Look until it is so."""
    deadline = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < deadline, "it did not come to be"
        time.sleep(0.05)


def dies(settings: Settings, fault: str) -> None:
    """A worker reaches the point and is killed there."""
    with worker(settings, fault) as process:
        assert process.wait(SECONDS) == -signal.SIGKILL


def test_death_at_any_point_costs_nothing(
    artist: Artist,
    settings: Settings,
    index: Callable[[], None],
    parts: Parts,
    accounts: Accounts,
) -> None:
    id_ = artist.ask().json()["id"]
    for point in MAKING:
        dies(settings, point)
    until(lambda: artist.look(id_)["state"] == "pinned")
    with worker(settings):  # takes up the comparison that the last one left
        until(lambda: artist.terms(id_).status_code == 200)
    assert artist.mint(id_).status_code == 202
    for point in RELAYING:
        dies(settings, point)
    index()
    with worker(settings):
        until(lambda: no_jobs(parts))
    made = artist.look(id_)
    told = [change["state"] for change in made["changes"]]
    assert (made["state"], told) == (
        "minted",
        ["asked", "rendered", "pinned", "signed", "sent"],
    )
    assert len(relayed(parts)) == 1
    with unit(parts.units) as session:
        (mint,) = session.scalars(select(Transfer))
    assert (str(mint.work), mint.recipient) == (made["token_id"], accounts.artist.address)


def no_jobs(parts: Parts) -> bool:
    """Whether nothing waits or runs."""
    with unit(parts.units) as session:
        return not session.scalar(
            text("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
        )


def test_a_step_that_always_kills_is_given_up(
    artist: Artist, settings: Settings, parts: Parts
) -> None:
    id_ = artist.ask().json()["id"]
    with unit(parts.units) as session:  # as if it had killed so many workers already
        session.execute(text("UPDATE procrastinate_jobs SET attempts = :n"), {"n": MOST_DEATHS})
    dies(settings, "render.done")
    with worker(settings):
        until(lambda: artist.look(id_)["state"] == "failed")
        until(lambda: no_jobs(parts))
    assert f"the worker died {MOST_DEATHS} times" in artist.look(id_)["failure"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_an_idle_worker_well(
    settings: Settings, parts: Parts, number: signal.Signals
) -> None:
    with worker(settings) as process:
        until(lambda: workers(parts) == 2)
        first = heartbeats(parts)
        until(lambda: first.isdisjoint(heartbeats(parts)))  # both are past their start
        process.send_signal(number)
        assert process.wait(SECONDS) == 0
    assert workers(parts) == 0


def heartbeats(parts: Parts) -> set[tuple[int, datetime]]:
    """When each queue's worker was heard of last."""
    with unit(parts.units) as session:
        rows = session.execute(text("SELECT id, last_heartbeat FROM procrastinate_workers"))
        return {(id_, at) for id_, at in rows}


def workers(parts: Parts) -> int:
    """How many queues have somebody alive."""
    with unit(parts.units) as session:
        return session.scalar(text("SELECT count(*) FROM procrastinate_workers")) or 0
