"""Bound what one artist may ask of the studio, at once and in a day."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Self

from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.config import Settings
from marketplace.metadata import SUBMITTED
from marketplace.studio import queries
from marketplace.studio.error import QuotaReached

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quota:
    """How much of the studio is one artist's."""

    waiting: int = 5
    daily: int = 60
    sketches_waiting: int = 24
    sketches_daily: int = 240
    uploads_daily: int = 20

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As the operator set it."""
        return cls(
            settings.studio_waiting,
            settings.studio_daily,
            settings.sketches_waiting,
            settings.sketches_daily,
            settings.uploads_daily,
        )


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


def require_shelf(session: Session, artist: Address, quota: Quota) -> None:
    """Refuse one more submitted work where the artist brought a day's worth."""
    brought = queries.asked_since(session, artist, DAY, SUBMITTED)
    if brought >= quota.uploads_daily:
        raise QuotaReached(
            f"you submitted {brought} works within 24 hours, and the house takes "
            f"{quota.uploads_daily} a day from one artist; submit this one tomorrow.",
            asked=brought,
            limit=quota.uploads_daily,
        )


def require_paper(session: Session, artist: Address, number: int, quota: Quota) -> None:
    """Refuse a sheet that would leave the artist with more sketches than there may be."""
    waiting, recent = queries.sketched(session, artist, DAY)
    for has, limit, said in (
        (waiting, quota.sketches_waiting, "wait to be drawn, of which there may be"),
        (recent, quota.sketches_daily, "were asked for within 24 hours, of which there may be"),
    ):
        if has + number > limit:
            raise QuotaReached(
                f"{has} of your sketches {said} {limit}, and you ask for {number} more; "
                "try again later, or discard a sheet.",
                asked=has,
                limit=limit,
            )
