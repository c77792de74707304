"""The page on which somebody looks after webhooks of theirs."""

from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter, Response

from marketplace.dependency import SettingsDep, Unit
from marketplace.live import webhook as webhooks
from marketplace.live import webhook_routes
from marketplace.live.topic import Topic
from marketplace.live.webhook_schemas import DeliveryAnswer
from marketplace.web.page import PageDep

SHOWN: Final = 12  # deliveries of each

router = APIRouter(include_in_schema=False)


@router.get("/webhooks")
def look_after(page: PageDep, unit: Unit, settings: SettingsDep) -> Response:
    """Every webhook with its keys and what it was sent lately; a form for another."""
    person = page.viewer.address if page.viewer else None
    hooks = []
    if person is not None:
        hooks = webhook_routes.read_all(unit, person, datetime.now(UTC)).webhooks
    sent = {
        hook.id: [DeliveryAnswer.of(one) for one in webhooks.deliveries(unit, hook.id, None, SHOWN)]
        for hook in hooks
    }
    return page.show(
        "webhooks.html",
        section="/webhooks",
        hooks=hooks,
        sent=sent,
        topics=list(Topic),
        most=webhooks.MOST,
        loopback=settings.webhooks_to_loopback,
        moment=int(datetime.now(UTC).timestamp()),
    )
