"""Keep imprints of pictures, where each picture is shown, and what comparing them found."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    Text,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import BIT, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from indexer.primitives import Address, AddressType, Hash32, Hash32Type, Uint256
from marketplace.db import Base
from marketplace.resemblance.column import Vector

WIDTH: Final = 128
KINDS: Final = "'dossier', 'work'"


def _near(name: str, column: str, operators: str, where: str | None = None) -> Index:
    """An index that finds nearest neighbours (HNSW: Malkov and Yashunin 2016)."""
    return Index(
        name,
        column,
        postgresql_using="hnsw",
        postgresql_ops={column: operators},
        postgresql_where=None if where is None else text(where),
    )


class Imprint(Base):
    """What is kept of a picture to find its copies by; `sought` are the hashes it asks for."""

    __tablename__ = "imprints"
    __table_args__ = (
        _near("ix_imprints_layout", "layout", "vector_cosine_ops"),
        _near("ix_imprints_look", "look", "vector_cosine_ops"),
    )

    picture: Mapped[str] = mapped_column(Text, primary_key=True)  # its CID
    form: Mapped[int] = mapped_column(SmallInteger)
    model: Mapped[str | None] = mapped_column(Text)  # the digest of the weights the looks are by
    layout: Mapped[Any] = mapped_column(Vector(WIDTH))
    layout_mirrored: Mapped[Any] = mapped_column(Vector(WIDTH))
    look: Mapped[Any | None] = mapped_column(Vector(WIDTH))
    look_mirrored: Mapped[Any | None] = mapped_column(Vector(WIDTH))
    sought: Mapped[bytes] = mapped_column(LargeBinary)  # 8 bytes each
    edges: Mapped[bytes] = mapped_column(LargeBinary)
    height: Mapped[int] = mapped_column(SmallInteger)
    taken_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class ImprintHash(Base):
    """A hash of a view of a picture: plane 0 is light, 1 edges; view 0 is the whole picture."""

    __tablename__ = "imprint_hashes"
    __table_args__ = (
        _near("ix_imprint_hashes_light", "hash", "bit_hamming_ops", "plane = 0"),
        _near("ix_imprint_hashes_light_whole", "hash", "bit_hamming_ops", "plane = 0 AND view = 0"),
        _near("ix_imprint_hashes_edge", "hash", "bit_hamming_ops", "plane = 1"),
        _near("ix_imprint_hashes_edge_whole", "hash", "bit_hamming_ops", "plane = 1 AND view = 0"),
    )

    picture: Mapped[str] = mapped_column(
        ForeignKey("imprints.picture", ondelete="CASCADE"), primary_key=True
    )
    plane: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    view: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    hash: Mapped[str] = mapped_column(BIT(64))


class Showing(Base):
    """A picture in a dossier or a work; whether anybody may see it is the index's to say."""

    __tablename__ = "showings"
    __table_args__ = (CheckConstraint(f"kind IN ({KINDS})", name="kind"),)

    subject: Mapped[Hash32] = mapped_column(Hash32Type, primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    work: Mapped[int | None] = mapped_column(Uint256)
    artist: Mapped[Address] = mapped_column(AddressType)
    picture: Mapped[str] = mapped_column(ForeignKey("imprints.picture"), index=True)


class Check(Base):
    """One comparison of a subject's pictures, and the artist's answer to what it found."""

    __tablename__ = "resemblance_checks"
    __table_args__ = (
        CheckConstraint(f"kind IN ({KINDS})", name="kind"),
        CheckConstraint("state IN ('asked', 'checked', 'failed')", name="state"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    subject: Mapped[Hash32] = mapped_column(Hash32Type, unique=True)
    kind: Mapped[str] = mapped_column(Text)
    work: Mapped[int | None] = mapped_column(Uint256, unique=True)
    artist: Mapped[Address] = mapped_column(AddressType)
    pictures: Mapped[list[str]] = mapped_column(JSONB)  # their CIDs, in their order
    parents: Mapped[list[str]] = mapped_column(JSONB)  # digests of works it is remixed from
    state: Mapped[str] = mapped_column(Text)
    failure: Mapped[str | None] = mapped_column(Text)
    found: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    statement_cid: Mapped[str | None] = mapped_column(Text)
    signature: Mapped[bytes | None] = mapped_column(LargeBinary)
    attester: Mapped[Address | None] = mapped_column(AddressType)
    reason: Mapped[str] = mapped_column(Text, server_default="")
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
    checked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
