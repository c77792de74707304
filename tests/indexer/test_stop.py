"""being asked to stop
the driver makes its own error of it   -> the loop ends all the same
any error comes of it, anywhere        -> exit 0
an error that nobody asked for         -> exit 1, or as it is
"""

import signal
from collections.abc import Iterator
from typing import cast

import pytest
import structlog
from sqlalchemy.exc import OperationalError

from indexer import __main__ as command
from indexer import store
from indexer.bell import Bell
from indexer.follow import Follower
from indexer.metrics import Metrics
from indexer.run import run
from indexer.stop import Stop

TERM = signal.SIGTERM


class Interrupted:
    """A step in which the signal lands in the middle of a query."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop

    def step(self) -> None:
        try:
            self._stop(TERM, None)
        except KeyboardInterrupt as interrupt:
            raise OperationalError("SELECT", {}, Exception("canceled")) from interrupt


def test_a_query_that_swallowed_the_interruption_ends_the_loop() -> None:
    log, stop = structlog.get_logger(), Stop()
    with pytest.raises(KeyboardInterrupt):
        run(cast(Follower, Interrupted(stop)), Bell(None, log), Metrics(), 0, log, stop)


@pytest.mark.parametrize("fault", [RuntimeError("half way"), KeyboardInterrupt()])
def test_whatever_comes_of_it_is_a_clean_exit(
    fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_url: str) -> None:
        try:
            signal.raise_signal(TERM)
        except KeyboardInterrupt as interrupt:
            raise fault from interrupt

    monkeypatch.setattr(store, "connect", interrupted)
    assert command.main(["--database", "postgresql://nowhere"]) == 0


def test_what_nobody_asked_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_url: str) -> None:
        raise fault

    monkeypatch.setattr(store, "connect", broken)
    fault: Exception = ValueError("no such thing")
    assert command.main(["--database", "postgresql://nowhere"]) == 1
    fault = RuntimeError("nobody foresaw this")
    with pytest.raises(RuntimeError, match="nobody foresaw"):
        command.main(["--database", "postgresql://nowhere"])


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """The command sets the process's signal handlers; the tests' own stay."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
