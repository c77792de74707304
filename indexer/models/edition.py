"""Keep which editions exist, and where their copies went."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Item, Placed, Small
from indexer.primitives import Address, Hash32


class Edition(Placed):
    """An edition was opened: its terms; 0 and the zero address where a term is left open."""

    __tablename__ = "editions"
    __table_args__ = (Index(None, "artist", "block_number", "log_index"),)

    edition: Mapped[Amount] = mapped_column(unique=True)
    artist: Mapped[Address]
    opener: Mapped[Address]
    royalty_bps: Mapped[Small]
    fee_bps: Mapped[Small]
    is_split: Mapped[bool]
    currency: Mapped[Address]
    price: Mapped[Amount]
    size: Mapped[int]
    opens_at: Mapped[int]
    closes_at: Mapped[int]
    public_at: Mapped[int]
    wallet_limit: Mapped[int]
    allowlist: Mapped[Hash32]


class CopyMint(Placed):
    """Copies were minted, numbered from `first_serial`; the price is that of all of them."""

    __tablename__ = "copy_mints"
    __table_args__ = (Index(None, "edition", "block_number", "log_index"),)

    edition: Mapped[Amount]
    artist: Mapped[Address]
    recipient: Mapped[Address] = mapped_column(index=True)
    payer: Mapped[Address]
    first_serial: Mapped[Amount]
    copies: Mapped[Amount]
    currency: Mapped[Address]
    price: Mapped[Amount]
    fee: Mapped[Amount]


class CopyTransfer(Item):
    """Copies changed hands; their mint is the transfer from the zero address."""

    __tablename__ = "copy_transfers"
    __table_args__ = (Index(None, "edition", "block_number", "log_index"),)

    edition: Mapped[Amount]
    sender: Mapped[Address] = mapped_column(index=True)
    recipient: Mapped[Address] = mapped_column(index=True)
    copies: Mapped[Amount]


class EditionFreeze(Placed):
    """There will never be more copies of an edition."""

    __tablename__ = "edition_freezes"

    edition: Mapped[Amount] = mapped_column(index=True)
    artist: Mapped[Address]
    copies: Mapped[Amount]
