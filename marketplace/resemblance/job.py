"""Defer comparisons as jobs, in the very transaction that asks for them."""

from typing import Final
from uuid import UUID

from procrastinate import App, SyncPsycopgConnector
from sqlalchemy.orm import Session

COMPARE: Final = "resemblance.compare"
RENEW: Final = "resemblance.renew"
QUEUE: Final = "studio-light"
SUBJECTS: Final = {COMPARE: "check", RENEW: "renewal"}  # what a job calls the check it is about

_JOBS = App(connector=SyncPsycopgConnector())


def defer(session: Session, step: str, check: UUID) -> None:
    """Queue the step; workers see it when the session's transaction commits."""
    connection = session.connection().connection.driver_connection
    task = _JOBS.configure_task(step, queue=QUEUE, connection=connection)
    task.defer(**{SUBJECTS[step]: str(check)})
