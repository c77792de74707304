"""Keep what bidders signed."""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Index,
    LargeBinary,
    Table,
    UniqueConstraint,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from indexer.models import IS_VIEW
from indexer.primitives import Address, AddressType, Hash32, Hash32Type, Uint256
from marketplace.db import Base


class Offer(Base):
    """An offer as its bidder signed it; whether it is live is a question to the index."""

    __tablename__ = "offers"
    __table_args__ = (
        CheckConstraint("price > 0", name="price"),
        UniqueConstraint("bidder", "nonce"),
        Index(None, "created_at", "digest"),
        Index(None, "currency", "price", "digest"),
    )

    digest: Mapped[Hash32] = mapped_column(Hash32Type, primary_key=True)
    bidder: Mapped[Address] = mapped_column(AddressType)
    work: Mapped[int | None] = mapped_column(Uint256, index=True)  # None: any
    artist: Mapped[Address | None] = mapped_column(AddressType, index=True)  # None: any
    copies: Mapped[int] = mapped_column(BigInteger)  # 0: a work of which there is one
    currency: Mapped[Address] = mapped_column(AddressType)
    price: Mapped[int] = mapped_column(Uint256)  # in the currency's smallest unit
    nonce: Mapped[int] = mapped_column(Uint256)
    expires_at: Mapped[int] = mapped_column(BigInteger)
    epoch: Mapped[int] = mapped_column(Uint256)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    offered_block: Mapped[int] = mapped_column(BigInteger)  # the head of the index at the time
    offered_at: Mapped[int] = mapped_column(BigInteger)  # and its timestamp: chain time
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class OfferStanding(Base):
    """A view: each offer beside all that the index knows of whether it would be honoured now.

    What the bidder holds of the currency, and lets the market take, no index knows.
    """

    __table__ = Table(
        "offer_standings",
        Base.metadata,
        Column("digest", Hash32Type, primary_key=True),
        Column("current_epoch", Uint256),
        Column("is_cancelled", Boolean),
        Column("is_taken", Boolean),
        Column("is_allowed", Boolean),
        Column("is_paused", Boolean),
        Column("timestamp", BigInteger),
        Column("is_live", Boolean),
        info={IS_VIEW: True},
    )

    digest: Mapped[Hash32]
    current_epoch: Mapped[int]
    is_cancelled: Mapped[bool]
    is_taken: Mapped[bool]
    is_allowed: Mapped[bool]  # whether the currency may still pay
    is_paused: Mapped[bool]  # whether the DAO has paused sales
    timestamp: Mapped[int]
    is_live: Mapped[bool]
