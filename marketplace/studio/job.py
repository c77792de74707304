"""Defer a step as a job, in the very transaction that makes the step due."""

from typing import Final
from uuid import UUID

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy import text
from sqlalchemy.orm import Session

from marketplace.resemblance import queries as resemblances
from marketplace.studio.state import State

RENDER: Final = "studio.render"
SKETCH: Final = "studio.sketch"
VERIFY: Final = "studio.verify"
FIND: Final = "studio.find"
PIN: Final = "studio.pin"
SEND: Final = "studio.send"
CONFIRM: Final = "studio.confirm"

# Each kind of work has a queue of its own: a rendering never keeps a voucher waiting, and a worker
# serves what its machine is good for.
CPU_QUEUE: Final = "studio-cpu"
# For looks, and for models of the operator's own; what anybody can make again is rendered on the
# reference, the CPU.
GPU_QUEUE: Final = "studio-gpu"
LIGHT_QUEUE: Final = "studio-light"
CPU: Final = "cpu"
LIGHT: Final = "light"
RESOURCES: Final = {CPU: CPU_QUEUE, "gpu": GPU_QUEUE, LIGHT: LIGHT_QUEUE}
QUEUES: Final = {
    RENDER: CPU_QUEUE,
    SKETCH: CPU_QUEUE,
    VERIFY: CPU_QUEUE,
    FIND: CPU_QUEUE,
    PIN: LIGHT_QUEUE,
    SEND: LIGHT_QUEUE,
    CONFIRM: LIGHT_QUEUE,
    resemblances.COMPARE: LIGHT_QUEUE,
    resemblances.RENEW: LIGHT_QUEUE,
}
# What a job tells its step: whose turn has come. Everything else is read from the row.
SUBJECTS: Final = {SKETCH: "sketch", VERIFY: "verification", FIND: "sheet", **resemblances.SUBJECTS}
COMMISSION: Final = "commission"

# What a job of an artist's costs them in the queue where artists take turns.
COSTS: Final = {RENDER: 8, SKETCH: 1, VERIFY: 8, FIND: 4}

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
    session: Session,
    step: str,
    subject: UUID,
    *,
    seconds: float = 0,
    turn: int = 0,
    queue: str | None = None,
) -> None:
    """Queue the step; it becomes visible to workers when the session's transaction commits.

    Lower turns come first. No lock is taken: a step locks its subject's row and looks at its
    state before it writes.
    """
    connection = session.connection().connection.driver_connection
    _JOBS.configure_task(
        step,
        queue=queue or QUEUES[step],
        priority=-turn,
        connection=connection,
        schedule_in={"milliseconds": round(seconds * 1000)} if seconds else None,
    ).defer(**{SUBJECTS.get(step, COMMISSION): str(subject)})


def withdraw(session: Session, subject: UUID) -> int:
    """Take back what waits; what a worker has begun is left to it. How many jobs that were."""
    query = text(
        "DELETE FROM procrastinate_jobs WHERE status = 'todo' "
        "AND coalesce(args ->> 'commission', args ->> 'sketch', args ->> 'sheet') = :id "
        "RETURNING id"
    )
    return len(session.execute(query, {"id": str(subject)}).all())


def reclaim(session: Session, seconds: float) -> int:
    """Give the CPU what has waited so long for a GPU that nobody seems to serve one."""
    query = text(
        "UPDATE procrastinate_jobs SET queue_name = :cpu WHERE status = 'todo' "
        "AND queue_name = :gpu AND id IN (SELECT job_id FROM procrastinate_events "
        "WHERE type = 'deferred' AND at < now() - make_interval(secs => :seconds)) RETURNING id"
    )
    values = {"cpu": CPU_QUEUE, "gpu": GPU_QUEUE, "seconds": seconds}
    return len(session.execute(query, values).all())
