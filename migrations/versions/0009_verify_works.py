"""Keep what came of making works again: the judgement, and the newest run's pictures."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0009"
down_revision: str | Sequence[str] | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UINT256 = sa.Numeric(78, 0)
TIME = sa.DateTime(timezone=True)
NOW = sa.text("now()")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "verifications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("work", UINT256, nullable=False),
        sa.Column("asker", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("progress_permille", sa.SmallInteger(), nullable=False, server_default="0"),
        sa.Column("stage", sa.Text(), nullable=False, server_default=""),
        sa.Column("failure", sa.Text()),
        sa.Column("revision", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("found", JSONB()),
        sa.Column("again", sa.LargeBinary()),
        sa.Column("difference", sa.LargeBinary()),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("begun_at", TIME),
        sa.Column("updated_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("id", name="pk_verifications"),
        sa.CheckConstraint("state IN ('asked', 'judged', 'failed')", name="ck_verifications_state"),
        sa.CheckConstraint(
            "progress_permille BETWEEN 0 AND 1000", name="ck_verifications_progress"
        ),
    )
    op.create_index(
        "uq_verifications_work_asked",
        "verifications",
        ["work"],
        unique=True,
        postgresql_where=sa.text("state = 'asked'"),
    )
    op.create_index("ix_verifications_work_created_at", "verifications", ["work", "created_at"])
    op.create_index("ix_verifications_asker_created_at", "verifications", ["asker", "created_at"])


def downgrade() -> None:
    """Drop it, its previews and its jobs."""
    op.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'studio.verify'")
    op.execute("DELETE FROM previews WHERE subject IN (SELECT id FROM verifications)")
    op.drop_table("verifications")
