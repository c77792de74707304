"""Keep who agreed to be asked, the pictures they are asked about, and what they said: append only.

An event is never changed. A person who wants theirs gone has them deleted, all of them.
"""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    UniqueConstraint,
    func,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from indexer.primitives import Address, AddressType, Hash32, Hash32Type, Uint256
from marketplace.db import Base

KINDS: Final = ("pair", "rating", "feeling", "dwell")
LISTED: Final = ", ".join(f"'{kind}'" for kind in KINDS)


class Consent(Base):
    """A person's agreement that what they say of pictures is kept and learnt from."""

    __tablename__ = "taste_consents"

    person: Mapped[Address] = mapped_column(AddressType, primary_key=True)
    given_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Picture(Base):
    """A picture that people are asked about: a work, a study of the house, or an artist's sketch.

    `features` are in 1/65536; without them (`fault` says why) nobody is asked about it.
    """

    __tablename__ = "taste_pictures"
    __table_args__ = (Index(None, "features_digest", "source"),)

    sha256: Mapped[str] = mapped_column(Text, primary_key=True)
    source: Mapped[str] = mapped_column(Text)  # work, study, sketch
    work: Mapped[int | None] = mapped_column(Uint256, unique=True)
    study: Mapped[str | None] = mapped_column(Text, unique=True)
    sketch: Mapped[UUID | None] = mapped_column(unique=True)
    address: Mapped[str | None] = mapped_column(
        Text
    )  # where pages find it; of studies the pages know
    title: Mapped[str] = mapped_column(Text)
    features: Mapped[list[int] | None] = mapped_column(ARRAY(Integer))
    features_digest: Mapped[str] = mapped_column(Text)
    fault: Mapped[str | None] = mapped_column(Text)
    measured_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class Question(Base):
    """The question that a person has not answered yet."""

    __tablename__ = "taste_questions"

    person: Mapped[Address] = mapped_column(AddressType, primary_key=True)
    id: Mapped[UUID] = mapped_column(unique=True)
    pictures: Mapped[str] = mapped_column(Text)  # where they are from: gallery, or a sheet's id
    left: Mapped[str] = mapped_column(ForeignKey("taste_pictures.sha256"))
    right: Mapped[str] = mapped_column(ForeignKey("taste_pictures.sha256"))
    # How likely the left one was thought to be chosen, before it was asked.
    foreseen_permille: Mapped[int] = mapped_column(SmallInteger)
    is_thrown: Mapped[bool] = mapped_column(Boolean)


class Feedback(Base):
    """One thing that a person said or did about a picture, or about two.

    Of a pair, `picture` is the one whose name sorts first; `value` says which was chosen: 1 this
    one, 2 the other, 0 neither. Of a rating it is the stars, of a feeling the valence (-100 to
    100), of looking the seconds.
    """

    __tablename__ = "feedback"
    __table_args__ = (
        CheckConstraint(f"kind IN ({LISTED})", name="kind"),
        CheckConstraint("(kind = 'pair') = (other IS NOT NULL)", name="pair"),
        CheckConstraint("picture < other", name="order"),
        UniqueConstraint("person", "picture", "other"),  # one person, one vote on a pair
        Index(None, "person", "created_at"),
        Index(None, "picture"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    person: Mapped[Address] = mapped_column(AddressType)
    kind: Mapped[str] = mapped_column(Text)
    picture: Mapped[str] = mapped_column(ForeignKey("taste_pictures.sha256"))
    other: Mapped[str | None] = mapped_column(ForeignKey("taste_pictures.sha256"))
    value: Mapped[int] = mapped_column(SmallInteger)
    # Arousal and words of a feeling; of a pair, which stood left and what was foreseen.
    details: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class Ballot(Base):
    """A member's signed choices: what the members' own model is trained from, in public."""

    __tablename__ = "taste_ballots"
    __table_args__ = (UniqueConstraint("member", "nonce"),)

    digest: Mapped[Hash32] = mapped_column(Hash32Type, primary_key=True)
    member: Mapped[Address] = mapped_column(AddressType)
    choices: Mapped[list[list[str]]] = mapped_column(JSONB)  # better, worse
    nonce: Mapped[int] = mapped_column(BigInteger)
    deadline: Mapped[int] = mapped_column(BigInteger)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())


class Model(Base):
    """A taste that was trained from a published set of votes; whether it counts the chain says."""

    __tablename__ = "taste_models"

    digest: Mapped[str] = mapped_column(Text, primary_key=True)  # of the checkpoint
    content: Mapped[bytes] = mapped_column(LargeBinary)  # the checkpoint
    votes_cid: Mapped[str] = mapped_column(Text, unique=True)
    votes_sha256: Mapped[str] = mapped_column(Text)
    features_digest: Mapped[str] = mapped_column(Text)
    ballots: Mapped[int] = mapped_column(Integer)
    members: Mapped[int] = mapped_column(Integer)
    choices: Mapped[int] = mapped_column(Integer)
    held_out: Mapped[int] = mapped_column(Integer)
    foreseen: Mapped[int] = mapped_column(Integer)  # of those held out
    trained_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), server_default=func.now())
