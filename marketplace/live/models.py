"""Keep what was told, in the order in which it was told; nothing here is ever dropped."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    ForeignKey,
    Identity,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from indexer.primitives import Hash32, Hash32Type
from marketplace.db import Base

STANDS = text("retracts IS NULL AND NOT is_retracted")


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
