"""Say how a rendering apart can end badly.

GenerationError
└── RenderError
    ├── OutOfMemory     it wanted more than its limit
    └── TooSlow         it wanted longer than its limit
Exception
├── RendererDied        a signal ended it; another try may do better
└── EaselFault          a fault of ours inside; its details are in the log
"""

import signal

from generation.errors import RenderError

SMALLER = "ask a smaller size"


class OutOfMemory(RenderError):
    """The rendering wanted more memory than it may have."""

    def __init__(self, memory_mib: int) -> None:
        super().__init__(
            f"the rendering needs more than the {memory_mib} MiB of memory that it may have; "
            f"{SMALLER}"
        )


class TooSlow(RenderError):
    """The rendering took longer than it may."""

    def __init__(self, seconds: float, what: str = "") -> None:
        super().__init__(
            f"the rendering takes longer than the {seconds:g} s{what} that it may; {SMALLER}"
        )


class RendererDied(Exception):
    """Something ended the rendering's process from outside, or it crashed."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        super().__init__(f"the rendering's process {_said(code)}; try again, or {SMALLER}")


class EaselFault(Exception):
    """What nobody foresaw happened in the rendering's process."""

    def __init__(self, name: str) -> None:
        super().__init__(f"a fault of ours ({name}), which is logged; try again")


def _said(code: int | None) -> str:
    if code is None or code >= 0:
        return f"ended by itself with code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    if name == "SIGKILL":
        return "was killed by the system (SIGKILL), as happens when a machine runs out of memory"
    return f"crashed ({name})"
