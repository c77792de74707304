"""Keep our own processes running: start them, bring back what dies, end them in order."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from marketplace.runtime import leash

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
STEADY_SECONDS = 60.0  # who ran this long has earned a quick return
STOP_SECONDS = 15.0
LOG_LIMIT_BYTES = 16 << 20

Tell = Callable[[str], None]


@dataclass
class Child:
    """One of our processes, and what became of it."""

    name: str
    command: leash.Command
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    starts_at: float = 0.0
    pause_seconds: float = FIRST_PAUSE_SECONDS
    deaths: int = 0

    def start(self) -> None:
        """Run it."""
        if self.command.log is not None:
            _turn_over(self.command.log)
        self.process = leash.start(self.command)
        self.started_at = time.monotonic()

    def is_running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self.process is not None and self.process.poll() is None

    def bury(self) -> str:
        """Note a death, decide when to start again, and say so."""
        code = self.process.returncode if self.process else None
        if time.monotonic() - self.started_at > STEADY_SECONDS:
            self.pause_seconds = FIRST_PAUSE_SECONDS
        self.deaths += 1
        self.process = None
        self.starts_at = time.monotonic() + self.pause_seconds
        said = f"{self.name} ended with code {code}; it starts again in {self.pause_seconds:g} s"
        self.pause_seconds = min(self.pause_seconds * 2, LONGEST_PAUSE_SECONDS)
        return said + (f" (log: {self.command.log})" if self.command.log else "")


@dataclass
class Household:
    """All children of one installation."""

    tell: Tell
    children: list[Child] = field(default_factory=list)

    def start(self, child: Child) -> None:
        """Run one more."""
        child.start()
        self.children.append(child)

    def tend(self) -> None:
        """Look after everybody once; call it a few times a second."""
        for child in self.children:
            if child.is_running():
                continue
            if child.process is not None:
                self.tell(child.bury())
            elif time.monotonic() >= child.starts_at:
                child.start()

    def stop(self) -> None:
        """Ask all at once, so that they finish side by side, and wait for each."""
        running = [child for child in self.children if child.process is not None]
        for child in running:
            if child.process is not None and child.process.poll() is None:
                child.process.send_signal(child.command.farewell)
        deadline = time.monotonic() + STOP_SECONDS
        for child in running:
            if child.process is not None:
                left = max(0.0, deadline - time.monotonic())
                leash.stop(child.process, child.command.farewell, left)
        self.children.clear()


def own(
    name: str, arguments: Sequence[str], environment: Mapping[str, str], log: Path | None
) -> Child:
    """One of our own programs, run by this Python."""
    command = leash.Command([sys.executable, *arguments], environment=environment, log=log)
    return Child(name, command)


def _turn_over(log: Path) -> None:
    """Keep one old log and the present one, neither without bounds."""
    if log.exists() and log.stat().st_size > LOG_LIMIT_BYTES:
        log.replace(log.with_name(log.name + ".1"))
