"""Mark the dossiers that say what comparing their pictures found."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | Sequence[str] | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# A draft and what it was sealed as have one statement between them, which is no other dossier's;
# of the two it is the sealed one that somebody applied with.
SEALED = """
    UPDATE dossiers SET is_sealed = true
    WHERE digest IN (SELECT dossier FROM applications) AND digest IN (
        SELECT own.subject FROM resemblance_checks own JOIN resemblance_checks other
        ON other.statement_cid = own.statement_cid AND other.subject <> own.subject
    )
"""


def upgrade() -> None:
    """Add the mark, and find those that were sealed before there was one."""
    column = sa.Column("is_sealed", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("dossiers", column)
    op.execute(SEALED)


def downgrade() -> None:
    """Forget which ones are."""
    op.drop_column("dossiers", "is_sealed")
