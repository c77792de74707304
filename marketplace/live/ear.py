"""Hear of what the database announces (LISTEN), and look by the clock where nothing is heard."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Final

from psycopg import AsyncConnection, Error, sql

from marketplace import log
from marketplace.config import DRIVER

FIRST_PAUSE_SECONDS: Final = 0.2
LONGEST_PAUSE_SECONDS: Final = 5.0
OPEN_SECONDS: Final = 5
TICK_SECONDS: Final = 5.0

_log = log.get(__name__)


async def rings(
    database: str, channels: Sequence[str], name: str, seconds: float = TICK_SECONDS
) -> AsyncGenerator[None]:
    """Ring at the beginning, whenever one of the channels is notified, and after so many seconds.

    A connection that is lost is opened again, and rings: what was announced meanwhile is found by
    looking. However often it was notified while nobody waited, it rings once.
    """
    address = "postgresql://" + database.removeprefix(DRIVER)
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            async with await AsyncConnection.connect(
                address, autocommit=True, application_name=name, connect_timeout=OPEN_SECONDS
            ) as connection:
                for channel in channels:
                    await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
                pause = FIRST_PAUSE_SECONDS
                while True:
                    yield
                    async for _ in connection.notifies(timeout=seconds, stop_after=1):
                        pass
        except Error as fault:
            _log.warning("database_not_heard", reason=str(fault).splitlines()[0])
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
