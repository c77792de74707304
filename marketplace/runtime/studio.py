"""Look after commissions that failed for good: list them with their reasons, start them again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from marketplace import db
from marketplace.config import Settings
from marketplace.runtime.error import RuntimeFault
from marketplace.studio import commission as commissions
from marketplace.studio import queries
from marketplace.studio.models import Commission
from marketplace.studio.quota import Quota
from marketplace.studio.routes import terms_for
from marketplace.studio.state import State

LISTED = "list what failed with `atelier studio failed`"


class NothingFailed(RuntimeFault):
    """No failed commission has this id."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A commission that waits for somebody."""

    id: str
    artist: str
    title: str
    failed_at: datetime
    reason: str

    @classmethod
    def of(cls, row: Commission) -> Self:
        """The row."""
        return cls(str(row.id), row.artist, row.title, row.updated_at, row.failure or "")

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {**asdict(self), "failed_at": self.failed_at.isoformat()}


def failed(settings: Settings) -> list[Failed]:
    """What failed for good, newest first."""
    with _session(settings) as session:
        return [Failed.of(row) for row in queries.failed(session)]


def retry(settings: Settings, wanted: list[UUID]) -> list[Failed]:
    """Start these again, or all, from their last good states; which they were.

    An operator is not held to the artists' quotas.
    """
    found: list[Failed] = []
    with _session(settings) as session:
        for id_ in wanted or [row.id for row in queries.failed(session)]:
            made = queries.locked(session, id_)
            if made is None or made.state != State.FAILED:
                raise NothingFailed(f"no failed commission is called {id_}", LISTED)
            found.append(Failed.of(made))
            terms = None if made.work is None else terms_for(session, made)
            commissions.retry(session, made, terms, Quota(waiting=2**31))
    return found


@contextmanager
def _session(settings: Settings) -> Iterator[Session]:
    engine = db.open_engine(settings.database, "atelier-studio", pool_size=1)
    try:
        with db.unit(db.units(engine)) as session:
            yield session
    except OperationalError as error:
        raise RuntimeFault(f"the database did not answer: {error.orig}", "start it") from error
    finally:
        engine.dispose()
