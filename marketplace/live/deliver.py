"""Send what is due, to several webhooks side by side and to each one event after the other."""

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from marketplace import fault, log
from marketplace.adapters import outward
from marketplace.adapters.outward import Unsent, UrlRefused
from marketplace.db import AWAY, Units, unit
from marketplace.live import ear, parcel
from marketplace.live.parcel import Outcome, Parcel
from marketplace.live.seal import Seal
from marketplace.live.tell import CHANNEL

WEBHOOK_CHANNEL: Final = "atelier_webhooks"  # where routes say that there is something to send
AT_ONCE: Final = 16
LOOK_SECONDS: Final = 1.0  # how late a second try may be
FORGET_SECONDS: Final = 3600.0
AGENT: Final = "Atelier-Webhooks/1"

_log = log.get(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Deliverer:
    """One herald's hands."""

    units: Units
    seal: Seal
    loopback: bool = False  # whether this machine itself may be sent to, for trying
    clock: Callable[[], datetime] = _now
    _running: set[asyncio.Task[None]] = field(default_factory=set)
    _forgets_at: float = 0.0

    async def run(self, database: str, name: str) -> None:
        """Send whenever there is something, until cancelled."""
        channels = [CHANNEL, WEBHOOK_CHANNEL]
        async with aclosing(ear.rings(database, channels, name, LOOK_SECONDS)) as rings:
            async for _ in rings:
                try:
                    await self.look()
                except AWAY as away:
                    _log.warning("deliveries_unread", reason=str(away).splitlines()[0])

    async def look(self) -> None:
        """Make ready what was announced, and begin to send what is due."""
        await asyncio.to_thread(self._make_ready)
        free = AT_ONCE - len(self._running)
        if free <= 0:
            return
        for each in await asyncio.to_thread(self._take, free):
            task = asyncio.create_task(self._serve(each))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def rest(self) -> None:
        """Wait until everything that was begun is written down."""
        while self._running:
            await asyncio.wait(self._running)

    async def _serve(self, first: Parcel) -> None:
        """One webhook's deliveries, as long as they arrive and there are more."""
        due: Parcel | None = first
        while due is not None:
            outcome = await self._send(due)
            fault.point("webhook.sent")
            try:
                due = await asyncio.to_thread(self._record, due, outcome)
            except AWAY as away:  # the lease runs out, and it is sent again
                _log.warning("delivery_unrecorded", reason=str(away).splitlines()[0])
                return
            fault.point("webhook.recorded")

    async def _send(self, due: Parcel) -> Outcome:
        timestamp = int(self.clock().timestamp())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": AGENT,
            "Atelier-Event": due.event,
            "Atelier-Timestamp": str(timestamp),
            "Atelier-Signature": self.seal.signature(due.keys, timestamp, due.body),
        }
        begun = time.monotonic()
        try:
            answer = await outward.post(due.url, due.body, headers, loopback=self.loopback)
        except (UrlRefused, Unsent) as reason:
            took = round(1000 * (time.monotonic() - begun))
            return Outcome(None, str(reason)[:500], took, isinstance(reason, UrlRefused))
        return Outcome(answer.status, answer.text, answer.milliseconds)

    def _make_ready(self) -> None:
        while True:
            with unit(self.units) as session:
                if not parcel.spread(session, self.clock()):
                    break
        if time.monotonic() >= self._forgets_at:
            self._forgets_at = time.monotonic() + FORGET_SECONDS
            with unit(self.units) as session:
                parcel.forget(session, self.clock())

    def _take(self, most: int) -> list[Parcel]:
        with unit(self.units) as session:
            return parcel.take(session, self.clock(), most)

    def _record(self, due: Parcel, outcome: Outcome) -> Parcel | None:
        with unit(self.units) as session:
            return parcel.record(session, due, outcome, self.clock())
