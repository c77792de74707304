"""Compose the herald process: tell of what the index learns, and carry it to who asked for it."""

import asyncio
import signal
from contextlib import aclosing
from typing import Final

from sqlalchemy import Engine

from marketplace import db, log
from marketplace.config import ConfigurationError, Settings
from marketplace.db import AWAY
from marketplace.live import ear
from marketplace.live.deliver import Deliverer
from marketplace.live.seal import Seal, SealFaulty
from marketplace.live.tell import INDEX_CHANNEL, tell_all

NAME: Final = "atelier-herald"

_log = log.get(__name__)


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; every step is one transaction, so any moment will do."""
    try:
        seal = Seal.ensure(settings.webhook_key_file)
    except SealFaulty as fault:
        raise ConfigurationError(f"ATELIER_WEBHOOK_KEY_FILE: {fault}") from fault
    engine = db.open_engine(settings.database, NAME, pool_size=8)
    hands = Deliverer(db.units(engine), seal, loopback=settings.webhooks_to_loopback)
    try:
        asyncio.run(_work(settings.database, engine, hands))
    finally:
        engine.dispose()


async def _work(database: str, engine: Engine, hands: Deliverer) -> None:
    tasks = [
        asyncio.create_task(_tell(database, engine)),
        asyncio.create_task(hands.run(database, NAME)),
    ]
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, lambda: [task.cancel() for task in tasks])
    _log.info("herald_ready")
    done, left = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in left:  # whatever ended one of them ends all
        task.cancel()
    outcomes = await asyncio.gather(*done, *left, return_exceptions=True)
    _log.info("herald_stopped")
    for outcome in outcomes:
        if isinstance(outcome, Exception):
            raise outcome


async def _tell(database: str, engine: Engine) -> None:
    """Tell whenever the index moved."""
    async with aclosing(ear.rings(database, [INDEX_CHANNEL], NAME)) as rings:
        async for _ in rings:
            try:
                told = await asyncio.to_thread(tell_all, engine)
            except AWAY as fault:
                _log.warning("index_unread", reason=str(fault).splitlines()[0])
                continue
            if told.stated or told.retracted:
                _log.info("announced", stated=told.stated, retracted=told.retracted)
