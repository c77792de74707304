"""Keep what was told, in the order in which it was told, and to whom it is to be sent."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from indexer.primitives import Address, AddressType, Hash32, Hash32Type
from marketplace.db import Base

STANDS = text("retracts IS NULL AND NOT is_retracted")
WAITS = text("state = 'waiting'")

DeliveryState = Literal["waiting", "delivered", "dead"]


class Announcement(Base):
    """One event of the index, as it was when it was told; or that it is withdrawn.

    `retracts` names the announcement that a reorganisation took back; that one says so of itself,
    too, so that what still stands is found without reading everything.
    """

    __tablename__ = "announcements"
    __table_args__ = (
        CheckConstraint("retracts < sequence", name="order"),
        UniqueConstraint("retracts"),
        Index("ix_announcements_standing", "block_number", postgresql_where=STANDS),
    )

    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    retracts: Mapped[int | None] = mapped_column(
        BigInteger, ForeignKey("announcements.sequence", name="fk_announcements_retracts")
    )
    is_retracted: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    contract: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    block_number: Mapped[int] = mapped_column(BigInteger)
    block_hash: Mapped[Hash32] = mapped_column(Hash32Type)
    timestamp: Mapped[int] = mapped_column(BigInteger)
    log_index: Mapped[int] = mapped_column(BigInteger)
    transaction_hash: Mapped[Hash32] = mapped_column(Hash32Type)
    arguments: Mapped[dict[str, Any]] = mapped_column(JSONB)


class Telling(Base):
    """Of which chain it was told, and up to where nothing will be taken back: one row."""

    __tablename__ = "tellings"

    genesis_hash: Mapped[Hash32] = mapped_column(Hash32Type, primary_key=True)
    deployment_block: Mapped[int] = mapped_column(BigInteger)
    final_number: Mapped[int] = mapped_column(BigInteger)


class Webhook(Base):
    """Somebody's wish that events be sent to an address, and how that goes.

    `position` is the announcement up to which deliveries were made ready. A lease says that a
    herald is about to send; one that died is followed by another when it has run out.
    """

    __tablename__ = "webhooks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner: Mapped[Address] = mapped_column(AddressType, index=True)
    url: Mapped[str] = mapped_column(Text)
    topics: Mapped[list[str]] = mapped_column(ARRAY(Text))  # none: all
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    position: Mapped[int] = mapped_column(BigInteger)
    asleep: Mapped[str | None] = mapped_column(Text)  # why nothing is sent; None: it is sent
    failures: Mapped[int] = mapped_column(Integer, server_default=text("0"))  # one after the other
    failing_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    rests_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    lease: Mapped[UUID | None]
    leased_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class WebhookKey(Base):
    """A key that deliveries are signed with; the secret follows from its name and is not here."""

    __tablename__ = "webhook_keys"

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    webhook: Mapped[UUID] = mapped_column(ForeignKey(Webhook.id, ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    ends_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Delivery(Base):
    """One event on its way to one webhook, or a try-out where it names none."""

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'delivered', 'dead')", name="state"),
        UniqueConstraint("webhook", "announcement"),
        Index("ix_deliveries_due", "webhook", "due_at", postgresql_where=WAITS),
        Index(None, "webhook", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    webhook: Mapped[UUID] = mapped_column(ForeignKey(Webhook.id, ondelete="CASCADE"))
    announcement: Mapped[int | None] = mapped_column(ForeignKey(Announcement.sequence))
    made_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    state: Mapped[DeliveryState] = mapped_column(Text, server_default="waiting")
    due_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    attempts: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    tried_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    milliseconds: Mapped[int | None] = mapped_column(Integer)
    status: Mapped[int | None] = mapped_column(Integer)  # None: there was no answer
    said: Mapped[str | None] = mapped_column(Text)  # how the answer began, or why there was none
