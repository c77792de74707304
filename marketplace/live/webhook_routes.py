"""Let people have events sent to servers of theirs: subscribe, try out, look after, end."""

from datetime import UTC, datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi import Path as InPath
from sqlalchemy.orm import Session

from indexer.primitives import Address
from marketplace import cursor
from marketplace.auth import Signed
from marketplace.dependency import SettingsDep, Unit
from marketplace.live import parcel
from marketplace.live import webhook as webhooks
from marketplace.live.models import Webhook, WebhookKey
from marketplace.live.seal import Seal
from marketplace.live.webhook_schemas import (
    DeliveriesAnswer,
    DeliveryAnswer,
    KeyAnswer,
    NewKeyAnswer,
    NewWebhookAnswer,
    ReplayRequest,
    WebhookAnswer,
    WebhookChange,
    WebhookRequest,
    WebhooksAnswer,
)

PAGE: Final = 50

router = APIRouter(prefix="/api/v1/webhooks", tags=["webhooks"])


def _seal(request: Request) -> Seal:
    seal: Seal = request.app.state.seal
    return seal


def _now() -> datetime:
    return datetime.now(UTC)


SealDep = Annotated[Seal, Depends(_seal)]
Now = Annotated[datetime, Depends(_now)]
Number = Annotated[int, InPath(ge=1, le=2**63 - 1)]


def _own(id_: UUID, owner: Signed, unit: Unit) -> Webhook:
    return webhooks.find(unit, owner, id_)


Own = Annotated[Webhook, Depends(_own, scope="function")]


@router.get("")
def list_webhooks(owner: Signed, unit: Unit, now: Now) -> WebhooksAnswer:
    """Your webhooks."""
    return read_all(unit, owner, now)


@router.post("", status_code=201)
def subscribe(
    content: WebhookRequest,
    owner: Signed,
    unit: Unit,
    settings: SettingsDep,
    seal: SealDep,
    now: Now,
    response: Response,
) -> NewWebhookAnswer:
    """Have events sent; the answer holds the first key's secret, which is not shown again."""
    hook, key = webhooks.subscribe(
        unit,
        owner,
        content.url,
        content.topics,
        None if content.cursor is None else int(content.cursor),
        now,
        loopback=settings.webhooks_to_loopback,
    )
    response.headers["Location"] = f"{router.prefix}/{hook.id}"
    response.headers["Cache-Control"] = "no-store"
    return NewWebhookAnswer(id=hook.id, webhook=_answer(unit, hook, now), key=_shown(key, seal))


@router.get("/{id_}")
def read(hook: Own, unit: Unit, now: Now) -> WebhookAnswer:
    """One webhook, its keys, and whether it sleeps."""
    return _answer(unit, hook, now)


@router.patch("/{id_}")
def change(
    content: WebhookChange, hook: Own, unit: Unit, settings: SettingsDep, now: Now
) -> WebhookAnswer:
    """Send elsewhere or other topics, stop, or wake it."""
    webhooks.change(
        unit,
        hook,
        content.url,
        content.topics,
        content.is_active,
        loopback=settings.webhooks_to_loopback,
    )
    return _answer(unit, hook, now)


@router.delete("/{id_}", status_code=204)
def remove(hook: Own, unit: Unit) -> None:
    """End it; its keys and the log of its deliveries go with it."""
    unit.delete(hook)


@router.post("/{id_}/keys", status_code=201)
def add_key(hook: Own, unit: Unit, seal: SealDep, now: Now, response: Response) -> NewKeyAnswer:
    """Add a key; for a day the old ones sign beside it. Its secret is shown this once."""
    response.headers["Cache-Control"] = "no-store"
    return _shown(webhooks.rotate(unit, hook, now), seal)


@router.delete("/{id_}/keys/{key}", status_code=204)
def end_key(hook: Own, unit: Unit, now: Now, key: Annotated[str, InPath(max_length=40)]) -> None:
    """Let a key sign no more, from now on."""
    webhooks.end_key(unit, hook, key, now)


@router.post("/{id_}/ping", status_code=202)
def ping(hook: Own, unit: Unit, now: Now) -> DeliveryAnswer:
    """Have something sent now, to try the endpoint out; look at the deliveries for what came."""
    return DeliveryAnswer.of(webhooks.try_out(unit, hook, now))


@router.post("/{id_}/replay", status_code=202)
def replay(content: ReplayRequest, hook: Own, unit: Unit, now: Now) -> WebhookAnswer:
    """Have everything after an event sent once more."""
    webhooks.replay(unit, hook, int(content.cursor), now)
    return _answer(unit, hook, now)


@router.get("/{id_}/deliveries")
def list_deliveries(
    hook: Own,
    unit: Unit,
    after: Annotated[str | None, Query(alias="cursor", max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=PAGE)] = PAGE,
) -> DeliveriesAnswer:
    """What was sent and what came of it, newest first; kept for thirty days."""
    before = int(cursor.read(after, int)[0]) if after else None
    found = webhooks.deliveries(unit, hook.id, before, limit + 1)
    return DeliveriesAnswer(
        deliveries=[DeliveryAnswer.of(one) for one in found[:limit]],
        next=cursor.write(found[limit - 1].id) if len(found) > limit else None,
    )


@router.post("/{id_}/deliveries/{number}/again", status_code=202)
def send_again(hook: Own, unit: Unit, number: Number, now: Now) -> DeliveryAnswer:
    """Send one event once more."""
    return DeliveryAnswer.of(webhooks.again(unit, hook, number, now))


def read_all(unit: Session, owner: Address, now: datetime) -> WebhooksAnswer:
    """Somebody's webhooks as they see them."""
    return WebhooksAnswer(webhooks=[_answer(unit, hook, now) for hook in webhooks.own(unit, owner)])


def _answer(unit: Session, hook: Webhook, now: datetime) -> WebhookAnswer:
    keys = [KeyAnswer.model_validate(key) for key in parcel.keys(unit, hook.id, now)]
    return WebhookAnswer.of(hook, keys)


def _shown(key: WebhookKey, seal: Seal) -> NewKeyAnswer:
    return NewKeyAnswer.of(key, seal.secret(key.id))
