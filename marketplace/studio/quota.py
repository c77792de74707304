"""Bound what one artist may ask of the studio, at once and in a day."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Self

from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.config import Settings
from marketplace.studio import queries
from marketplace.studio.error import QuotaReached

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quota:
    """How much of the studio is one artist's."""

    waiting: int = 5
    daily: int = 60

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As the operator set it."""
        return cls(waiting=settings.studio_waiting, daily=settings.studio_daily)


QUOTA: Final = Quota()


def require_room(session: Session, artist: Address, quota: Quota) -> None:
    """Refuse one more waiting commission where the artist has as many as there may be."""
    waiting = queries.queued(session, artist)
    if waiting >= quota.waiting:
        raise QuotaReached(
            f"{waiting} of your commissions wait for the studio, which takes {quota.waiting} at "
            "once; ask again when one is done, or cancel one.",
            waiting=waiting,
            limit=quota.waiting,
        )


def require_day(session: Session, artist: Address, quota: Quota) -> None:
    """Refuse one more new commission where the artist asked for a day's worth."""
    asked = queries.asked_since(session, artist, DAY)
    if asked >= quota.daily:
        raise QuotaReached(
            f"you asked for {asked} works within 24 hours, and the studio takes {quota.daily} a "
            "day from one artist; ask again tomorrow.",
            asked=asked,
            limit=quota.daily,
        )
