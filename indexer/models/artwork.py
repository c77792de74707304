"""Keep which works exist, where they went, and what artists and owners allow."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed, Small
from indexer.primitives import Address


class Work(Placed):
    """A work was minted."""

    __tablename__ = "works"
    __table_args__ = (Index(None, "artist", "block_number", "log_index"),)

    work: Mapped[Amount] = mapped_column(unique=True)
    artist: Mapped[Address]
    recipient: Mapped[Address]
    payer: Mapped[Address]
    royalty_bps: Mapped[Small]
    currency: Mapped[Address]
    price: Mapped[Amount]
    fee: Mapped[Amount]


class Transfer(Placed):
    """A work changed hands; its mint is the transfer from the zero address."""

    __tablename__ = "transfers"
    __table_args__ = (Index(None, "work", "block_number", "log_index"),)

    work: Mapped[Amount]
    sender: Mapped[Address] = mapped_column(index=True)
    recipient: Mapped[Address] = mapped_column(index=True)


class VoucherEpoch(Placed):
    """An artist voided all vouchers signed with an earlier nonce."""

    __tablename__ = "voucher_epochs"
    __table_args__ = (Index(None, "artist", "block_number", "log_index"),)

    artist: Mapped[Address]
    nonce: Mapped[Amount]


class MarketTrust(Placed):
    """An owner opted out of, or back into, the market's built-in approval."""

    __tablename__ = "market_trusts"
    __table_args__ = (Index(None, "owner", "block_number", "log_index"),)

    owner: Mapped[Address]
    is_trusted: Mapped[bool]
