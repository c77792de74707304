"""Keep which exhibitions the DAO curates, and which works win a place."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed, Small
from indexer.primitives import Address, Hash32


class Exhibition(Placed):
    """An exhibition takes nominations, then ballots; the brief is the digest of its text."""

    __tablename__ = "exhibitions"

    exhibition: Mapped[int] = mapped_column(unique=True)
    brief: Mapped[Hash32]
    snapshot: Mapped[int]
    nominations_until: Mapped[int]
    closes_at: Mapped[int]
    places: Mapped[Small]
    quota_per_artist: Mapped[Small]


class Nomination(Placed):
    """A work is a candidate; its number is its bit in a ballot."""

    __tablename__ = "nominations"
    __table_args__ = (Index(None, "exhibition", "candidate"),)

    exhibition: Mapped[int]
    work: Mapped[Amount] = mapped_column(index=True)
    member: Mapped[Address] = mapped_column(index=True)
    artist: Mapped[Address]
    candidate: Mapped[Small]


class Ballot(Placed):
    """A member approved of some candidates: a bit for each, the first nominated lowest."""

    __tablename__ = "ballots"
    __table_args__ = (Index(None, "exhibition", "member"),)

    exhibition: Mapped[int]
    member: Mapped[Address]
    approvals: Mapped[Amount]
    weight: Mapped[Amount]


class Exhibit(Placed):
    """A work won a place; ranks count from 1."""

    __tablename__ = "exhibits"
    __table_args__ = (Index(None, "exhibition", "rank"),)

    exhibition: Mapped[int]
    work: Mapped[Amount] = mapped_column(index=True)
    artist: Mapped[Address] = mapped_column(index=True)
    rank: Mapped[Small]
    approvals: Mapped[Amount]


class ExhibitionClosing(Placed):
    """The ballots of an exhibition are counted."""

    __tablename__ = "exhibition_closings"

    exhibition: Mapped[int] = mapped_column(unique=True)
    winner_count: Mapped[Small]
