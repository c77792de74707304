"""Watch commissions: previews, what a watcher knows, cancelling, and a fair place in the queue."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | Sequence[str] | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
TIME = sa.DateTime(timezone=True)
STATES = "'asked', 'rendered', 'pinned', 'signed', 'sent', 'failed'"


def upgrade() -> None:
    """Add columns and tables; nothing that is there changes."""
    _allow(f"{STATES}, 'cancelled'")
    _call_queue("studio-heavy", "studio-cpu")
    op.add_column(
        "commissions",
        sa.Column("revision", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column("commissions", sa.Column("begun_at", TIME))
    op.create_table(
        "previews",
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name="pk_previews"),
    )
    op.create_table(
        "turns",
        sa.Column("artist", ADDRESS, nullable=False),
        sa.Column("next", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("artist", name="pk_turns"),
    )


def downgrade() -> None:
    """Drop them; what was cancelled is called failed again."""
    op.drop_table("turns")
    op.drop_table("previews")
    op.drop_column("commissions", "begun_at")
    op.drop_column("commissions", "revision")
    op.execute(
        "UPDATE commissions SET state = 'failed', failure = 'cancelled' WHERE state = 'cancelled'"
    )
    op.execute("UPDATE commission_changes SET state = 'failed' WHERE state = 'cancelled'")
    _allow(STATES)
    _call_queue("studio-cpu", "studio-heavy")


def _allow(states: str) -> None:
    op.drop_constraint("ck_commissions_state", "commissions")
    op.create_check_constraint("ck_commissions_state", "commissions", f"state IN ({states})")


def _call_queue(before: str, now: str) -> None:
    names = {"before": before, "now": now}
    move = sa.text("UPDATE procrastinate_jobs SET queue_name = :now WHERE queue_name = :before")
    op.get_bind().execute(move, names)
