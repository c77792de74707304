"""Run the whole marketplace from one command, until somebody asks it to stop."""

import signal
from types import FrameType

from rich.console import Console

from marketplace.config import Settings
from marketplace.runtime.installation import installed
from marketplace.runtime.performance import hang_first_work
from marketplace.runtime.tell import Teller

ENDS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def up(settings: Settings, console: Console, *, plays: bool = True) -> None:
    """Serve; into an empty marketplace on the embedded chain, play one work's whole way first."""
    end_on_signals()
    tell = Teller(console)
    with installed(settings, tell) as one:
        if plays and one.chain is not None:
            hang_first_work(one.settings, tell)
        tell.ready(one.settings.public_url)
        while True:
            signal.pause()


def end_on_signals() -> None:
    """A first SIGTERM or Ctrl-C unwinds what runs; further ones cannot spoil the unwinding."""
    for number in ENDS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` and `&` arrange
            signal.signal(number, _end)


def _end(_number: int, _frame: FrameType | None) -> None:
    for number in ENDS:
        signal.signal(number, signal.SIG_IGN)
    raise SystemExit(0)
