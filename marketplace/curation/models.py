"""Keep what artists hand in; what became of it on the chain is the index's to say."""

from datetime import datetime

from sqlalchemy import Boolean, CheckConstraint, DateTime, ForeignKey, SmallInteger, Text, false
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from indexer.primitives import Address, AddressType, Hash32, Hash32Type
from marketplace.db import Base


class Dossier(Base):
    """Who an artist is, in their own words and works; named by the digest that goes on chain.

    A sealed one says what comparing its pictures found; nobody is helped to apply with another.
    """

    __tablename__ = "dossiers"

    digest: Mapped[Hash32] = mapped_column(Hash32Type, primary_key=True)
    artist: Mapped[Address] = mapped_column(AddressType, index=True)
    statement: Mapped[str] = mapped_column(Text)
    links: Mapped[list[str]] = mapped_column(JSONB)
    cid: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    is_sealed: Mapped[bool] = mapped_column(Boolean, server_default=false())

    samples: Mapped[list["DossierSample"]] = relationship(
        lazy="raise", order_by="DossierSample.position"
    )


class DossierSample(Base):
    """One picture of a dossier: the whole of it, and the size that pages show."""

    __tablename__ = "dossier_samples"
    __table_args__ = (CheckConstraint("width > 0 AND height > 0", "size"),)

    dossier: Mapped[Hash32] = mapped_column(
        Hash32Type, ForeignKey("dossiers.digest"), primary_key=True
    )
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    original_cid: Mapped[str] = mapped_column(Text)
    display_cid: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    width: Mapped[int]
    height: Mapped[int]
