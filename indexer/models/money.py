"""Keep what the contracts owe, pay out, keep and ask."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed, Small
from indexer.primitives import Address


class Credit(Placed):
    """A payment was refused by its payee and waits to be withdrawn."""

    __tablename__ = "credits"

    contract: Mapped[str]
    payee: Mapped[Address] = mapped_column(index=True)
    currency: Mapped[Address]
    amount: Mapped[Amount]


class Withdrawal(Placed):
    """A payee took the credit that waited."""

    __tablename__ = "withdrawals"

    contract: Mapped[str]
    payee: Mapped[Address] = mapped_column(index=True)
    currency: Mapped[Address]
    amount: Mapped[Amount]


class Fee(Placed):
    """A contract's fees, from this place on: of an artist's own sale, and of every other."""

    __tablename__ = "fees"

    contract: Mapped[str]
    primary_fee_bps: Mapped[Small]
    secondary_fee_bps: Mapped[Small]


class Sweep(Placed):
    """A contract's fees went to the treasury."""

    __tablename__ = "sweeps"

    contract: Mapped[str]
    currency: Mapped[Address]
    amount: Mapped[Amount]


class SalePause(Placed):
    """A contract sells no more, or sells again."""

    __tablename__ = "sale_pauses"

    contract: Mapped[str]
    is_paused: Mapped[bool]


class CurrencyTerm(Placed):
    """A token may pay, or may no longer."""

    __tablename__ = "currency_terms"
    __table_args__ = (Index(None, "currency", "block_number", "log_index"),)

    currency: Mapped[Address]
    is_allowed: Mapped[bool]
