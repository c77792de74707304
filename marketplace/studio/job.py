"""Defer a step as a job, in the very transaction that makes the step due."""

from typing import Final
from uuid import UUID

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy.orm import Session

from marketplace.studio.state import State

# Heavy work has a queue of its own, so that a rendering never keeps a voucher waiting.
RENDER: Final = "studio.render"
PIN: Final = "studio.pin"
SEND: Final = "studio.send"
CONFIRM: Final = "studio.confirm"

HEAVY_QUEUE: Final = "studio-heavy"
LIGHT_QUEUE: Final = "studio-light"
QUEUES: Final = {RENDER: HEAVY_QUEUE, PIN: LIGHT_QUEUE, SEND: LIGHT_QUEUE, CONFIRM: LIGHT_QUEUE}

# What moves a commission on by itself; in the other states a person's turn has come.
STEPS: Final = {
    State.ASKED: RENDER,
    State.RENDERED: PIN,
    State.SIGNED: SEND,
    State.SENT: CONFIRM,
}

# Holds no connection: every job travels on the connection of the transaction it belongs to.
_JOBS = App(connector=SyncPsycopgConnector())


def defer(session: Session, step: str, commission: UUID, *, seconds: float = 0) -> None:
    """Queue the step; it becomes visible to workers when the session's transaction commits.

    No lock is taken: a step locks the commission's row and looks at its state before it writes.
    """
    connection = session.connection().connection.driver_connection
    _JOBS.configure_task(
        step,
        queue=QUEUES[step],
        connection=connection,
        schedule_in={"milliseconds": round(seconds * 1000)} if seconds else None,
    ).defer(commission=str(commission))
