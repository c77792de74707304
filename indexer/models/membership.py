"""Keep who is a member of the DAO, and for whom votes count."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed
from indexer.primitives import Address


class MemberAdmission(Placed):
    """Somebody became a member of the DAO."""

    __tablename__ = "member_admissions"

    member: Mapped[int] = mapped_column(unique=True)
    holder: Mapped[Address] = mapped_column(index=True)


class MemberRemoval(Placed):
    """A membership ended: the DAO took it away for a reason, or its holder left without one."""

    __tablename__ = "member_removals"

    member: Mapped[int] = mapped_column(unique=True)
    holder: Mapped[Address] = mapped_column(index=True)
    reason: Mapped[str]


class Delegation(Placed):
    """A member's vote now counts for the delegate."""

    __tablename__ = "delegations"
    __table_args__ = (Index(None, "delegator", "block_number", "log_index"),)

    delegator: Mapped[Address]
    delegate: Mapped[Address]


class VoteWeight(Placed):
    """How many votes a delegate has from this place on."""

    __tablename__ = "vote_weights"
    __table_args__ = (Index(None, "delegate", "block_number", "log_index"),)

    delegate: Mapped[Address]
    previous_votes: Mapped[Amount]
    new_votes: Mapped[Amount]
