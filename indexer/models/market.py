"""Keep which orders were filled, and which never will be."""

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from indexer.place import Amount, Placed
from indexer.primitives import Address, Hash32


class Sale(Placed):
    """A work was bought by an order: a listing, a bundle (one sale a work) or an offer."""

    __tablename__ = "sales"
    __table_args__ = (
        UniqueConstraint("order_digest", "work"),
        Index(None, "work", "block_number", "log_index"),
    )

    work: Mapped[Amount]
    order_digest: Mapped[Hash32]
    seller: Mapped[Address] = mapped_column(index=True)
    buyer: Mapped[Address] = mapped_column(index=True)
    currency: Mapped[Address]
    price: Mapped[Amount]
    fee: Mapped[Amount]
    royalty: Mapped[Amount]
    royalty_receiver: Mapped[Address]


class OrderCancellation(Placed):
    """A seller cancelled one order."""

    __tablename__ = "order_cancellations"

    order_digest: Mapped[Hash32] = mapped_column(unique=True)
    account: Mapped[Address]


class OrderEpoch(Placed):
    """An account cancelled all orders signed for an earlier epoch."""

    __tablename__ = "order_epochs"
    __table_args__ = (Index(None, "account", "block_number", "log_index"),)

    account: Mapped[Address]
    epoch: Mapped[Amount]


class EditionSale(Placed):
    """Copies of an edition were bought by an order, once or in parts; the price is that of all."""

    __tablename__ = "edition_sales"
    __table_args__ = (Index(None, "edition", "block_number", "log_index"),)

    edition: Mapped[Amount]
    order_digest: Mapped[Hash32] = mapped_column(index=True)
    seller: Mapped[Address] = mapped_column(index=True)
    buyer: Mapped[Address] = mapped_column(index=True)
    copies: Mapped[Amount]
    currency: Mapped[Address]
    price: Mapped[Amount]
    fee: Mapped[Amount]
    royalty: Mapped[Amount]
    royalty_receiver: Mapped[Address]


class OfferCancellation(Placed):
    """A bidder spent a nonce: no offer that names it holds."""

    __tablename__ = "offer_cancellations"
    __table_args__ = (Index(None, "bidder", "nonce"),)

    bidder: Mapped[Address]
    nonce: Mapped[Amount]
