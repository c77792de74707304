"""Follow the full contracts: prices in any currency, appeals, revocations, orders of every kind.

The contracts are others than before, so whatever the index held was said by contracts that are no
more: it is emptied and filled again from the new deployment. What people wrote and made stays; what
they signed for the contracts before is void, so a commission waits for its artist's voucher again.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)
PLACE = ["block_number", "log_index"]
EVERY_TABLE = (
    "chains, blocks, events, member_admissions, member_removals, delegations, applications, votes, "
    "decisions, bond_returns, works, transfers, sales, listing_cancellations, listing_epochs, "
    "voucher_epochs, market_trusts, credits, withdrawals, fees, sweeps"
)

NEW: dict[str, dict[str, sa.types.TypeEngine[Any]]] = {
    "appeals": {
        "application": sa.BigInteger(),
        "artist": ADDRESS,
        "statement": HASH32,
        "bond_wei": UINT256,
        "closes_at": sa.BigInteger(),
        "quorum": UINT256,
    },
    "revocations": {
        "artist": ADDRESS,
        "reason": HASH32,
        "effective_at": sa.BigInteger(),
        "cooldown_ends_at": sa.BigInteger(),
    },
}
ONCE = {"appeals": "application"}

UNSIGN = """
UPDATE commissions SET state = 'pinned', voucher = NULL, voucher_signature = NULL,
    transaction_hash = NULL
