"""Where a journey plays: a marketplace's address, its chain, and a clock that may be skipped."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from indexer.abi import Deployment
from marketplace.adapters.chain import Chain
from marketplace.journey.error import Overdue

T = TypeVar("T")

PAUSE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Stage:
    """What every person of a journey shares."""

    url: str
    chain: Chain
    deployment: Deployment

    def skip(self, seconds: int) -> None:
        """Let time pass on the chain. Only a development chain can."""
        self.chain.ask("evm_increaseTime", seconds)
        self.chain.ask("evm_mine")


def until(what: str, look: Callable[[], T | None], seconds: float) -> T:
    """Look again and again until there is something to see.

    Raises:
        Overdue: nothing was there within `seconds`.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found is not None:
            return found
        time.sleep(PAUSE_SECONDS)
    raise Overdue(f"waited {seconds:.0f} s for {what}; look at the log of the worker and the index")
