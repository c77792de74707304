"""Keep what the DAO proposes, how it votes, and what it does."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed, Small
from indexer.primitives import Address


class Proposal(Placed):
    """Somebody proposed calls for the DAO to make; amounts in decimal, calldata in hex."""

    __tablename__ = "proposals"

    proposal: Mapped[Amount] = mapped_column(unique=True)
    proposer: Mapped[Address] = mapped_column(index=True)
    targets: Mapped[list[Any]]
    amounts: Mapped[list[Any]]
    signatures: Mapped[list[Any]]
    calldatas: Mapped[list[Any]]
    starts_at: Mapped[int]
    ends_at: Mapped[int]
    description: Mapped[str]


class ProposalVote(Placed):
    """A delegate's vote on a proposal; support is 0 against, 1 for, 2 abstain."""

    __tablename__ = "proposal_votes"
    __table_args__ = (Index(None, "proposal", "voter"),)

    proposal: Mapped[Amount]
    voter: Mapped[Address] = mapped_column(index=True)
    support: Mapped[Small]
    weight: Mapped[Amount]
    reason: Mapped[str]


class ProposalStep(Placed):
    """A proposal was extended, queued, executed or canceled.

    The second says until when it is open (extended) or from when on it may be executed (queued).
    """

    __tablename__ = "proposal_steps"
    __table_args__ = (Index(None, "proposal", "block_number", "log_index"),)

    proposal: Mapped[Amount]
    step: Mapped[str]
    second: Mapped[int]
