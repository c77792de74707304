"""The index: what the chain said, a row a fact, each with its place so that a reorg undoes it."""

from typing import Annotated, Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
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
    }


class Chain(IndexBase):
    """Which chain and deployment the index was filled from, and how far: exactly one row."""

    __tablename__ = "chains"

    chain_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    genesis_hash: Mapped[Hash32]
    deployment_block: Mapped[int]
    contracts: Mapped[dict[str, Any]]
    head_number: Mapped[int]
    head_hash: Mapped[Hash32]
    head_timestamp: Mapped[int]


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

    block_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    log_index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    transaction_hash: Mapped[Hash32]


class Event(Placed):
    """Any event of any of our contracts, decoded; whole numbers above 53 bits are decimal text."""

    __tablename__ = "events"
    __table_args__ = (Index(None, "contract", "name", "block_number"),)

    contract: Mapped[str]
    name: Mapped[str]
    arguments: Mapped[dict[str, Any]]


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


class Application(Placed):
    """An artist applied."""

    __tablename__ = "applications"

    application: Mapped[int] = mapped_column(unique=True)
    artist: Mapped[Address] = mapped_column(index=True)
    dossier: Mapped[Hash32] = mapped_column(index=True)
    bond_wei: Mapped[Amount]
    snapshot: Mapped[int]
    closes_at: Mapped[int]
    quorum: Mapped[Amount]


class Vote(Placed):
    """A member's vote on an application; support is 0 against, 1 for, 2 abstain.

    Who voted in the first round has no vote in the second, the appeal. The reason is a text, or the
    digest of one that lies elsewhere; the other is empty.
    """

    __tablename__ = "votes"
    __table_args__ = (UniqueConstraint("application", "member"),)

    application: Mapped[int]
    member: Mapped[Address] = mapped_column(index=True)
    round: Mapped[Small]
    support: Mapped[Small]
    weight: Mapped[Amount]
    reason_digest: Mapped[Hash32]
    reason: Mapped[str]


class Decision(Placed):
    """A round ended: the artist was admitted, or rejected and cools down (0 where admitted)."""

    __tablename__ = "decisions"
    __table_args__ = (Index(None, "application", "block_number", "log_index"),)

    application: Mapped[int]
    artist: Mapped[Address] = mapped_column(index=True)
    is_admitted: Mapped[bool]
    votes_for: Mapped[Amount]
    votes_against: Mapped[Amount]
    abstentions: Mapped[Amount]
    cooldown_ends_at: Mapped[int]


class Appeal(Placed):
    """A rejected artist appealed: the application's second and last round."""

    __tablename__ = "appeals"

    application: Mapped[int] = mapped_column(unique=True)
    artist: Mapped[Address]
    statement: Mapped[Hash32]
    bond_wei: Mapped[Amount]
    closes_at: Mapped[int]
    quorum: Mapped[Amount]


class Revocation(Placed):
    """The DAO ends an admission at a time, or withdraws such an end (0)."""

    __tablename__ = "revocations"
    __table_args__ = (Index(None, "artist", "block_number", "log_index"),)

    artist: Mapped[Address]
    reason: Mapped[Hash32]
    effective_at: Mapped[int]
    cooldown_ends_at: Mapped[int]


class BondReturn(Placed):
    """A decided round's bond went back to the artist."""

    __tablename__ = "bond_returns"

    application: Mapped[int] = mapped_column(index=True)
    artist: Mapped[Address]
    amount_wei: Mapped[Amount]


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


class CurrentWork(IndexBase):
    """A view: who owns each work now, and how often it changed hands since its mint."""

    __table__ = Table(
        "current_works",
        IndexBase.metadata,
        Column("work", Uint256, primary_key=True),
        Column("owner", AddressType, nullable=False),
        Column("transfer_count", BigInteger, nullable=False),
        info={IS_VIEW: True},
    )

    work: Mapped[int]
    owner: Mapped[Address]
    transfer_count: Mapped[int]
