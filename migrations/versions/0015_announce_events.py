"""Keep what listeners were told, so that they can resume, and hear what a reorganisation undid."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0015"
down_revision: str | Sequence[str] | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Create the log of announcements and the teller's one row."""
    op.create_table(
        "announcements",
        sa.Column("sequence", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("retracts", sa.BigInteger()),
        sa.Column("is_retracted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("contract", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("block_number", sa.BigInteger(), nullable=False),
        sa.Column("block_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("timestamp", sa.BigInteger(), nullable=False),
        sa.Column("log_index", sa.BigInteger(), nullable=False),
        sa.Column("transaction_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("arguments", JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_announcements"),
        sa.ForeignKeyConstraint(
            ["retracts"], ["announcements.sequence"], name="fk_announcements_retracts"
        ),
        sa.UniqueConstraint("retracts", name="uq_announcements_retracts"),
        sa.CheckConstraint("retracts < sequence", name=op.f("ck_announcements_order")),
    )
    op.create_index(
        "ix_announcements_standing",
        "announcements",
        ["block_number"],
        postgresql_where=sa.text("retracts IS NULL AND NOT is_retracted"),
    )
    op.create_table(
        "tellings",
        sa.Column("genesis_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("deployment_block", sa.BigInteger(), nullable=False),
        sa.Column("final_number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("genesis_hash", name="pk_tellings"),
    )


def downgrade() -> None:
    """Forget what was told."""
    op.drop_table("tellings")
    op.drop_table("announcements")
