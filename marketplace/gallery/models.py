"""Keep what sellers signed, and what the metadata of works made elsewhere says."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Index,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    func,
)
from sqlalchemy.dialects.postgresql import JSON, JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from indexer.models import IS_VIEW
from indexer.primitives import Address, AddressType, Hash32, Hash32Type, Uint256
from marketplace.db import Base


class Listing(Base):
    """A listing as its seller signed it; whether it is live is a question to the index."""

    __tablename__ = "listings"
    __table_args__ = (
        CheckConstraint("price > 0", name="price"),
        Index(None, "work", "price"),
        Index(None, "created_at", "digest"),
        Index(None, "currency", "price", "digest"),
    )

    digest: Mapped[Hash32] = mapped_column(Hash32Type, primary_key=True)
    work: Mapped[int] = mapped_column(Uint256)
    seller: Mapped[Address] = mapped_column(AddressType, index=True)
    currency: Mapped[Address] = mapped_column(AddressType)  # the zero address: ether
    price: Mapped[int] = mapped_column(Uint256)
    max_fee_bps: Mapped[int] = mapped_column(SmallInteger)
    transfer_count: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    epoch: Mapped[int] = mapped_column(Uint256)
    buyer: Mapped[Address] = mapped_column(AddressType)  # the zero address: anybody
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    listed_block: Mapped[int] = mapped_column(BigInteger)  # the head of the index at the time
    listed_at: Mapped[int] = mapped_column(BigInteger)  # and its timestamp: chain time
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class WorkMetadata(Base):
    """Metadata that was fetched and checked, or why it could not be; never for our own works."""

    __tablename__ = "work_metadata"
    __table_args__ = (
        Index(
            None,
            "content",
            postgresql_using="gin",
            postgresql_ops={"content": "jsonb_path_ops"},
        ),
    )

    work: Mapped[int] = mapped_column(Uint256, primary_key=True)
    content: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    fault: Mapped[str | None] = mapped_column(Text)
    looked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class WorkCard(Base):
    """What lists and searches need of a work's metadata; the database fills it by itself.

    `search` holds title, prompt and description: English by its words, signs two by two.
    """

    __tablename__ = "work_cards"
    __table_args__ = (Index(None, "search", postgresql_using="gin"),)

    work: Mapped[int] = mapped_column(Uint256, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    provenance: Mapped[str] = mapped_column(Text)
    is_sensitive: Mapped[bool] = mapped_column(Boolean)
    licence: Mapped[str] = mapped_column(Text)
    artefact: Mapped[dict[str, Any]] = mapped_column(JSON)  # as text, which is how it is read
    preview: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    recipe_digest: Mapped[Hash32 | None] = mapped_column(Hash32Type, index=True)
    plan_sha256: Mapped[str | None] = mapped_column(Text)
    search: Mapped[Any] = mapped_column(TSVECTOR)


class Standing(Base):
    """A view: each listing beside all that decides whether the contract would honour it now."""

    __table__ = Table(
        "listing_standings",
        Base.metadata,
        Column("digest", Hash32Type, primary_key=True),
        Column("owner", AddressType),
        Column("current_count", BigInteger),
        Column("current_epoch", Uint256),
        Column("is_cancelled", Boolean),
        Column("is_sold", Boolean),
        Column("is_trusted", Boolean),
        Column("fee_bps", SmallInteger),
        Column("timestamp", BigInteger),
        Column("is_live", Boolean),
        info={IS_VIEW: True},
    )

    digest: Mapped[Hash32]
    owner: Mapped[Address]
    current_count: Mapped[int]
    current_epoch: Mapped[int]
    is_cancelled: Mapped[bool]
    is_sold: Mapped[bool]
    is_trusted: Mapped[bool]
    fee_bps: Mapped[int]
    timestamp: Mapped[int]
    is_live: Mapped[bool]
