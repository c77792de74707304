"""Count what the index does, for Prometheus to ask."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from indexer.follow import Outcome, Step
from indexer.plan import Marks

HOST = "127.0.0.1"
SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)


class Metrics:
    """One index's figures; they are kept whether anybody asks or not."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._head = self._gauge("head_block", "The last block in the index")
        self._time = self._gauge("head_timestamp_seconds", "That block's own time")
        self._lag = self._gauge("lag_blocks", "Blocks that the node has and the index has not")
        self._safe = self._gauge("safe_block", "Up to where a reorganisation is unlikely")
        self._final = self._gauge("final_block", "Up to where there will be none")
        self._events = self._counter("events", "Events committed")
        self._reorgs = self._counter("reorganisations", "Times that blocks were taken back")
        self._faults = Counter(
            "atelier_index_faults", "Steps that failed, by kind", ["kind"], registry=self.registry
        )
        self._steps = Histogram(
            "atelier_index_step_seconds",
            "Time from asking for blocks to their commit",
            buckets=SECONDS,
            registry=self.registry,
        )

    def _gauge(self, name: str, says: str) -> Gauge:
        return Gauge(f"atelier_index_{name}", says, registry=self.registry)

    def _counter(self, name: str, says: str) -> Counter:
        return Counter(f"atelier_index_{name}", says, registry=self.registry)

    def saw(self, step: Step, seconds: float, latest: int, marks: Marks) -> None:
        """A step came to its end; `latest` is the node's head at its beginning."""
        self._head.set(step.head.number)
        self._time.set(step.head.timestamp)
        self._lag.set(max(0, latest - step.head.number))
        self._safe.set(marks.safe)
        self._final.set(marks.finalized)
        if step.outcome is Outcome.ADVANCED:
            self._events.inc(step.events)
            self._steps.observe(seconds)
        if step.outcome is Outcome.REWOUND:
            self._reorgs.inc()

    def failed(self, kind: str) -> None:
        """A step failed and will be tried again."""
        self._faults.labels(kind).inc()


@contextmanager
def served(metrics: Metrics, port: int | None) -> Iterator[None]:
    """Answer Prometheus on this port of this machine; nobody where no port is said."""
    if port is None:
        yield
        return
    server, thread = start_http_server(port, HOST, metrics.registry)
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
