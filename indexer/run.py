"""Keep following through faults: say a trouble once, wait longer each time, say when it is over."""

import gc
import time

import psycopg
from sqlalchemy.exc import InterfaceError, OperationalError
from structlog.typing import FilteringBoundLogger

from indexer.bell import Bell
from indexer.error import AnswerInvalid, NodeFault
from indexer.follow import Follower, Outcome, Step
from indexer.metrics import Metrics
from indexer.stop import Stop

FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 5.0

# COPY goes around SQLAlchemy, so a database that dies meanwhile speaks in its driver's words.
PASSING = (
    NodeFault,
    InterfaceError,
    OperationalError,
    psycopg.InterfaceError,
    psycopg.OperationalError,
)


def sweep_seldom() -> None:
    """Have Python look for cycles less often: rows make none, and looking for them is a third."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)


class Trouble:
    """The fault at hand, if there is one, and how often it came."""

    def __init__(self, log: FilteringBoundLogger) -> None:
        self._log = log
        self._kind: str | None = None
        self.count = 0

    @property
    def wait_seconds(self) -> float:
        """How long to leave the other side alone: twice as long each time."""
        return min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** min(self.count - 1, 10))

    def met(self, fault: Exception) -> None:
        """Say a trouble when it is a new one."""
        kind = kind_of(fault)
        if kind != self._kind:
            reason = str(fault).splitlines()[0]
            self._log.warning(kind, reason=reason, advice="retrying until it does; nothing is lost")
        self._kind, self.count = kind, self.count + 1

    def over(self) -> None:
        """Say that what was troubled works again."""
        if self._kind is not None:
            self._log.info("back to work", after=self._kind, attempts=self.count)
        self._kind, self.count = None, 0


def run(
    follower: Follower,
    bell: Bell,
    metrics: Metrics,
    poll_seconds: float,
    log: FilteringBoundLogger,
    stop: Stop,
) -> None:
    """Follow until somebody stops the process; only what retrying cannot mend is raised.

    At the head it waits for the bell, and looks every `poll_seconds` whether it rings or not.
    """
    trouble = Trouble(log)
    while not stop.is_asked:
        began = time.perf_counter()
        step = attempt(follower, trouble, log)
        if isinstance(step, Exception):
            metrics.failed(kind_of(step))
            time.sleep(trouble.wait_seconds)
            continue
        metrics.saw(step, time.perf_counter() - began, follower.latest, follower.marks)
        if step.outcome is Outcome.WAITED:
            bell.wait(poll_seconds)
    raise KeyboardInterrupt  # the driver made something else of the first one


def sync(follower: Follower, attempts: int, log: FilteringBoundLogger) -> Step:
    """Follow until the node has nothing more; give up after so many faults in a row."""
    trouble = Trouble(log)
    while True:
        step = attempt(follower, trouble, log)
        if isinstance(step, Exception):
            if trouble.count >= attempts:
                raise step
            time.sleep(trouble.wait_seconds)
        elif step.outcome is Outcome.WAITED:
            return step


def attempt(follower: Follower, trouble: Trouble, log: FilteringBoundLogger) -> Step | Exception:
    """One step, or the fault that came instead and may pass."""
    try:
        step = follower.step()
    except PASSING as fault:
        trouble.met(fault)
        return fault
    trouble.over()
    report(step, log)
    return step


def report(step: Step, log: FilteringBoundLogger) -> None:
    """One line for what an operator wants to know."""
    match step.outcome:
        case Outcome.ADVANCED if step.events:
            log.info("indexed", block=step.head.number, events=step.events)
        case Outcome.REWOUND:
            log.warning("rewound", block=step.head.number, reason="the chain reorganised")
        case Outcome.OVERTAKEN:
            log.warning("overtaken", reason="another indexer fills the same tables")
        case _:
            log.debug(step.outcome.value, block=step.head.number)


def kind_of(fault: Exception) -> str:
    """What a fault is called in the log and in the metrics."""
    if isinstance(fault, AnswerInvalid):
        return "node contradicts itself"
    return "node does not serve" if isinstance(fault, NodeFault) else "database does not serve"