WHERE voucher IS NOT NULL
"""

# Table, column before, column now.
RENAMED = [
    ("works", "price_wei", "price"),
    ("works", "fee_wei", "fee"),
    ("sales", "listing", "order_digest"),
    ("sales", "price_wei", "price"),
    ("sales", "fee_wei", "fee"),
    ("sales", "royalty_wei", "royalty"),
    ("listing_cancellations", "listing", "order_digest"),
    ("listing_cancellations", "seller", "account"),
    ("listing_epochs", "seller", "account"),
    ("credits", "amount_wei", "amount"),
    ("withdrawals", "amount_wei", "amount"),
    ("sweeps", "amount_wei", "amount"),
    ("fees", "fee_bps", "primary_fee_bps"),
    ("listings", "price_wei", "price"),
]
ADDED: list[tuple[str, str, sa.types.TypeEngine[Any]]] = [
    ("votes", "round", sa.Integer()),
    ("votes", "reason_digest", HASH32),
    ("decisions", "cooldown_ends_at", sa.BigInteger()),
    ("works", "currency", ADDRESS),
    ("sales", "currency", ADDRESS),
    ("credits", "currency", ADDRESS),
    ("withdrawals", "currency", ADDRESS),
    ("sweeps", "currency", ADDRESS),
    ("fees", "secondary_fee_bps", sa.Integer()),
]
TABLES = [("listing_cancellations", "order_cancellations"), ("listing_epochs", "order_epochs")]
# An artist who sells an own work pays the primary fee, everybody else the secondary.
LISTING_STANDINGS = """
CREATE VIEW listing_standings AS
SELECT facts.*, (
    owner = seller AND current_count = transfer_count AND current_epoch = epoch
    AND NOT is_cancelled AND NOT is_sold AND is_trusted
    AND fee_bps <= max_fee_bps AND timestamp < expires_at
) AS is_live
FROM (
    SELECT l.digest, l.seller, l.transfer_count, l.epoch, l.max_fee_bps, l.expires_at,
        c.owner, c.transfer_count AS current_count,
        coalesce((
            SELECT e.epoch FROM order_epochs e WHERE e.account = l.seller
            ORDER BY e.block_number DESC, e.log_index DESC LIMIT 1
        ), 0) AS current_epoch,
        EXISTS (
            SELECT 1 FROM order_cancellations x WHERE x.order_digest = l.digest
        ) AS is_cancelled,
        EXISTS (SELECT 1 FROM sales s WHERE s.order_digest = l.digest) AS is_sold,
        coalesce((
            SELECT t.is_trusted FROM market_trusts t WHERE t.owner = l.seller
            ORDER BY t.block_number DESC, t.log_index DESC LIMIT 1
        ), true) AS is_trusted,
        coalesce((
            SELECT CASE WHEN w.artist = l.seller THEN f.primary_fee_bps ELSE f.secondary_fee_bps END
            FROM fees f WHERE f.contract = 'Market'
            ORDER BY f.block_number DESC, f.log_index DESC LIMIT 1
        ), 0) AS fee_bps,
        (SELECT h.head_timestamp FROM chains h) AS timestamp
    FROM listings l
    JOIN works w ON w.work = l.work
    JOIN current_works c ON c.work = l.work
) facts
"""

FORMER_STANDINGS = """
CREATE VIEW listing_standings AS
SELECT facts.*, (
    owner = seller AND current_count = transfer_count AND current_epoch = epoch
    AND NOT is_cancelled AND NOT is_sold AND is_trusted
    AND fee_bps <= max_fee_bps AND timestamp < expires_at
) AS is_live
FROM (
    SELECT l.digest, l.seller, l.transfer_count, l.epoch, l.max_fee_bps, l.expires_at,
        c.owner, c.transfer_count AS current_count,
        coalesce((
            SELECT e.epoch FROM listing_epochs e WHERE e.seller = l.seller
            ORDER BY e.block_number DESC, e.log_index DESC LIMIT 1
        ), 0) AS current_epoch,
        EXISTS (SELECT 1 FROM listing_cancellations x WHERE x.listing = l.digest) AS is_cancelled,
        EXISTS (SELECT 1 FROM sales s WHERE s.listing = l.digest) AS is_sold,
        coalesce((
            SELECT t.is_trusted FROM market_trusts t WHERE t.owner = l.seller
            ORDER BY t.block_number DESC, t.log_index DESC LIMIT 1
        ), true) AS is_trusted,
        coalesce((
            SELECT f.fee_bps FROM fees f WHERE f.contract = 'Market'
            ORDER BY f.block_number DESC, f.log_index DESC LIMIT 1
        ), 0) AS fee_bps,
        (SELECT h.head_timestamp FROM chains h) AS timestamp
    FROM listings l
    JOIN current_works c ON c.work = l.work
) facts
"""


def upgrade() -> None:
    """Empty the index, and give it the words of the new contracts."""
    op.execute("DROP VIEW listing_standings")
    op.execute(f"TRUNCATE {EVERY_TABLE}")
    op.execute("DELETE FROM listings")
    op.execute(UNSIGN)
    op.drop_constraint("uq_sales_listing", "sales")
    op.drop_constraint("uq_listing_cancellations_listing", "listing_cancellations")
    op.drop_constraint("uq_decisions_application", "decisions")
    op.drop_constraint("uq_bond_returns_application", "bond_returns")
    op.drop_index("ix_listing_epochs_seller_block_number_log_index", "listing_epochs")
    op.drop_index("ix_listings_work_price_wei", "listings")
    op.drop_constraint("ck_listings_price", "listings")
    op.drop_column("listing_cancellations", "work")
    for table, before, now in RENAMED:
        op.alter_column(table, before, new_column_name=now)
    for table, column, kind in ADDED:
        op.add_column(table, sa.Column(column, kind, nullable=False))
    for before, now in TABLES:
        op.rename_table(before, now)
        op.execute(f"ALTER INDEX pk_{before} RENAME TO pk_{now}")
    for name, columns in NEW.items():
        create_fact(name, columns)
    constrain()
    op.execute(LISTING_STANDINGS)


def create_fact(name: str, columns: dict[str, sa.types.TypeEngine[Any]]) -> None:
    """One table whose rows are each stated by one log."""
    once = ONCE.get(name)
    op.create_table(
        name,
        sa.Column("block_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("log_index", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("transaction_hash", HASH32, nullable=False),
        *(sa.Column(column, kind, nullable=False) for column, kind in columns.items()),
        sa.PrimaryKeyConstraint(*PLACE, name=f"pk_{name}"),
        *([sa.UniqueConstraint(once, name=f"uq_{name}_{once}")] if once else []),
    )


def constrain() -> None:
    """What is true only once, and what is looked up."""
    op.create_unique_constraint("uq_sales_order_digest_work", "sales", ["order_digest", "work"])
    op.create_unique_constraint(
        "uq_order_cancellations_order_digest", "order_cancellations", ["order_digest"]
    )
    for table, columns in (
        ("decisions", ["application", *PLACE]),
        ("bond_returns", ["application"]),
        ("revocations", ["artist", *PLACE]),
        ("order_epochs", ["account", *PLACE]),
        ("listings", ["work", "price"]),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    op.add_column("listings", sa.Column("currency", ADDRESS, nullable=False))
    op.create_check_constraint("ck_listings_price", "listings", "price > 0")


def downgrade() -> None:
    """Empty the index, and give it back the words of the contracts before."""
    op.execute("DROP VIEW listing_standings")
    for name in NEW:
        op.drop_table(name)
    for before, now in TABLES:
        op.execute(f"ALTER INDEX pk_{now} RENAME TO pk_{before}")
        op.rename_table(now, before)
    op.execute(f"TRUNCATE {EVERY_TABLE}")
    op.drop_constraint("uq_sales_order_digest_work", "sales")
    op.drop_constraint("uq_order_cancellations_order_digest", "listing_cancellations")
    op.drop_index("ix_decisions_application_block_number_log_index", "decisions")
    op.drop_index("ix_bond_returns_application", "bond_returns")
    op.drop_index("ix_order_epochs_account_block_number_log_index", "listing_epochs")
    op.drop_index("ix_listings_work_price", "listings")
    op.drop_column("listings", "currency")
    for table, column, _ in ADDED:
        op.drop_column(table, column)
    for table, before, now in RENAMED:
        op.alter_column(table, now, new_column_name=before)
    op.add_column("listing_cancellations", sa.Column("work", UINT256, nullable=False))
    for table, columns in (
        ("sales", ["listing"]),
        ("listing_cancellations", ["listing"]),
        ("decisions", ["application"]),
        ("bond_returns", ["application"]),
    ):
        op.create_unique_constraint(f"uq_{table}_{columns[0]}", table, columns)
    for table, columns in (
        ("listing_epochs", ["seller", *PLACE]),
        ("listings", ["work", "price_wei"]),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    op.execute(FORMER_STANDINGS)
