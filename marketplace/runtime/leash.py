"""Start processes that never outlive us, not even when we are killed without warning."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, and the signal by which it ends well."""

    arguments: Sequence[str | Path]
    environment: Mapping[str, str] | None = None
    folder: Path | None = None
    log: Path | None = None
    user: tuple[int, int] | None = None  # uid, gid
    farewell: signal.Signals = signal.SIGTERM


def start(command: Command) -> subprocess.Popen[bytes]:
    """Start a process in a group of its own; its output goes to its log, or where ours goes.

    Linux ends the child when the *thread* that calls this ends: call it from one that stays.
    """
    uid, gid = command.user or (None, None)
    output = None
    if command.log is not None:
        command.log.parent.mkdir(parents=True, exist_ok=True)
        output = command.log.open("ab")
    try:
        return subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env=dict(command.environment) if command.environment is not None else None,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output and subprocess.STDOUT,
            start_new_session=True,  # a terminal's Ctrl-C reaches us alone; we end the rest
            user=uid,
            group=gid,
            extra_groups=[] if uid is not None else None,
            preexec_fn=_leash(os.getpid(), command.farewell),
        )
    finally:
        if output:
            output.close()


def stop(
    process: subprocess.Popen[bytes],
    farewell: signal.Signals = signal.SIGTERM,
    deadline_seconds: float = 10.0,
) -> int:
    """Ask a process to end, wait, and kill its whole group if it does not; return its code."""
    if process.poll() is None:
        process.send_signal(farewell)
    with suppress(subprocess.TimeoutExpired):
        process.wait(deadline_seconds)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)  # also what the process left behind in its group
    return process.wait()


def _leash(parent: int, farewell: signal.Signals) -> Callable[[], None] | None:
    if _LIBC is None:
        return None

    def hold() -> None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(farewell), 0, 0, 0)
        if os.getppid() != parent:  # it died before the leash was on
            os._exit(1)

    return hold
