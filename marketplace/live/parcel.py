"""Make deliveries ready, hand them to heralds one at a time, and write down how each went.

All state is in the database, each step one transaction. A herald that dies between sending and
writing that down sends again: an event arrives at least once, always under the same id.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import orjson
from sqlalchemy import ColumnElement, delete, exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from marketplace.live import patience, queries
from marketplace.live.models import Announcement, Delivery, Webhook, WebhookKey
from marketplace.live.schemas import ChainEvent
from marketplace.live.topic import topics

SCANNED: Final = 2_000  # announcements looked at in one transaction
MOST_WAITING: Final = 1_000  # deliveries of one webhook; the others wait in the log
LEASE: Final = timedelta(seconds=60)
KEPT: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One delivery that a herald is about to send."""

    webhook: UUID
    lease: UUID
    delivery: int
    event: str
    url: str
    keys: tuple[str, ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of sending: an answer's status, or none, and what was said."""

    status: int | None
    said: str
    milliseconds: int
    is_refused: bool = False  # the address is one that we never send to

    @property
    def is_taken(self) -> bool:
        """Whether the event has arrived."""
        return self.status is not None and patience.is_taken(self.status)


def spread(session: Session, now: datetime) -> int:
    """Make deliveries of new announcements ready, for one webhook; how many were looked at."""
    end = queries.last(session)
    waiting = (
        select(func.count())
        .where(Delivery.webhook == Webhook.id, Delivery.state == "waiting")
        .scalar_subquery()
    )
    hook = session.scalar(
        select(Webhook)
        .where(Webhook.asleep.is_(None), Webhook.position < end, waiting < MOST_WAITING)
        .order_by(Webhook.position)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if hook is None:
        return 0
    rows = queries.after(session, hook.position, until=end, limit=SCANNED)
    wanted = frozenset(hook.topics)
    ready = [
        {"webhook": hook.id, "announcement": row.sequence, "made_at": now, "due_at": now}
        for row in rows
        if not wanted or not wanted.isdisjoint(topics(row.contract, row.name))
    ]
    if ready:
        session.execute(insert(Delivery).on_conflict_do_nothing(), ready)
    hook.position = rows[-1].sequence if rows else end
    return len(rows)


def take(session: Session, now: datetime, most: int) -> list[Parcel]:
    """Lease webhooks that have something due, each with its first delivery."""
    hooks = session.scalars(
        select(Webhook)
        .where(
            Webhook.asleep.is_(None),
            or_(Webhook.rests_until.is_(None), Webhook.rests_until <= now),
            or_(Webhook.leased_until.is_(None), Webhook.leased_until <= now),
            exists().where(Delivery.webhook == Webhook.id, *_due(now)),
        )
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = []
    for hook in hooks.all():
        hook.lease, hook.leased_until = uuid4(), now + LEASE
        parcel = _next(session, hook, now)
        if parcel is not None:
            found.append(parcel)
    return found


def record(session: Session, parcel: Parcel, outcome: Outcome, now: datetime) -> Parcel | None:
    """Write down how it went; the same webhook's next delivery, or its lease ends."""
    hook = session.scalar(
        select(Webhook)
        .where(Webhook.id == parcel.webhook, Webhook.lease == parcel.lease)
        .with_for_update()
    )
    if hook is None:  # it was removed meanwhile, or we took so long that another took over
        return None
    sent = session.get(Delivery, parcel.delivery)
    if sent is not None and sent.state == "waiting":
        _note(sent, outcome, now)
    if outcome.is_taken:
        hook.failures, hook.failing_since, hook.rests_until = 0, None, None
        hook.leased_until = now + LEASE
        session.flush()
        following = _next(session, hook, now)
    else:
        _tire(hook, outcome, now)
        following = None
    if following is None:
        hook.lease, hook.leased_until = None, None
    return following


def forget(session: Session, now: datetime) -> None:
    """Drop the log of deliveries that are long over, and keys that have ended."""
    session.execute(
        delete(Delivery).where(Delivery.state != "waiting", Delivery.tried_at < now - KEPT)
    )
    session.execute(delete(WebhookKey).where(WebhookKey.ends_at < now - KEPT))


def _note(sent: Delivery, outcome: Outcome, now: datetime) -> None:
    sent.attempts += 1
    sent.tried_at, sent.milliseconds = now, outcome.milliseconds
    sent.status, sent.said = outcome.status, outcome.said
    pause = patience.pause(sent.attempts)
    if outcome.is_taken:
        sent.state = "delivered"
    elif pause is None or outcome.is_refused:
        sent.state = "dead"
    else:
        sent.due_at = now + pause


def _tire(hook: Webhook, outcome: Outcome, now: datetime) -> None:
    """An endpoint that failed rests; one that fails for days, or is gone, sleeps until woken."""
    hook.failures += 1
    hook.failing_since = hook.failing_since or now
    hook.rests_until = now + patience.rest(hook.failures)
    if outcome.status == patience.GONE:
        hook.asleep = "The endpoint answered 410: it is gone."
    elif outcome.is_refused:
        hook.asleep = outcome.said
    elif now - hook.failing_since >= patience.SLEEP_AFTER:
        hook.asleep = f"Nothing arrived for {patience.SLEEP_AFTER.days} days."


def _next(session: Session, hook: Webhook, now: datetime) -> Parcel | None:
    """What is due first: what is to be tried out, then in the order of the log."""
    found = session.execute(
        select(Delivery, Announcement)
        .outerjoin(Announcement, Announcement.sequence == Delivery.announcement)
        .where(Delivery.webhook == hook.id, *_due(now))
        .order_by(Delivery.announcement.nulls_first())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    sent, told = found
    content = ping(sent) if told is None else ChainEvent.of(told).model_dump(mode="json")
    return Parcel(
        webhook=hook.id,
        lease=hook.lease or uuid4(),
        delivery=sent.id,
        event=content["id"],
        url=hook.url,
        keys=tuple(key.id for key in keys(session, hook.id, now)),
        body=orjson.dumps(content),
    )


def keys(session: Session, webhook: UUID, now: datetime) -> Sequence[WebhookKey]:
    """The keys that sign now, the oldest first."""
    return session.scalars(
        select(WebhookKey)
        .where(
            WebhookKey.webhook == webhook,
            or_(WebhookKey.ends_at.is_(None), WebhookKey.ends_at > now),
        )
        .order_by(WebhookKey.created_at, WebhookKey.id)
    ).all()


def ping(sent: Delivery) -> dict[str, Any]:
    """What a try-out says."""
    return {"id": f"ping-{sent.id}", "kind": "ping", "webhook": str(sent.webhook)}


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Delivery.state == "waiting", Delivery.due_at <= now
