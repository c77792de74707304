"""Keep the record while people act: how long each step took, and what the chain said of it."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from marketplace.journey.person import Sent
from marketplace.journey.story import Step

T = TypeVar("T")

OnStep = Callable[[Step], None]


class Record:
    """The steps so far; each new one is told to whoever listens."""

    def __init__(self, on_step: OnStep) -> None:
        self._steps: list[Step] = []
        self._on_step = on_step

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps)

    def sent(self, name: str, says: str, act: Callable[[], Sent]) -> Sent:
        """A step that is one transaction."""
        began = time.monotonic()
        sent = act()
        self._add(
            Step(name, says, time.monotonic() - began, transaction=sent.transaction, gas=sent.gas)
        )
        return sent

    def done(
        self,
        name: str,
        says: str,
        act: Callable[[], T],
        details: Callable[[T], dict[str, Any]] = lambda _: {},
    ) -> T:
        """A step without a transaction of ours; `details` reads cid, gas or hash off its result."""
        began = time.monotonic()
        result = act()
        self._add(Step(name, says, time.monotonic() - began, **details(result)))
        return result

    def _add(self, step: Step) -> None:
        self._steps.append(step)
        self._on_step(step)
