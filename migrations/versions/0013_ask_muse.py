"""Let sheets wish for what a muse shall find, and sketches say why it was proposed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0013"
down_revision: str | Sequence[str] | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Add the wish and the reasons; a sketch may wait for its recipe."""
    op.add_column("sheets", sa.Column("wish", JSONB()))
    op.add_column("sketches", sa.Column("reasons", JSONB()))
    op.alter_column("sketches", "recipe", existing_type=JSONB(), nullable=True)


def downgrade() -> None:
    """Drop sheets that were wished for, with their sketches, looks and jobs."""
    op.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'studio.find'")
    op.execute(
        "DELETE FROM previews WHERE subject IN (SELECT s.id FROM sketches s "
        "JOIN sheets ON sheets.id = s.sheet WHERE sheets.wish IS NOT NULL)"
    )
    op.execute("DELETE FROM sheets WHERE wish IS NOT NULL")
    op.alter_column("sketches", "recipe", existing_type=JSONB(), nullable=False)
    op.drop_column("sketches", "reasons")
    op.drop_column("sheets", "wish")
