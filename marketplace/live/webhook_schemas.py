"""Say what webhooks are asked for with, and how they and their deliveries are."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from marketplace.adapters.outward import LONGEST_URL
from marketplace.live.models import Delivery, DeliveryState, Webhook, WebhookKey
from marketplace.live.topic import Topic

Url = Annotated[str, Field(min_length=1, max_length=LONGEST_URL)]
Topics = Annotated[list[Topic], Field(max_length=len(Topic), description="None: all of them.")]
CursorText = Annotated[str, Field(pattern=r"^[0-9]{1,18}$")]


class Request(BaseModel):
    """What nobody asked for is refused, so that a misspelt wish is not overheard."""

    model_config = ConfigDict(extra="forbid")


class WebhookRequest(Request):
    """Where to send, and what; with a cursor, beginning with what was told after it."""

    url: Url
    topics: Topics = []
    cursor: CursorText | None = None


class WebhookChange(Request):
    """What is left out stays as it is."""

    url: Url | None = None
    topics: Topics | None = None
    is_active: bool | None = None


class ReplayRequest(Request):
    """After which event to begin once more; 0: at the beginning."""

    cursor: CursorText


class KeyAnswer(BaseModel):
    """A key that signs, and until when if another is about to replace it."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    created_at: datetime
    ends_at: datetime | None


class NewKeyAnswer(KeyAnswer):
    """A key with its secret: keep it, it is not shown again."""

    secret: str

    @classmethod
    def of(cls, key: WebhookKey, secret: str) -> Self:
        """A key that was made just now."""
        known = KeyAnswer.model_validate(key)
        return cls(**known.model_dump(), secret=secret)


class WebhookAnswer(BaseModel):
    """A webhook as its owner sees it."""

    id: UUID
    url: str
    topics: list[Topic]
    created_at: datetime
    cursor: str = Field(description="Up to which event deliveries were made ready.")
    is_active: bool
    asleep: str | None = Field(description="Why nothing is sent.")
    failing_since: datetime | None
    keys: list[KeyAnswer]

    @classmethod
    def of(cls, hook: Webhook, keys: list[KeyAnswer]) -> Self:
        """Say how it is."""
        return cls(
            id=hook.id,
            url=hook.url,
            topics=[Topic(topic) for topic in hook.topics],
            created_at=hook.created_at,
            cursor=str(hook.position),
            is_active=hook.asleep is None,
            asleep=hook.asleep,
            failing_since=hook.failing_since,
            keys=keys,
        )


class NewWebhookAnswer(BaseModel):
    """A webhook and its first key's secret, which is not shown again."""

    id: UUID
    webhook: WebhookAnswer
    key: NewKeyAnswer


class WebhooksAnswer(BaseModel):
    """All of somebody's webhooks."""

    webhooks: list[WebhookAnswer]


class DeliveryAnswer(BaseModel):
    """One delivery and its last attempt; `event` is none for a try-out."""

    id: str
    event: str | None
    state: DeliveryState
    made_at: datetime
    due_at: datetime | None
    attempts: int
    tried_at: datetime | None
    milliseconds: int | None
    status: int | None
    said: str | None

    @classmethod
    def of(cls, made: Delivery) -> Self:
        """Say how it went so far."""
        return cls(
            id=str(made.id),
            event=None if made.announcement is None else str(made.announcement),
            state=made.state,
            made_at=made.made_at,
            due_at=made.due_at if made.state == "waiting" else None,
            attempts=made.attempts,
            tried_at=made.tried_at,
            milliseconds=made.milliseconds,
            status=made.status,
            said=made.said,
        )


class DeliveriesAnswer(BaseModel):
    """A page of the log, newest first; `next` is the cursor of the page after it."""

    deliveries: list[DeliveryAnswer]
    next: str | None
