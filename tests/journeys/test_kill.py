"""Killing our processes while a work goes from application to sale

worker or index killed as each step ends      -> the journey ends well: one token, one sale
worker or index killed at any other moment    -> the same
"""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from marketplace.config import Settings
    from marketplace.journey.story import Step, Story

VICTIMS = ("worker", "index")
SMALLEST = 512
RANDOM_KILLS = 12


class Part:
    """One of our processes, which can be killed and comes back at once."""

    def __init__(self, name: str, settings: "Settings") -> None:
        self._command = [sys.executable, "-m", "marketplace.cli", name]
        self._environment = {**os.environ, **settings.environment()}
        self._lock = threading.Lock()
        self._process = self._start()
        self.deaths = 0

    def kill(self) -> None:
        """SIGKILL, and start again."""
        with self._lock:
            self._process.send_signal(signal.SIGKILL)
            assert self._process.wait() == -signal.SIGKILL, "it was dead before"
            self._process = self._start()
            self.deaths += 1

    def stop(self) -> None:
        with self._lock:
            self._process.terminate()
            self._process.wait(timeout=20)

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, env=self._environment)


@pytest.fixture
def parts(settings: "Settings", served: str) -> Iterator[dict[str, Part]]:
    """Worker and index as processes of their own, beside a web process that lives."""
    with ExitStack() as stack:
        started = {}
        for name in VICTIMS:
            started[name] = Part(name, settings)
            stack.callback(started[name].stop)
        yield started


def test_killing_both_as_each_step_ends_loses_and_doubles_nothing(
    settings: "Settings", parts: dict[str, Part]
) -> None:
    def strike(_step: "Step") -> None:
        for part in parts.values():
            part.kill()

    story = _play(settings, strike)

    assert parts["worker"].deaths == len(story.steps)
    _assert_one_of_each(settings, story)


@pytest.mark.parametrize("seed", [1, 2])
def test_killing_one_at_any_moment_loses_and_doubles_nothing(
    settings: "Settings", parts: dict[str, Part], seed: int
) -> None:
    with _assassin(parts, random.Random(seed)):
        story = _play(settings, lambda _step: None)

    assert sum(part.deaths for part in parts.values()) > 0
    _assert_one_of_each(settings, story)


@contextmanager
def _assassin(parts: dict[str, Part], dice: random.Random) -> Iterator[None]:
    """Strike a bounded number of times, at moments of the dice's."""
    over = threading.Event()

    def stalk() -> None:
        for _ in range(RANDOM_KILLS):
            if over.wait(dice.uniform(0.2, 3.0)):
                return
            parts[dice.choice(VICTIMS)].kill()

    stalker = threading.Thread(target=stalk)
    stalker.start()
    try:
        yield
    finally:
        over.set()
        stalker.join()


def _play(settings: "Settings", on_step: Callable[["Step"], None]) -> "Story":
    from indexer.abi import Deployment
    from marketplace.adapters.chain import Chain
    from marketplace.journey import Stage, development_cast, play
    from marketplace.journey.piece import on_wings_of_song

    with Chain(settings.rpc) as chain:
        stage = Stage(settings.public_url, chain, Deployment.load(settings.deployment))
        return play(stage, development_cast(), on_wings_of_song(SMALLEST), on_step)


def _assert_one_of_each(settings: "Settings", story: "Story") -> None:
    """Judged by the index's rows of events, and by the token's owner on the chain."""
    url = settings.database.replace("+psycopg", "")
    with psycopg.connect(url) as connection:
        named = "SELECT count(*) FROM events WHERE name = %s"
        counts = {
            name: connection.execute(named, (name,)).fetchone()[0]  # type: ignore[index]
            for name in ("ArtistAdmitted", "WorkMinted", "WorkSold")
        }
        relayed = connection.execute("SELECT count(*) FROM relay_transactions").fetchone()

    assert counts == {"ArtistAdmitted": 1, "WorkMinted": 1, "WorkSold": 1}
    assert relayed == (1,)
    assert story.sale.owner == story.sale.collector
    assert story.proof.rerender_sha256 == story.proof.artefact_sha256
