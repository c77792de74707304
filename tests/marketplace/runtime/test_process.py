"""our own processes
a child that dies          -> starts again, after a pause that grows
a child that ran steadily  -> has its pause back
stop                       -> ends politely, all at once
a child that will not end  -> is killed at the deadline, with what it started
we are killed              -> they end by themselves
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from marketplace.runtime import leash, process
from marketplace.runtime.leash import Command
from marketplace.runtime.process import Child, Household

SECONDS = 20.0
SLEEPER = "import time; time.sleep(3600)"
POLITE = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (open(sys.argv[1], "w").write("bye"), sys.exit(0)))
open(sys.argv[1] + ".ready", "w").close()
time.sleep(3600)
"""
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(3600)
"""
PARENT = """
import sys, time
from marketplace.runtime import leash
one = leash.start(leash.Command([sys.executable, "-c", "import time; time.sleep(3600)"]))
print(one.pid, flush=True)
time.sleep(3600)
"""


@pytest.fixture
def household() -> Household:
    return Household(lambda _: None)


def test_a_child_that_dies_starts_again_after_growing_pauses() -> None:
    told: list[str] = []
    household = Household(told.append)
    household.start(_child("sys.exit(3)"))
    (child,) = household.children
    _until(lambda: child.deaths == 3, household.tend)
    household.stop()
    assert [line.rpartition(" in ")[2] for line in told[:3]] == ["0.5 s", "1 s", "2 s"]
    assert told[0].startswith("sleeper ended with code 3; it starts again")


def test_who_ran_steadily_starts_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    child = _child("sys.exit(0)")
    child.pause_seconds = 16.0
    child.start()
    assert child.process
    child.process.wait()
    monkeypatch.setattr(process, "STEADY_SECONDS", 0.0)
    child.bury()
    assert child.starts_at - time.monotonic() < process.FIRST_PAUSE_SECONDS


def test_stop_lets_everybody_finish(household: Household, tmp_path: Path) -> None:
    notes = [tmp_path / name for name in ("one", "two")]
    for note in notes:
        household.start(_child(POLITE, str(note)))
    _until(lambda: all(note.with_name(f"{note.name}.ready").exists() for note in notes))
    household.stop()
    assert [note.read_text() for note in notes] == ["bye", "bye"]


def test_who_will_not_end_is_killed_with_what_it_started(tmp_path: Path) -> None:
    note = tmp_path / "grandchild"
    started = leash.start(Command([sys.executable, "-c", STUBBORN, str(note)]))
    _until(lambda: note.exists() and bool(note.read_text()))
    grandchild = psutil.Process(int(note.read_text()))
    assert leash.stop(started, deadline_seconds=0.2) == -signal.SIGKILL
    _until(lambda: not _lives(grandchild))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's end")
def test_they_end_when_we_are_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout
    child = psutil.Process(int(parent.stdout.readline()))
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate()
    _until(lambda: not _lives(child))


def test_a_log_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "LOG_LIMIT_BYTES", 3)
    log = tmp_path / "log" / "sleeper.log"
    log.parent.mkdir()
    log.write_text("long")
    child = Child("sleeper", Command([sys.executable, "-c", "print('new')"], log=log))
    child.start()
    assert child.process
    child.process.wait()
    assert (log.read_text(), log.with_name("sleeper.log.1").read_text()) == ("new\n", "long")


def _child(code: str, *arguments: str) -> Child:
    return Child("sleeper", Command([sys.executable, "-c", f"import sys\n{code}", *arguments]))


def _lives(one: psutil.Process) -> bool:
    return one.is_running() and one.status() != psutil.STATUS_ZOMBIE


def _until(holds: Callable[[], bool], tend: Callable[[], None] = lambda: None) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline
        tend()
        time.sleep(0.02)
