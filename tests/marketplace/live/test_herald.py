"""the herald as a process
killed after sending, and after writing it down -> every event arrives, none in a new guise
the index moves                                 -> what is new arrives without anybody looking
SIGTERM                                         -> it ends well
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from indexer.primitives import Address
from marketplace.config import Settings
from marketplace.db import Units, unit
from marketplace.fault import VARIABLE
from marketplace.live import webhook
from marketplace.live.models import Webhook
from marketplace.live.tell import tell_all
from tests.marketplace.live.receiver import Receiver
from tests.marketplace.live.scribe import BID, MINT, SALE, Scribe

ROOT = Path(__file__).parents[3]
OWNER = Address("0x90F79bf6EB2c4f870365E785982E1f101E93b906")
SECONDS = 90.0  # never waited for where all is well
RUN = "from marketplace import config, herald; herald.run(config.load())"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Whose server it is sent to."""
    one = Receiver()
    server = one.start()
    yield one
    server.shutdown()
    server.server_close()


@contextmanager
def herald(
    engine: Engine, folder: Path, fault: str = "", farewell: int = signal.SIGTERM
) -> Iterator[subprocess.Popen[bytes]]:
    """A herald in a process of its own; it is gone afterwards."""
    settings = Settings(
        data=folder,
        database_url=engine.url.render_as_string(hide_password=False),
        development=True,
        webhooks_to_loopback=True,
        log_format="json",
    )
    environment = os.environ | settings.environment() | {VARIABLE: fault, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", RUN], env=environment)
    try:
        yield process
        process.send_signal(farewell)
        process.wait(SECONDS)
    finally:
        process.kill()
        process.wait()


def over(units: Units) -> None:
    """Let the leases of dead heralds run out."""
    with unit(units) as session:
        session.execute(update(Webhook).values(leased_until=datetime.now(UTC) - timedelta(1)))


def test_death_loses_nothing_and_renames_nothing(
    engine: Engine, units: Units, scribe: Scribe, receiver: Receiver, tmp_path: Path
) -> None:
    with unit(units) as session:
        webhook.subscribe(session, OWNER, receiver.url, [], None, datetime.now(UTC), loopback=True)
    scribe.block(MINT, SALE)
    for point in ("webhook.sent:1", "webhook.recorded:1"):
        with herald(engine, tmp_path, point) as process:
            assert process.wait(SECONDS) == -signal.SIGKILL
        over(units)
    with herald(engine, tmp_path) as process:
        for _ in range(3):  # the first one twice, for nobody wrote down that it came
            assert receiver.came.acquire(timeout=SECONDS)
        scribe.block(BID)
        assert receiver.came.acquire(timeout=SECONDS)
    assert process.returncode == 0
    first, again, second, third = receiver.ids
    assert first == again
    assert [int(second) - int(first), int(third) - int(second)] == [1, 1]
    assert receiver.received[0].body == receiver.received[1].body
    assert tell_all(engine).stated == 0
