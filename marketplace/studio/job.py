"""Defer a step as a job, in the very transaction that makes the step due."""

from typing import Final
from uuid import UUID

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy import text
from sqlalchemy.orm import Session

from marketplace.studio.state import State

RENDER: Final = "studio.render"
PIN: Final = "studio.pin"
SEND: Final = "studio.send"
CONFIRM: Final = "studio.confirm"

# Each kind of work has a queue of its own: a rendering never keeps a voucher waiting, and a worker
# serves what its machine is good for.
CPU_QUEUE: Final = "studio-cpu"
LIGHT_QUEUE: Final = "studio-light"
LIGHT: Final = "light"
RESOURCES: Final = {"cpu": CPU_QUEUE, LIGHT: LIGHT_QUEUE}  # what a worker says that it serves
QUEUES: Final = {RENDER: CPU_QUEUE, PIN: LIGHT_QUEUE, SEND: LIGHT_QUEUE, CONFIRM: LIGHT_QUEUE}

# What a job of an artist's costs them in the queue where artists take turns.
COSTS: Final = {RENDER: 8}

# What moves a commission on by itself; in the other states a person's turn has come.
STEPS: Final = {
    State.ASKED: RENDER,
    State.RENDERED: PIN,
    State.SIGNED: SEND,
    State.SENT: CONFIRM,
}

# Holds no connection: every job travels on the connection of the transaction it belongs to.
_JOBS = App(connector=SyncPsycopgConnector())


def defer(
    session: Session, step: str, commission: UUID, *, seconds: float = 0, turn: int = 0
) -> None:
    """Queue the step; it becomes visible to workers when the session's transaction commits.

    Lower turns come first. No lock is taken: a step locks the commission's row and looks at its
    state before it writes.
    """
    connection = session.connection().connection.driver_connection
    _JOBS.configure_task(
        step,
        queue=QUEUES[step],
        priority=-turn,
        connection=connection,
        schedule_in={"milliseconds": round(seconds * 1000)} if seconds else None,
    ).defer(commission=str(commission))


def withdraw(session: Session, commission: UUID) -> int:
    """Take back what waits; what a worker has begun is left to it. How many jobs that were."""
    query = text(
        "DELETE FROM procrastinate_jobs WHERE status = 'todo' AND args ->> 'commission' = :id "
        "RETURNING id"
    )
    return len(session.execute(query, {"id": str(commission)}).all())
