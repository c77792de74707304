"""Create contact sheets: one recipe in several variants, drawn small."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0007"
down_revision: str | Sequence[str] | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
TIME = sa.DateTime(timezone=True)
NOW = sa.text("now()")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "sheets",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("artist", ADDRESS, nullable=False),
        sa.Column("varies", sa.Text(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("request_digest", HASH32, nullable=False),
        sa.Column("idempotency_key", sa.Text()),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("expires_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sheets"),
        sa.UniqueConstraint("artist", "idempotency_key", name="uq_sheets_artist_idempotency_key"),
    )
    op.create_index("ix_sheets_artist_created_at", "sheets", ["artist", "created_at"])
    op.create_index("ix_sheets_expires_at", "sheets", ["expires_at"])
    op.create_table(
        "sketches",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("recipe", JSONB(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("progress_permille", sa.SmallInteger(), nullable=False, server_default="0"),
        sa.Column("stage", sa.Text(), nullable=False, server_default=""),
        sa.Column("failure", sa.Text()),
        sa.Column("revision", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("begun_at", TIME),
        sa.Column("updated_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("id", name="pk_sketches"),
        sa.UniqueConstraint("sheet", "number", name="uq_sketches_sheet_number"),
        sa.ForeignKeyConstraint(
            ["sheet"], ["sheets.id"], name="fk_sketches_sheet_sheets", ondelete="CASCADE"
        ),
        sa.CheckConstraint("state IN ('asked', 'drawn', 'failed')", name="ck_sketches_state"),
        sa.CheckConstraint("progress_permille BETWEEN 0 AND 1000", name="ck_sketches_progress"),
    )


def downgrade() -> None:
    """Drop them, their pictures and their jobs."""
    op.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'studio.sketch'")
    op.execute("DELETE FROM previews WHERE subject IN (SELECT id FROM sketches)")
    op.drop_table("sketches")
    op.drop_table("sheets")
