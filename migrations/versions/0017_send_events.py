"""Keep to whom events are to be sent, with which keys, and how each delivery went."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | Sequence[str] | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create webhooks, their keys and their deliveries."""
    op.create_table(
        "webhooks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.LargeBinary(20), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("topics", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("asleep", sa.Text()),
        sa.Column("failures", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("failing_since", MOMENT),
        sa.Column("rests_until", MOMENT),
        sa.Column("lease", sa.Uuid()),
        sa.Column("leased_until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_webhooks"),
    )
    op.create_index("ix_webhooks_owner", "webhooks", ["owner"])
    op.create_table(
        "webhook_keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("webhook", sa.Uuid(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_keys"),
        sa.ForeignKeyConstraint(
            ["webhook"],
            ["webhooks.id"],
            name="fk_webhook_keys_webhook_webhooks",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_webhook_keys_webhook", "webhook_keys", ["webhook"])
    _create_deliveries()


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("webhook", sa.Uuid(), nullable=False),
        sa.Column("announcement", sa.BigInteger()),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("tried_at", MOMENT),
        sa.Column("milliseconds", sa.Integer()),
        sa.Column("status", sa.Integer()),
        sa.Column("said", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["webhook"], ["webhooks.id"], name="fk_deliveries_webhook_webhooks", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["announcement"],
            ["announcements.sequence"],
            name="fk_deliveries_announcement_announcements",
        ),
        sa.UniqueConstraint("webhook", "announcement", name="uq_deliveries_webhook_announcement"),
        sa.CheckConstraint(
            "state IN ('waiting', 'delivered', 'dead')", name=op.f("ck_deliveries_state")
        ),
    )
    op.create_index(
        "ix_deliveries_due",
        "deliveries",
        ["webhook", "due_at"],
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index("ix_deliveries_webhook_id", "deliveries", ["webhook", "id"])


def downgrade() -> None:
    """Forget all webhooks."""
    op.drop_table("deliveries")
    op.drop_table("webhook_keys")
    op.drop_table("webhooks")
