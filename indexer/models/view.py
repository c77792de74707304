"""Say what holds now, derived from what was said before: views, which hold nothing themselves."""

from typing import Any

from sqlalchemy import BigInteger, Column, Table, Text
from sqlalchemy.orm import Mapped
from sqlalchemy.types import TypeEngine

from indexer.place import IS_VIEW, IndexBase
from indexer.primitives import Address, AddressType, Uint256


def view(name: str, *keys: str, **columns: type[TypeEngine[Any]]) -> Table:
    """A view of these columns, of which the keys tell its rows apart."""
    return Table(
        name,
        IndexBase.metadata,
        *(
            Column(column, kind, primary_key=column in keys, nullable=False)
            for column, kind in columns.items()
        ),
        info={IS_VIEW: True},
    )


class CurrentWork(IndexBase):
    """Who owns each work now, and how often it changed hands since its mint."""

    __table__ = view(
        "current_works", "work", work=Uint256, owner=AddressType, transfer_count=BigInteger
    )

    work: Mapped[int]
    owner: Mapped[Address]
    transfer_count: Mapped[int]


class CurrentArtist(IndexBase):
    """Who was admitted, by which application, and when the admission ends (0: it does not)."""

    __table__ = view(
        "current_artists",
        "artist",
        artist=AddressType,
        application=BigInteger,
        admitted_block=BigInteger,
        ends_at=BigInteger,
    )

    artist: Mapped[Address]
    application: Mapped[int]
    admitted_block: Mapped[int]
    ends_at: Mapped[int]


class CurrentAuction(IndexBase):
    """Every auction with its leading bid (0 and nobody before the first), and how it stands.

    The state is open, settled or cancelled; an open auction whose time is over waits to be settled.
    """

    __table__ = view(
        "current_auctions",
        "block_number",
        "log_index",
        block_number=BigInteger,
        log_index=BigInteger,
        work=Uint256,
        seller=AddressType,
        reserve=Uint256,
        bidder=AddressType,
        amount=Uint256,
        ends_at=BigInteger,
        bid_count=BigInteger,
        state=Text,
    )

    block_number: Mapped[int]
    log_index: Mapped[int]
    work: Mapped[int]
    seller: Mapped[Address]
    reserve: Mapped[int]
    bidder: Mapped[Address]
    amount: Mapped[int]
    ends_at: Mapped[int]
    bid_count: Mapped[int]
    state: Mapped[str]


class EditionHolding(IndexBase):
    """How many copies of an edition somebody holds now; nobody is named who holds none."""

    __table__ = view(
        "edition_holdings",
        "edition",
        "holder",
        edition=Uint256,
        holder=AddressType,
        copies=Uint256,
    )

    edition: Mapped[int]
    holder: Mapped[Address]
    copies: Mapped[int]
