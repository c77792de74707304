"""Keep who applied as an artist, who voted how, and what came of it."""

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed, Small
from indexer.primitives import Address, Hash32


class Application(Placed):
    """An artist applied."""

    __tablename__ = "applications"

    application: Mapped[int] = mapped_column(unique=True)
    artist: Mapped[Address] = mapped_column(index=True)
    dossier: Mapped[Hash32] = mapped_column(index=True)
    bond_wei: Mapped[Amount]
    snapshot: Mapped[int]
    closes_at: Mapped[int]
    quorum: Mapped[Amount]


class Vote(Placed):
    """A member's vote on an application; support is 0 against, 1 for, 2 abstain.

    Who voted in the first round has no vote in the second, the appeal. The reason is a text, or the
    digest of one that lies elsewhere; the other is empty.
    """

    __tablename__ = "votes"
    __table_args__ = (UniqueConstraint("application", "member"),)

    application: Mapped[int]
    member: Mapped[Address] = mapped_column(index=True)
    round: Mapped[Small]
    support: Mapped[Small]
    weight: Mapped[Amount]
    reason_digest: Mapped[Hash32]
    reason: Mapped[str]


class Decision(Placed):
    """A round ended: the artist was admitted, or rejected and cools down (0 where admitted)."""

    __tablename__ = "decisions"
    __table_args__ = (Index(None, "application", "block_number", "log_index"),)

    application: Mapped[int]
    artist: Mapped[Address] = mapped_column(index=True)
    is_admitted: Mapped[bool]
    votes_for: Mapped[Amount]
    votes_against: Mapped[Amount]
    abstentions: Mapped[Amount]
    cooldown_ends_at: Mapped[int]


class Appeal(Placed):
    """A rejected artist appealed: the application's second and last round."""

    __tablename__ = "appeals"

    application: Mapped[int] = mapped_column(unique=True)
    artist: Mapped[Address]
    statement: Mapped[Hash32]
    bond_wei: Mapped[Amount]
    closes_at: Mapped[int]
    quorum: Mapped[Amount]


class Revocation(Placed):
    """The DAO ends an admission at a time, or withdraws such an end (0)."""

    __tablename__ = "revocations"
    __table_args__ = (Index(None, "artist", "block_number", "log_index"),)

    artist: Mapped[Address]
    reason: Mapped[Hash32]
    effective_at: Mapped[int]
    cooldown_ends_at: Mapped[int]


class BondReturn(Placed):
    """A decided round's bond went back to the artist."""

    __tablename__ = "bond_returns"

    application: Mapped[int] = mapped_column(index=True)
    artist: Mapped[Address]
    amount_wei: Mapped[Amount]


class Endorsement(Placed):
    """A member vouches for an applicant."""

    __tablename__ = "endorsements"

    application: Mapped[int] = mapped_column(index=True)
    member: Mapped[Address] = mapped_column(index=True)


class CurationTerms(Placed):
    """The terms of applications, from this place on; times in seconds."""

    __tablename__ = "curation_terms"

    bond_wei: Mapped[Amount]
    voting_period: Mapped[int]
    cooldown: Mapped[int]
    revocation_notice: Mapped[int]
    quorum_bps: Mapped[Small]
    quorum_floor: Mapped[Small]
    endorsements: Mapped[Small]
