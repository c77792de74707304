"""Take offers: what bidders signed, and where each stands."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | Sequence[str] | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)

# Every look-up walks the index of one bidder, one order or one currency.
OFFER_STANDINGS = """
CREATE VIEW offer_standings AS
SELECT facts.*, (
    current_epoch = epoch AND NOT is_cancelled AND NOT is_taken AND is_allowed AND NOT is_paused
    AND timestamp < expires_at
) AS is_live
FROM (
    SELECT o.digest, o.epoch, o.expires_at,
        coalesce((
            SELECT e.epoch FROM order_epochs e WHERE e.account = o.bidder
            ORDER BY e.block_number DESC, e.log_index DESC LIMIT 1
        ), 0) AS current_epoch,
        EXISTS (
            SELECT 1 FROM offer_cancellations x WHERE x.bidder = o.bidder AND x.nonce = o.nonce
        ) AS is_cancelled,
        (
            EXISTS (SELECT 1 FROM sales s WHERE s.order_digest = o.digest)
            OR EXISTS (SELECT 1 FROM edition_sales d WHERE d.order_digest = o.digest)
        ) AS is_taken,
        coalesce((
            SELECT t.is_allowed FROM currency_terms t WHERE t.currency = o.currency
            ORDER BY t.block_number DESC, t.log_index DESC LIMIT 1
        ), false) AS is_allowed,
        coalesce((
            SELECT p.is_paused FROM sale_pauses p WHERE p.contract = 'Market'
            ORDER BY p.block_number DESC, p.log_index DESC LIMIT 1
        ), false) AS is_paused,
        (SELECT h.head_timestamp FROM chains h) AS timestamp
    FROM offers o
) facts
"""


def upgrade() -> None:
    """Add the table and the view, and announce what readers see of it."""
    op.create_table(
        "offers",
        sa.Column("digest", HASH32, nullable=False),
        sa.Column("bidder", ADDRESS, nullable=False),
        sa.Column("work", UINT256),
        sa.Column("artist", ADDRESS),
        sa.Column("copies", sa.BigInteger(), nullable=False),
        sa.Column("currency", ADDRESS, nullable=False),
        sa.Column("price", UINT256, nullable=False),
        sa.Column("nonce", UINT256, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("epoch", UINT256, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("offered_block", sa.BigInteger(), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "created_at",
            sa.DateTime(timezone=True),
            nullable=False,
            server_default=sa.text("now()"),
        ),
        sa.PrimaryKeyConstraint("digest", name="pk_offers"),
        sa.UniqueConstraint("bidder", "nonce", name="uq_offers_bidder_nonce"),
        sa.CheckConstraint("price > 0", name="ck_offers_price"),
    )
    for columns in (
        ["work"],
        ["artist"],
        ["created_at", "digest"],
        ["currency", "price", "digest"],
    ):
        op.create_index(f"ix_offers_{'_'.join(columns)}", "offers", columns)
    op.execute(OFFER_STANDINGS)
    op.execute(
        "CREATE TRIGGER announce_shown AFTER INSERT OR UPDATE OR DELETE ON offers "
        "FOR EACH STATEMENT EXECUTE FUNCTION announce_shown()"
    )


def downgrade() -> None:
    """Drop the view and the table."""
    op.execute("DROP VIEW offer_standings")
    op.drop_table("offers")
