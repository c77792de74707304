"""Create the gallery: signed listings, where each stands, and metadata from elsewhere."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0004"
down_revision: str | Sequence[str] | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)
TIME = sa.DateTime(timezone=True)

# Every look-up walks the index of one work or one person: the view costs a row what a table does.
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
    """Add the tables and the view."""
    op.create_table(
        "listings",
        sa.Column("digest", HASH32, nullable=False),
        sa.Column("work", UINT256, nullable=False),
        sa.Column("seller", ADDRESS, nullable=False),
        sa.Column("price_wei", UINT256, nullable=False),
        sa.Column("max_fee_bps", sa.SmallInteger(), nullable=False),
        sa.Column("transfer_count", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("epoch", UINT256, nullable=False),
        sa.Column("buyer", ADDRESS, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("listed_block", sa.BigInteger(), nullable=False),
        sa.Column("listed_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=sa.text("now()")),
        sa.PrimaryKeyConstraint("digest", name="pk_listings"),
        sa.CheckConstraint("price_wei > 0", name="ck_listings_price"),
    )
    for columns in (["work", "price_wei"], ["created_at", "digest"], ["seller"]):
        op.create_index(f"ix_listings_{'_'.join(columns)}", "listings", columns)
    op.create_table(
        "work_metadata",
        sa.Column("work", UINT256, nullable=False),
        sa.Column("content", JSONB()),
        sa.Column("fault", sa.Text()),
        sa.Column("looked_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("work", name="pk_work_metadata"),
    )
    op.execute(LISTING_STANDINGS)


def downgrade() -> None:
    """Drop the view and the tables."""
    op.execute("DROP VIEW listing_standings")
    op.drop_table("work_metadata")
    op.drop_table("listings")
