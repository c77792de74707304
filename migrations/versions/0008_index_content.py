"""Index what metadata says, so that the remixes of a work are found."""

from collections.abc import Sequence

from alembic import op

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

INDEXES = (("commissions", "metadata"), ("work_metadata", "content"))


def upgrade() -> None:
    """What is said where in each table's metadata, for questions of containment."""
    for table, column in INDEXES:
        op.create_index(
            f"ix_{table}_{column}",
            table,
            [column],
            postgresql_using="gin",
            postgresql_ops={column: "jsonb_path_ops"},
        )


def downgrade() -> None:
    """Drop them."""
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_{column}", table_name=table)
