"""Worker and index as processes of their own, and a small piece to play through them."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from marketplace.config import Settings
    from marketplace.journey.story import Step, Story

VICTIMS = ("worker", "index")
SMALLEST = 512


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
            self._process.wait(timeout=60)

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


def play_small(settings: "Settings", on_step: Callable[["Step"], None]) -> "Story":
    """The whole journey with the smallest picture there is."""
    from indexer.abi import Deployment
    from marketplace.adapters.chain import Chain
    from marketplace.journey import Stage, development_cast, play
    from marketplace.journey.piece import on_wings_of_song

    with Chain(settings.rpc) as chain:
        stage = Stage(settings.public_url, chain, Deployment.load(settings.deployment))
        return play(stage, development_cast(), on_wings_of_song(SMALLEST), on_step)
