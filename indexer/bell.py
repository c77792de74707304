"""Hear of new blocks from the node itself (WebSocket, `newHeads`), and look by the clock otherwise.

What the node says here is only a reason to look: every block is asked for and checked as before, so
a node that keeps silent or rings for nothing costs time and nothing else.
"""

import json
import threading
from typing import Self
from urllib.parse import urlsplit

from structlog.typing import FilteringBoundLogger
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from indexer.source import shown

OPEN_SECONDS = 5.0
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
MESSAGE_LIMIT = 2**20
SUBSCRIBE = json.dumps(
    {"jsonrpc": "2.0", "id": 1, "method": "eth_subscribe", "params": ["newHeads"]}
)
OFF = "off"


def heads_url(rpc: str, said: str | None) -> str | None:
    """Where to listen: what was said, nowhere if that is `off`, else where the node is asked."""
    if said is not None:
        return None if said == OFF else said
    return "ws" + rpc.removeprefix("http") if urlsplit(rpc).scheme in ("http", "https") else None


class Bell:
    """Wait for the next block, or for so long; without an address it is a clock and no more."""

    def __init__(self, url: str | None, log: FilteringBoundLogger) -> None:
        self._url, self._log = url, log
        self._rung, self._over = threading.Event(), threading.Event()
        self._connection: Connection | None = None
        self.is_heard = threading.Event()

    def __enter__(self) -> Self:
        if self._url is not None:
            threading.Thread(target=self._listen, name="bell", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._connection is not None:
            self._connection.close()

    def wait(self, seconds: float) -> None:
        """Until it rings, or the time is over; what rang before counts."""
        self._rung.wait(seconds)
        self._rung.clear()

    def _listen(self) -> None:
        """Keep the subscription up; a node that offers none is asked again, ever less often."""
        pause, is_known = FIRST_PAUSE_SECONDS, False
        while not self._over.is_set():
            try:
                self._subscribed()
            except (OSError, ValueError, WebSocketException) as fault:
                if self.is_heard.is_set():
                    pause, is_known = FIRST_PAUSE_SECONDS, False
                if not is_known:
                    reason = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
                    self._log.info("no news by WebSocket", reason=reason, advice="polling instead")
                is_known = True
            self.is_heard.clear()
            self._rung.set()  # what was missed meanwhile is found by looking
            self._over.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    def _subscribed(self) -> None:
        url = self._url or ""
        with connect(
            url, open_timeout=OPEN_SECONDS, max_size=MESSAGE_LIMIT, proxy=None
        ) as connection:
            connection.send(SUBSCRIBE)
            answer = json.loads(connection.recv(OPEN_SECONDS))
            if "result" not in answer:
                raise ValueError(f"{shown(url)} offers no newHeads: {answer.get('error')}")
            self._connection = connection
            self.is_heard.set()
            self._log.info("hearing of blocks by WebSocket", node=shown(url))
            for _ in connection:
                self._rung.set()
