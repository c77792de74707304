"""Take, change and end people's webhooks; each is its owner's alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace.adapters import outward
from marketplace.adapters.outward import UrlRefused
from marketplace.cursor import CursorUnreadable
from marketplace.errors import Conflict, Missing, Unprocessable
from marketplace.live import parcel, queries
from marketplace.live.deliver import WEBHOOK_CHANNEL
from marketplace.live.models import Delivery, Webhook, WebhookKey
from marketplace.live.seal import new_key
from marketplace.live.topic import Topic

MOST: Final = 10
MOST_KEYS: Final = 3
OVERLAP: Final = timedelta(hours=24)


class WebhookMissing(Missing):
    """There is none of this id, or it is somebody else's."""

    title = "No such webhook"


class DeliveryMissing(Missing):
    """The webhook has no such delivery."""

    title = "No such delivery"


class EndpointRefused(Unprocessable):
    """The address is one that nothing is sent to."""

    title = "Nothing is sent to this address"


class WebhooksFull(Conflict):
    """The owner has as many webhooks as one may have."""

    title = "So many webhooks are the most"


class KeysFull(Conflict):
    """Several keys sign already, or there would be none."""

    title = "The keys cannot be changed so"


def subscribe(
    session: Session,
    owner: Address,
    url: str,
    topics: Sequence[Topic],
    cursor: int | None,
    now: datetime,
    *,
    loopback: bool,
) -> tuple[Webhook, WebhookKey]:
    """Begin to send, from now on or from a cursor on, with a first key."""
    _check(url, loopback=loopback)
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext(owner))))
    count = session.scalar(select(func.count()).where(Webhook.owner == owner)) or 0
    if count >= MOST:
        raise WebhooksFull(f"You have {count} webhooks; remove one that you do not need.")
    hook = Webhook(
        id=uuid4(),
        owner=owner,
        url=url,
        topics=list(dict.fromkeys(topics)),
        created_at=now,
        position=_position(session, cursor),
        failures=0,
    )
    session.add(hook)
    session.flush()
    return hook, _add_key(session, hook, now)


def own(session: Session, owner: Address) -> Sequence[Webhook]:
    """Somebody's webhooks, oldest first."""
    query = select(Webhook).where(Webhook.owner == owner)
    return session.scalars(query.order_by(Webhook.created_at, Webhook.id)).all()


def find(session: Session, owner: Address, id_: UUID) -> Webhook:
    """One webhook, held for whoever changes it; `WebhookMissing` where it is not the owner's."""
    query = select(Webhook).where(Webhook.id == id_, Webhook.owner == owner).with_for_update()
    hook = session.scalar(query)
    if hook is None:
        raise WebhookMissing(f"You have no webhook {id_}.")
    return hook


def change(
    session: Session,
    hook: Webhook,
    url: str | None,
    topics: Sequence[Topic] | None,
    is_active: bool | None,
    *,
    loopback: bool,
) -> None:
    """Send elsewhere, other topics, not at all, or again; what waits goes to the new address."""
    if url is not None:
        _check(url, loopback=loopback)
        hook.url = url
    if topics is not None:
        hook.topics = list(dict.fromkeys(topics))
    if is_active is False:
        hook.asleep = hook.asleep or "You stopped it."
    elif is_active or (url is not None and hook.asleep is None):
        hook.asleep, hook.failures, hook.failing_since, hook.rests_until = None, 0, None, None
    _wake(session)


def rotate(session: Session, hook: Webhook, now: datetime) -> WebhookKey:
    """Add a key; those before it sign beside it for a day, so that nothing is refused meanwhile."""
    alive = parcel.keys(session, hook.id, now)
    if len(alive) >= MOST_KEYS:
        raise KeysFull(f"{len(alive)} keys sign already; end one of them, or wait for a day.")
    for key in alive:
        key.ends_at = min(key.ends_at or now + OVERLAP, now + OVERLAP)
    return _add_key(session, hook, now)


def end_key(session: Session, hook: Webhook, id_: str, now: datetime) -> None:
    """Let a key sign no more, at once; one has to stay."""
    alive = parcel.keys(session, hook.id, now)
    found = next((key for key in alive if key.id == id_), None)
    if found is None:
        raise WebhookMissing(f"This webhook has no key {id_[:40]!r} that signs.")
    if len(alive) == 1:
        raise KeysFull("It is the only key; add another one first.")
    found.ends_at = now


def try_out(session: Session, hook: Webhook, now: datetime) -> Delivery:
    """Have a ping sent, even before anything happens."""
    if hook.asleep is not None:
        raise Conflict(f"This webhook sleeps. {hook.asleep} Wake it first.")
    made = Delivery(webhook=hook.id, made_at=now, due_at=now, state="waiting", attempts=0)
    session.add(made)
    hook.rests_until = None
    session.flush()
    _wake(session)
    return made


def replay(session: Session, hook: Webhook, cursor: int, now: datetime) -> None:
    """Send everything after a cursor once more: what is dead, what arrived, what was forgotten."""
    hook.position = min(hook.position, _position(session, cursor))
    session.execute(
        update(Delivery)
        .where(Delivery.webhook == hook.id, Delivery.announcement > cursor)
        .values(state="waiting", attempts=0, due_at=now)
    )
    hook.rests_until = None
    _wake(session)


def again(session: Session, hook: Webhook, id_: int, now: datetime) -> Delivery:
    """Send one delivery once more."""
    found = session.scalar(select(Delivery).where(Delivery.id == id_, Delivery.webhook == hook.id))
    if found is None:
        raise DeliveryMissing(f"This webhook has no delivery {id_}, or no longer.")
    found.state, found.attempts, found.due_at = "waiting", 0, now
    hook.rests_until = None
    _wake(session)
    return found


def deliveries(
    session: Session, webhook: UUID, before: int | None, limit: int
) -> Sequence[Delivery]:
    """The log of a webhook's deliveries, newest first."""
    query = select(Delivery).where(Delivery.webhook == webhook)
    if before is not None:
        query = query.where(Delivery.id < before)
    return session.scalars(query.order_by(Delivery.id.desc()).limit(limit)).all()


def _check(url: str, *, loopback: bool) -> None:
    try:
        outward.check_url(url, loopback=loopback)
    except UrlRefused as refused:
        raise EndpointRefused(f"{refused}.", url=url[:200]) from refused


def _position(session: Session, cursor: int | None) -> int:
    end = queries.last(session)
    if cursor is not None and cursor > end:
        raise CursorUnreadable(
            f"{cursor} is no event's id, the last one is {end}; leave it out to begin now.",
            cursor=str(cursor),
        )
    return end if cursor is None else cursor


def _add_key(session: Session, hook: Webhook, now: datetime) -> WebhookKey:
    key = WebhookKey(id=new_key(), webhook=hook.id, created_at=now)
    session.add(key)
    session.flush()
    return key


def _wake(session: Session) -> None:
    """Tell the heralds; they hear it when this transaction is committed."""
    session.execute(text("SELECT pg_notify(:channel, '')"), {"channel": WEBHOOK_CHANNEL})
