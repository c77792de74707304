"""Place facts on the chain: which chain, which blocks, and what every row says of its origin."""

from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Index, Integer, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from indexer.primitives import Address, AddressType, Hash32, Hash32Type, Uint256

Amount = Annotated[int, mapped_column(Uint256)]
Small = Annotated[int, mapped_column(Integer)]

CONVENTION = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}

IS_VIEW = "is_view"


class IndexBase(DeclarativeBase):
    """All tables that only the indexer writes."""

    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigInteger,
        str: Text,
        bool: Boolean,
        Address: AddressType,
        Hash32: Hash32Type,
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
    }


class Chain(IndexBase):
    """Which chain and deployment the index was filled from, and how far: exactly one row.

    What stands at or below `finalized_number` stays for ever, at or below `safe_number` very
    likely; above, a reorganisation may still undo it.
    """

    __tablename__ = "chains"

    chain_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    genesis_hash: Mapped[Hash32]
    deployment_block: Mapped[int]
    contracts: Mapped[dict[str, Any]]
    head_number: Mapped[int]
    head_hash: Mapped[Hash32]
    head_timestamp: Mapped[int]
    safe_number: Mapped[int]
    finalized_number: Mapped[int]


class Block(IndexBase):
    """The header of a block that holds events or lies in the recent window."""

    __tablename__ = "blocks"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[Hash32]
    parent_hash: Mapped[Hash32]
    timestamp: Mapped[int]


class Placed(IndexBase):
    """A fact and the log that stated it; log indices count through a whole block."""

    __abstract__ = True

    # A row's values begin with its place: whoever makes one counts on this order.
    block_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-4)
    log_index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-3)
    transaction_hash: Mapped[Hash32] = mapped_column(sort_order=-2)


class Item(Placed):
    """One of several facts that one log stated; positions count from 0."""

    __abstract__ = True

    position: Mapped[Small] = mapped_column(primary_key=True, sort_order=-1)


class Event(Placed):
    """Any event of any of our contracts, decoded; whole numbers above 53 bits are decimal text."""

    __tablename__ = "events"
    __table_args__ = (Index(None, "contract", "name", "block_number"),)

    contract: Mapped[str]
    name: Mapped[str]
    arguments: Mapped[dict[str, Any]]
