"""Die on purpose at a named point, so that tests can prove that dying costs nothing."""

import os
import signal
from typing import Final

VARIABLE: Final = "ATELIER_FAULT"  # `<point>:<nth>`: at the nth time the point is reached

_reached: dict[str, int] = {}


def point(name: str) -> None:
    """Kill this process, as the kernel would, where the environment asks for it."""
    wanted, _, nth = os.environ.get(VARIABLE, "").partition(":")
    if wanted != name:
        return
    _reached[name] = _reached.get(name, 0) + 1
    if _reached[name] == int(nth or 1):
        os.kill(os.getpid(), signal.SIGKILL)
