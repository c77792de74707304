"""Create the studio: commissions, their history, the relayer's transactions, and the job queue."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0003"
down_revision: str | Sequence[str] | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)
TIME = sa.DateTime(timezone=True)
NOW = sa.text("now()")
STATES = "'asked', 'rendered', 'pinned', 'signed', 'sent', 'failed'"


def upgrade() -> None:
    """Add the tables, and the queue's own schema as its library ships it."""
    _create_commissions()
    _create_history()
    # The driver reads %-signs of a statement as its parameters; doubled they are themselves.
    op.get_bind().exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))


def downgrade() -> None:
    """Drop the tables and everything of the queue's."""
    for table in ("relay_transactions", "commission_changes", "commissions"):
        op.drop_table(table)
    for table in ("events", "periodic_defers", "jobs", "workers"):
        op.execute(f"DROP TABLE procrastinate_{table} CASCADE")
    op.execute("""
        DO $$ DECLARE name text; BEGIN
            FOR name IN SELECT oid::regprocedure FROM pg_proc WHERE proname LIKE 'procrastinate%'
            LOOP EXECUTE 'DROP FUNCTION ' || name || ' CASCADE'; END LOOP;
        END $$
    """)
    op.execute("DROP TYPE procrastinate_job_to_defer_v1")
    op.execute("DROP TYPE procrastinate_job_event_type")
    op.execute("DROP TYPE procrastinate_job_status")


def _create_commissions() -> None:
    op.create_table(
        "commissions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("artist", ADDRESS, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("recipe", JSONB(), nullable=False),
        sa.Column("recipe_digest", HASH32, nullable=False),
        sa.Column("idempotency_key", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("progress_permille", sa.SmallInteger(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("failure", sa.Text()),
        sa.Column("artefact_cid", sa.Text()),
        sa.Column("artefact_sha256", sa.Text()),
        sa.Column("metadata", JSONB()),
        sa.Column("metadata_cid", sa.Text()),
        sa.Column("work", UINT256),
        sa.Column("voucher", JSONB()),
        sa.Column("voucher_signature", sa.LargeBinary()),
        sa.Column("transaction_hash", HASH32),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("updated_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("id", name="pk_commissions"),
        sa.UniqueConstraint("recipe_digest", name="uq_commissions_recipe_digest"),
        sa.UniqueConstraint("work", name="uq_commissions_work"),
        sa.UniqueConstraint(
            "artist", "idempotency_key", name="uq_commissions_artist_idempotency_key"
        ),
        sa.CheckConstraint(f"state IN ({STATES})", name="ck_commissions_state"),
        sa.CheckConstraint("progress_permille BETWEEN 0 AND 1000", name="ck_commissions_progress"),
    )
    op.create_index("ix_commissions_artist_created_at", "commissions", ["artist", "created_at"])


def _create_history() -> None:
    commission = sa.ForeignKeyConstraint(
        ["commission"], ["commissions.id"], name="fk_commission_changes_commission_commissions"
    )
    op.create_table(
        "commission_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("commission", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", TIME, nullable=False, server_default=sa.text("clock_timestamp()")),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commission_changes"),
        commission,
    )
    op.create_index("ix_commission_changes_commission", "commission_changes", ["commission"])
    op.create_table(
        "relay_transactions",
        sa.Column("chain_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("nonce", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("hash", HASH32, nullable=False),
        sa.Column("commission", sa.Uuid(), nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("chain_id", "nonce", name="pk_relay_transactions"),
        sa.UniqueConstraint("hash", name="uq_relay_transactions_hash"),
        sa.ForeignKeyConstraint(
            ["commission"], ["commissions.id"], name="fk_relay_transactions_commission_commissions"
        ),
    )
    op.create_index("ix_relay_transactions_commission", "relay_transactions", ["commission"])
