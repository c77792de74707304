"""Read all that happened to a work: on the chain by the index, off it by what was signed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, cast, literal, null, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from indexer.models import Block, OrderCancellation, Sale, Transfer, Work
from indexer.primitives import ZERO_ADDRESS, Address, AddressType, Hash32, Hash32Type, Uint256
from marketplace.gallery.models import Listing


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to a work."""

    kind: str  # minted, listed, cancelled, sold, transferred
    at: int  # chain time
    block_number: int
    transaction_hash: Hash32 | None
    actor: Address  # artist, seller or sender
    counterpart: Address | None  # who has the work afterwards, or may buy it
    currency: Address | None
    price: int | None
    listing: Hash32 | None


def history(session: Session, token: int) -> list[Happening]:
    """All that happened to the work, oldest first; a listing comes after its block's events."""
    union = union_all(
        _mint(token), _transfers(token), _sales(token), _cancellations(token), _listings(token)
    ).subquery()
    query = (
        select(union, Block.timestamp)
        .join(Block, Block.number == union.c.block_number, isouter=True)
        .order_by(union.c.block_number, union.c.is_listing, union.c.log_index)
    )
    return [_told(row) for row in session.execute(query)]


def _told(row: Row[Any]) -> Happening:
    return Happening(
        kind=row.kind,
        at=row.at if row.is_listing else row.timestamp or 0,
        block_number=row.block_number,
        transaction_hash=row.transaction_hash,
        actor=row.actor,
        counterpart=row.counterpart,
        currency=row.currency,
        price=row.price,
        listing=row.listing,
    )


def _mint(token: int) -> Select[*tuple[Any, ...]]:
    price = Work.currency, Work.price
    columns = _of(Work, "minted", Work.artist, Work.recipient, price=price)
    return columns.where(Work.work == token)


def _transfers(token: int) -> Select[*tuple[Any, ...]]:
    """Moves that are neither the mint nor part of a sale."""
    sold = select(Sale.work).where(
        Sale.work == Transfer.work, Sale.transaction_hash == Transfer.transaction_hash
    )
    return _of(Transfer, "transferred", Transfer.sender, Transfer.recipient).where(
        Transfer.work == token, Transfer.sender != ZERO_ADDRESS, ~sold.exists()
    )


def _sales(token: int) -> Select[*tuple[Any, ...]]:
    price = Sale.currency, Sale.price
    columns = _of(Sale, "sold", Sale.seller, Sale.buyer, price=price, listing=Sale.order_digest)
    return columns.where(Sale.work == token)


def _cancellations(token: int) -> Select[*tuple[Any, ...]]:
    """Of the listings that were handed in here: the chain names an order by its digest alone."""
    cancelled = OrderCancellation
    columns = _of(cancelled, "cancelled", cancelled.account, listing=cancelled.order_digest)
    known = select(Listing.digest).where(Listing.work == token)
    return columns.where(cancelled.order_digest.in_(known))


def _listings(token: int) -> Select[*tuple[Any, ...]]:
    return select(
        literal("listed").label("kind"),
        literal(True).label("is_listing"),
        Listing.listed_block.label("block_number"),
        literal(0).label("log_index"),
        Listing.listed_at.label("at"),
        cast(null(), Hash32Type).label("transaction_hash"),
        Listing.seller.label("actor"),
        Listing.buyer.label("counterpart"),
        Listing.currency.label("currency"),
        Listing.price.label("price"),
        Listing.digest.label("listing"),
    ).where(Listing.work == token)


def _of(
    table: Any,
    kind: str,
    actor: InstrumentedAttribute[Any],
    counterpart: InstrumentedAttribute[Any] | None = None,
    *,
    price: tuple[InstrumentedAttribute[Any], InstrumentedAttribute[Any]] | None = None,
    listing: InstrumentedAttribute[Any] | None = None,
) -> Select[*tuple[Any, ...]]:
    nobody = cast(null(), AddressType)
    free = cast(null(), AddressType), cast(null(), Uint256)
    none = cast(null(), Hash32Type)
    return select(
        literal(kind).label("kind"),
        literal(False).label("is_listing"),
        table.block_number.label("block_number"),
        table.log_index.label("log_index"),
        literal(0).label("at"),
        table.transaction_hash.label("transaction_hash"),
        actor.label("actor"),
        (nobody if counterpart is None else counterpart).label("counterpart"),
        (price or free)[0].label("currency"),
        (price or free)[1].label("price"),
        (none if listing is None else listing).label("listing"),
    )
