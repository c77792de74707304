"""Bound what a rendering may take, and take from its process what it has no use for."""

import ctypes
import os
import resource
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

MIB: Final = 1024**2
FILE_MIB: Final = 256  # of any one file it writes: engines write none, libraries may cache
MOST_FILES: Final = 256  # open at once
NICENESS: Final = 5  # people's requests go first

_CLONE_NEWUSER: Final = 0x1000_0000
_CLONE_NEWNET: Final = 0x4000_0000
_PR_SET_NO_NEW_PRIVS: Final = 38

# What Python tells its audit hooks before it speaks to a network, and before it starts a program.
_NETWORK: Final = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one rendering may take; the reference device sees no GPU."""

    memory_mib: int = 4096  # of address space
    seconds: float = 900.0  # on the clock
    cpu_seconds: int = 3600  # over all its threads
    sees_gpu: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for the other process."""
        return asdict(self)

    @classmethod
    def of(cls, content: dict[str, Any]) -> Self:
        """From plain data."""
        return cls(**content)


def confine(limits: Limits) -> str:
    """Shut this process in, before it reads anything from anybody; returns how its network is off.

    A process in a user and network namespace of its own has no interface and no privilege outside.
    Where the kernel gives none, Python itself refuses to open connections: that stops every engine
    and library written in Python, and native code that means no harm.
    """
    is_apart = _leave_network()
    _forbid_network()
    _bound(limits)
    with suppress(OSError):
        os.nice(NICENESS)
    return "namespace" if is_apart else "refused"


def allow_cpu(seconds: int) -> None:
    """Let this process compute for so many seconds from now on; then the kernel ends it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    ends = int(used.ru_utime + used.ru_stime) + seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (ends, hard))


def _leave_network() -> bool:
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return any(
        libc.unshare(flags) == 0 for flags in (_CLONE_NEWUSER | _CLONE_NEWNET, _CLONE_NEWNET)
    )


def _forbid_network() -> None:
    def hook(event: str, _arguments: tuple[Any, ...]) -> None:
        if event in _NETWORK:
            raise PermissionError(f"{event}: a rendering has no network")

    sys.addaudithook(hook)


def _bound(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_FSIZE, FILE_MIB * MIB)
    _lower(resource.RLIMIT_NOFILE, MOST_FILES)
    if not limits.sees_gpu:  # a GPU's driver maps far more than it uses
        _lower(resource.RLIMIT_AS, limits.memory_mib * MIB)


def _lower(what: int, most: int) -> None:
    """Never above what this process was given."""
    _, hard = resource.getrlimit(what)
    value = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (value, value))
