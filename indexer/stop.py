"""Know that somebody asked us to end, whatever became of the exception that said so."""

from types import FrameType
from typing import Never


class Stop:
    """A signal handler: leave at once, and remember why.

    Leaving is an exception, so that a silent node cannot hold us. It may land in the database's
    driver, which cancels the query and raises its own error instead; hence the memory.
    """

    def __init__(self) -> None:
        self.is_asked = False

    def __call__(self, _signal: int, _frame: FrameType | None) -> Never:
        self.is_asked = True
        raise KeyboardInterrupt
