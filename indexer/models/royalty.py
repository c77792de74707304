"""Keep from which works a work was made, who shares its income, and what came in."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Item, Placed, Small
from indexer.primitives import Address


class Parent(Item):
    """A work was made from another; all its parents together inherit `parents_bps`."""

    __tablename__ = "parents"
    __table_args__ = (Index(None, "work", "position"),)

    work: Mapped[Amount]
    parent: Mapped[Amount] = mapped_column(index=True)
    parents_bps: Mapped[Small]


class Share(Placed):
    """A payee has a part of a work's income."""

    __tablename__ = "shares"

    work: Mapped[Amount] = mapped_column(index=True)
    payee: Mapped[Address] = mapped_column(index=True)
    bps: Mapped[Small]


class ConsentEpoch(Placed):
    """A payee voided every consent to a share that was signed for an earlier epoch."""

    __tablename__ = "consent_epochs"
    __table_args__ = (Index(None, "payee", "block_number", "log_index"),)

    payee: Mapped[Address]
    epoch: Mapped[Amount]


class Income(Placed):
    """A work earned something, to be shared when somebody asks."""

    __tablename__ = "incomes"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    currency: Mapped[Address]
    payer: Mapped[Address]
    amount: Mapped[Amount]


class Inheritance(Placed):
    """A parent's part of a work's income became the parent's, one generation further."""

    __tablename__ = "inheritances"
    __table_args__ = (Index(None, "parent", "block_number", "log_index"),)

    parent: Mapped[Amount]
    work: Mapped[Amount] = mapped_column(index=True)
    currency: Mapped[Address]
    amount: Mapped[Amount]
    generation: Mapped[Small]


class IncomeShare(Placed):
    """A payee's part of a work's income left, by push or as a credit."""

    __tablename__ = "income_shares"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    currency: Mapped[Address]
    payee: Mapped[Address] = mapped_column(index=True)
    amount: Mapped[Amount]
