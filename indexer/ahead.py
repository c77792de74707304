"""Read the next stretch of old blocks while the database still takes in the one before."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from indexer.fetch import Fetched
from indexer.plan import Far
from indexer.subject import Tables

Batch = tuple[Fetched, Tables]


class Ahead:
    """At most one stretch that is being read; its faults come to whoever takes it."""

    def __init__(self) -> None:
        self._stretch: Far | None = None
        self._future: Future[Batch] = Future()

    def begin(self, stretch: Far, read: Callable[[], Batch]) -> None:
        """Start reading; the thread dies with the process, whatever a silent node does."""
        self._stretch, future = stretch, Future[Batch]()
        self._future = future

        def work() -> None:
            try:
                future.set_result(read())
            except BaseException as fault:  # whatever it is, it is the taker's
                future.set_exception(fault)

        threading.Thread(target=work, name="ahead", daemon=True).start()

    def take(self, stretch: Far) -> Batch | None:
        """What was read of exactly this stretch, waited for if need be; None if it was not."""
        is_this, future = self._stretch == stretch, self._future
        self._stretch = None
        return future.result() if is_this else None
