"""Keep commissions, their changes and looks, what was verified, and what the relayer signed."""

from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from indexer.primitives import Address, AddressType, Hash32, Hash32Type, Uint256
from marketplace.db import Base
from marketplace.metadata import Provenance
from marketplace.studio.state import State

STATES = ", ".join(f"'{state}'" for state in State)
PROVENANCES = ", ".join(f"'{one}'" for one in get_args(Provenance))
PATHS = {"metadata": "jsonb_path_ops"}  # what is said where, for questions of containment


class Commission(Base):
    """One work on its way from a recipe, or from the artist's own file, to a token."""

    __tablename__ = "commissions"
    __table_args__ = (
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint("progress_permille BETWEEN 0 AND 1000", name="progress"),
        CheckConstraint(f"provenance IN ({PROVENANCES})", name="provenance"),
        # What is made here has a recipe; what was submitted has the digest of its file instead.
        CheckConstraint(
            "CASE WHEN provenance = 'submitted' "
            "THEN num_nonnulls(recipe, recipe_digest) = 0 AND upload_sha256 IS NOT NULL "
            "ELSE num_nulls(recipe, recipe_digest) = 0 AND upload_sha256 IS NULL END",
            name="origin",
        ),
        UniqueConstraint("artist", "idempotency_key"),
        Index(None, "artist", "created_at"),
        Index(None, "metadata", postgresql_using="gin", postgresql_ops=PATHS),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    artist: Mapped[Address] = mapped_column(AddressType)
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    provenance: Mapped[Provenance] = mapped_column(Text, server_default="rerunnable")
    recipe: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    recipe_digest: Mapped[Hash32 | None] = mapped_column(Hash32Type, unique=True)
    upload_sha256: Mapped[Hash32 | None] = mapped_column(Hash32Type, unique=True)
    idempotency_key: Mapped[str | None] = mapped_column(Text)
    state: Mapped[State] = mapped_column(Text)
    progress_permille: Mapped[int] = mapped_column(SmallInteger, default=0)
    stage: Mapped[str] = mapped_column(Text, default="")
    failure: Mapped[str | None] = mapped_column(Text)
    # Grows with everything that a watcher is told, so that who comes back says what it knows.
    revision: Mapped[int] = mapped_column(BigInteger, server_default="0")
    begun_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    artefact_cid: Mapped[str | None] = mapped_column(Text)
    artefact_sha256: Mapped[str | None] = mapped_column(Text)
    content: Mapped[dict[str, Any] | None] = mapped_column("metadata", JSONB(none_as_null=True))
    metadata_cid: Mapped[str | None] = mapped_column(Text)
    work: Mapped[int | None] = mapped_column(Uint256, unique=True)
    voucher: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    voucher_signature: Mapped[bytes | None] = mapped_column(LargeBinary)
    transaction_hash: Mapped[Hash32 | None] = mapped_column(Hash32Type)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now(), onupdate=func.now()
    )


class Preview(Base):
    """The newest small picture of what is being made; gone when the thing itself is there."""

    __tablename__ = "previews"

    subject: Mapped[UUID] = mapped_column(primary_key=True)  # a commission, or a sketch
    content: Mapped[bytes] = mapped_column(LargeBinary)
    media_type: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)


class Sheet(Base):
    """A contact sheet: one recipe in several variants, or what the muse found, for a few days.

    `wish` says what was asked of the muse or its guide, and from which sketch a sheet goes on.
    """

    __tablename__ = "sheets"
    __table_args__ = (
        UniqueConstraint("artist", "idempotency_key"),
        Index(None, "artist", "created_at"),
        Index(None, "expires_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    artist: Mapped[Address] = mapped_column(AddressType)
    varies: Mapped[str] = mapped_column(Text)
    number: Mapped[int] = mapped_column(SmallInteger)  # of sketches asked for, also once discarded
    wish: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    request_digest: Mapped[Hash32] = mapped_column(Hash32Type)
    idempotency_key: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    expires_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Sketch(Base):
    """One variant: a recipe, and (under its id in `previews`) a small look of what it makes.

    What the muse shall find has no recipe until it has; then it has reasons, too.
    """

    __tablename__ = "sketches"
    __table_args__ = (
        CheckConstraint("state IN ('asked', 'drawn', 'failed')", name="state"),
        CheckConstraint("progress_permille BETWEEN 0 AND 1000", name="progress"),
        UniqueConstraint("sheet", "number"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    sheet: Mapped[UUID] = mapped_column(ForeignKey("sheets.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(SmallInteger)
    recipe: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    reasons: Mapped[list[dict[str, Any]] | None] = mapped_column(JSONB(none_as_null=True))
    state: Mapped[str] = mapped_column(Text)
    progress_permille: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    stage: Mapped[str] = mapped_column(Text, server_default="")
    failure: Mapped[str | None] = mapped_column(Text)
    revision: Mapped[int] = mapped_column(BigInteger, server_default="0")
    begun_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now(), onupdate=func.now()
    )


class Verification(Base):
    """A work made again because somebody asked, and what came of it."""

    __tablename__ = "verifications"
    __table_args__ = (
        CheckConstraint("state IN ('asked', 'judged', 'failed')", name="state"),
        CheckConstraint("progress_permille BETWEEN 0 AND 1000", name="progress"),
        # One run of a work at a time.
        Index(
            "uq_verifications_work_asked",
            "work",
            unique=True,
            postgresql_where=text("state = 'asked'"),
        ),
        Index(None, "work", "created_at"),
        Index(None, "asker", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    work: Mapped[int] = mapped_column(Uint256)
    asker: Mapped[str | None] = mapped_column(Text)  # a digest, and that for a day only
    state: Mapped[str] = mapped_column(Text)
    progress_permille: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    stage: Mapped[str] = mapped_column(Text, server_default="")
    failure: Mapped[str | None] = mapped_column(Text)
    revision: Mapped[int] = mapped_column(BigInteger, server_default="0")
    found: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    # Of the newest run of a work alone: what was made again, and where it differs.
    again: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    difference: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    begun_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    updated_at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now(), onupdate=func.now()
    )


class Turn(Base):
    """Up to where an artist's jobs have been given their places in the studio's queue."""

    __tablename__ = "turns"

    artist: Mapped[Address] = mapped_column(AddressType, primary_key=True)
    next: Mapped[int] = mapped_column(BigInteger)


class CommissionChange(Base):
    """One change of state: the audit trail that progress and people read."""

    __tablename__ = "commission_changes"

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    commission: Mapped[UUID] = mapped_column(ForeignKey("commissions.id"), index=True)
    state: Mapped[State] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.clock_timestamp()
    )
    detail: Mapped[str] = mapped_column(Text, default="")


class RelayTransaction(Base):
    """The raw bytes of a transaction, stored before they are sent: only they are ever re-sent."""

    __tablename__ = "relay_transactions"

    chain_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    nonce: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    raw: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[Hash32] = mapped_column(Hash32Type, unique=True)
    commission: Mapped[UUID] = mapped_column(ForeignKey("commissions.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
