"""Create the index: the chain's place, its blocks, every event, and one table a kind of fact."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0001"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)

# Each table's own columns; its place on the chain and its key are added to all alike.
FACTS: dict[str, dict[str, sa.types.TypeEngine[Any]]] = {
    "events": {"contract": sa.Text(), "name": sa.Text(), "arguments": JSONB()},
    "member_admissions": {"member": sa.BigInteger(), "holder": ADDRESS},
    "member_removals": {"member": sa.BigInteger(), "holder": ADDRESS, "reason": sa.Text()},
    "delegations": {"delegator": ADDRESS, "delegate": ADDRESS},
    "applications": {
        "application": sa.BigInteger(),
        "artist": ADDRESS,
        "dossier": HASH32,
        "bond_wei": UINT256,
        "snapshot": sa.BigInteger(),
        "closes_at": sa.BigInteger(),
        "quorum": UINT256,
    },
    "votes": {
        "application": sa.BigInteger(),
        "member": ADDRESS,
        "support": sa.Integer(),
        "weight": UINT256,
        "reason": sa.Text(),
    },
    "decisions": {
        "application": sa.BigInteger(),
        "artist": ADDRESS,
        "is_admitted": sa.Boolean(),
        "votes_for": UINT256,
        "votes_against": UINT256,
        "abstentions": UINT256,
    },
    "bond_returns": {"application": sa.BigInteger(), "artist": ADDRESS, "amount_wei": UINT256},
    "works": {
        "work": UINT256,
        "artist": ADDRESS,
        "recipient": ADDRESS,
        "payer": ADDRESS,
        "royalty_bps": sa.Integer(),
        "price_wei": UINT256,
        "fee_wei": UINT256,
    },
    "transfers": {"work": UINT256, "sender": ADDRESS, "recipient": ADDRESS},
    "sales": {
        "work": UINT256,
        "listing": HASH32,
        "seller": ADDRESS,
        "buyer": ADDRESS,
        "price_wei": UINT256,
        "fee_wei": UINT256,
        "royalty_wei": UINT256,
        "royalty_receiver": ADDRESS,
    },
    "listing_cancellations": {"listing": HASH32, "seller": ADDRESS, "work": UINT256},
    "listing_epochs": {"seller": ADDRESS, "epoch": UINT256},
    "voucher_epochs": {"artist": ADDRESS, "nonce": UINT256},
    "market_trusts": {"owner": ADDRESS, "is_trusted": sa.Boolean()},
    "credits": {"contract": sa.Text(), "payee": ADDRESS, "amount_wei": UINT256},
    "withdrawals": {"contract": sa.Text(), "payee": ADDRESS, "amount_wei": UINT256},
    "fees": {"contract": sa.Text(), "fee_bps": sa.Integer()},
    "sweeps": {"contract": sa.Text(), "amount_wei": UINT256},
}

# What can be true only once on one chain.
ONCE: dict[str, list[str]] = {
    "member_admissions": ["member"],
    "member_removals": ["member"],
    "applications": ["application"],
    "votes": ["application", "member"],
    "decisions": ["application"],
    "bond_returns": ["application"],
    "works": ["work"],
    "sales": ["listing"],
    "listing_cancellations": ["listing"],
}

PLACE = ["block_number", "log_index"]
INDEXES: list[tuple[str, list[str]]] = [
    ("events", ["contract", "name", "block_number"]),
    ("member_admissions", ["holder"]),
    ("member_removals", ["holder"]),
    ("delegations", ["delegator", *PLACE]),
    ("applications", ["artist"]),
    ("applications", ["dossier"]),
    ("votes", ["member"]),
    ("decisions", ["artist"]),
    ("works", ["artist", *PLACE]),
    ("transfers", ["work", *PLACE]),
    ("transfers", ["sender"]),
    ("transfers", ["recipient"]),
    ("sales", ["work", *PLACE]),
    ("sales", ["seller"]),
    ("sales", ["buyer"]),
    ("listing_epochs", ["seller", *PLACE]),
    ("voucher_epochs", ["artist", *PLACE]),
    ("market_trusts", ["owner", *PLACE]),
    ("credits", ["payee"]),
    ("withdrawals", ["payee"]),
]

# Both look-ups walk the index of one work, so the view costs a row what it costs a table.
CURRENT_WORKS = """
CREATE VIEW current_works AS
SELECT w.work, last.recipient AS owner, counted.moves - 1 AS transfer_count
FROM works w
CROSS JOIN LATERAL (
    SELECT t.recipient FROM transfers t WHERE t.work = w.work
    ORDER BY t.block_number DESC, t.log_index DESC LIMIT 1
) last
CROSS JOIN LATERAL (SELECT count(*) AS moves FROM transfers t WHERE t.work = w.work) counted
"""


def upgrade() -> None:
    """Create every table of the index, empty, and the view of what each work is now."""
    create_chain()
    for name, columns in FACTS.items():
        create_fact(name, columns)
    for table, columns_in_index in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns_in_index)}", table, columns_in_index)
    op.execute(CURRENT_WORKS)


def create_chain() -> None:
    """Where the index stands, and the headers it has seen."""
    op.create_table(
        "chains",
        sa.Column("chain_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("genesis_hash", HASH32, nullable=False),
        sa.Column("deployment_block", sa.BigInteger(), nullable=False),
        sa.Column("contracts", JSONB(), nullable=False),
        sa.Column("head_number", sa.BigInteger(), nullable=False),
        sa.Column("head_hash", HASH32, nullable=False),
        sa.Column("head_timestamp", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chain_id", name="pk_chains"),
    )
    op.create_table(
        "blocks",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", HASH32, nullable=False),
        sa.Column("parent_hash", HASH32, nullable=False),
        sa.Column("timestamp", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_blocks"),
    )


def create_fact(name: str, columns: dict[str, sa.types.TypeEngine[Any]]) -> None:
    """One table whose rows are each stated by one log."""
    unique = ONCE.get(name)
    op.create_table(
        name,
        sa.Column("block_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("log_index", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("transaction_hash", HASH32, nullable=False),
        *(sa.Column(column, kind, nullable=False) for column, kind in columns.items()),
        sa.PrimaryKeyConstraint(*PLACE, name=f"pk_{name}"),
        *([sa.UniqueConstraint(*unique, name=f"uq_{name}_{'_'.join(unique)}")] if unique else []),
    )


def downgrade() -> None:
    """Drop the index; it can be filled again from the chain."""
    op.execute("DROP VIEW current_works")
    for name in (*reversed(FACTS), "blocks", "chains"):
        op.drop_table(name)
