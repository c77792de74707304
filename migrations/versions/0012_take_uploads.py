"""Take works that their artists made elsewhere: they have a file, and no recipe."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | Sequence[str] | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

PROVENANCE = "provenance IN ('rerunnable', 'attested', 'submitted')"
ORIGIN = (
    "CASE WHEN provenance = 'submitted' "
    "THEN num_nonnulls(recipe, recipe_digest) = 0 AND upload_sha256 IS NOT NULL "
    "ELSE num_nulls(recipe, recipe_digest) = 0 AND upload_sha256 IS NULL END"
)
OF_SUBMITTED = "IN (SELECT id FROM commissions WHERE provenance = 'submitted')"


def upgrade() -> None:
    """Every work so far was made here by an engine that anybody can run."""
    op.add_column(
        "commissions",
        sa.Column("provenance", sa.Text(), nullable=False, server_default="rerunnable"),
    )
    op.add_column("commissions", sa.Column("upload_sha256", sa.LargeBinary(32)))
    op.alter_column("commissions", "recipe", nullable=True)
    op.alter_column("commissions", "recipe_digest", nullable=True)
    op.create_unique_constraint("uq_commissions_upload_sha256", "commissions", ["upload_sha256"])
    op.create_check_constraint("ck_commissions_provenance", "commissions", PROVENANCE)
    op.create_check_constraint("ck_commissions_origin", "commissions", ORIGIN)


def downgrade() -> None:
    """Forget submitted works, for which there is no place without these columns."""
    op.drop_constraint("ck_commissions_origin", "commissions")
    op.drop_constraint("ck_commissions_provenance", "commissions")
    op.drop_constraint("uq_commissions_upload_sha256", "commissions")
    for table in ("commission_changes", "relay_transactions"):
        op.execute(f"DELETE FROM {table} WHERE commission {OF_SUBMITTED}")  # noqa: S608 - constants
    op.execute("DELETE FROM commissions WHERE provenance = 'submitted'")
    op.alter_column("commissions", "recipe_digest", nullable=False)
    op.alter_column("commissions", "recipe", nullable=False)
    op.drop_column("commissions", "upload_sha256")
    op.drop_column("commissions", "provenance")
