"""Read what was told."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from marketplace.live.models import Announcement

PAGE: Final = 500


def last(session: Session) -> int:
    """The number of the last announcement; 0 before the first."""
    return session.scalar(select(func.max(Announcement.sequence))) or 0


def after(
    session: Session, sequence: int, *, until: int | None = None, limit: int
) -> Sequence[Announcement]:
    """The announcements after a number, in order, of every topic: what is read is bounded."""
    query = select(Announcement).where(Announcement.sequence > sequence)
    if until is not None:
        query = query.where(Announcement.sequence <= until)
    return session.scalars(query.order_by(Announcement.sequence).limit(limit)).all()


def scan(session: Session, after_: int, until: int) -> Iterator[Announcement]:
    """All announcements between two numbers, read page by page."""
    while rows := after(session, after_, until=until, limit=PAGE):
        yield from rows
        after_ = rows[-1].sequence
