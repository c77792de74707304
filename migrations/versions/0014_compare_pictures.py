"""Keep imprints of pictures, where they are shown, and what comparing them found."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import BIT, JSONB
from sqlalchemy.types import UserDefinedType

revision: str = "0014"
down_revision: str | Sequence[str] | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)
TIME = sa.DateTime(timezone=True)
NOW = sa.text("now()")
KIND = "kind IN ('dossier', 'work')"
NEAREST = (
    ("imprints", "layout", "layout", "vector_cosine_ops", None),
    ("imprints", "look", "look", "vector_cosine_ops", None),
    ("imprint_hashes", "light", "hash", "bit_hamming_ops", "plane = 0"),
    ("imprint_hashes", "light_whole", "hash", "bit_hamming_ops", "plane = 0 AND view = 0"),
    ("imprint_hashes", "edge", "hash", "bit_hamming_ops", "plane = 1"),
    ("imprint_hashes", "edge_whole", "hash", "bit_hamming_ops", "plane = 1 AND view = 0"),
)


class Vector(UserDefinedType[Any]):
    """pgvector's column of 128 numbers, as it was when this was written."""

    def get_col_spec(self, **_: Any) -> str:
        return "vector(128)"


def upgrade() -> None:
    """Add the tables; needs the extension pgvector, 0.7 or newer."""
    op.execute("CREATE EXTENSION IF NOT EXISTS vector")
    _imprints()
    op.create_table(
        "showings",
        sa.Column("subject", HASH32, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("work", UINT256),
        sa.Column("artist", ADDRESS, nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "position", name="pk_showings"),
        sa.ForeignKeyConstraint(
            ["picture"], ["imprints.picture"], name="fk_showings_picture_imprints"
        ),
        sa.CheckConstraint(KIND, name="ck_showings_kind"),
    )
    op.create_index("ix_showings_picture", "showings", ["picture"])
    op.create_table(
        "resemblance_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", HASH32, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("work", UINT256),
        sa.Column("artist", ADDRESS, nullable=False),
        sa.Column("pictures", JSONB(), nullable=False),
        sa.Column("parents", JSONB(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("failure", sa.Text()),
        sa.Column("found", JSONB(), nullable=False),
        sa.Column("statement_cid", sa.Text()),
        sa.Column("signature", sa.LargeBinary()),
        sa.Column("attester", ADDRESS),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.Column("checked_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_resemblance_checks"),
        sa.UniqueConstraint("subject", name="uq_resemblance_checks_subject"),
        sa.UniqueConstraint("work", name="uq_resemblance_checks_work"),
        sa.CheckConstraint(KIND, name="ck_resemblance_checks_kind"),
        sa.CheckConstraint(
            "state IN ('asked', 'checked', 'failed')", name="ck_resemblance_checks_state"
        ),
    )


def _imprints() -> None:
    op.create_table(
        "imprints",
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("form", sa.SmallInteger(), nullable=False),
        sa.Column("model", sa.Text()),
        sa.Column("layout", Vector(), nullable=False),
        sa.Column("layout_mirrored", Vector(), nullable=False),
        sa.Column("look", Vector()),
        sa.Column("look_mirrored", Vector()),
        sa.Column("sought", sa.LargeBinary(), nullable=False),
        sa.Column("edges", sa.LargeBinary(), nullable=False),
        sa.Column("height", sa.SmallInteger(), nullable=False),
        sa.Column("taken_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("picture", name="pk_imprints"),
    )
    op.create_table(
        "imprint_hashes",
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("plane", sa.SmallInteger(), nullable=False),
        sa.Column("view", sa.SmallInteger(), nullable=False),
        sa.Column("hash", BIT(64), nullable=False),
        sa.PrimaryKeyConstraint("picture", "plane", "view", name="pk_imprint_hashes"),
        sa.ForeignKeyConstraint(
            ["picture"],
            ["imprints.picture"],
            name="fk_imprint_hashes_picture_imprints",
            ondelete="CASCADE",
        ),
    )
    for table, name, column, operators, where in NEAREST:
        op.create_index(
            f"ix_{table}_{name}",
            table,
            [column],
            postgresql_using="hnsw",
            postgresql_ops={column: operators},
            postgresql_where=where and sa.text(where),
        )


def downgrade() -> None:
    """Drop them and their jobs; the extension stays, others may use it."""
    op.execute("DELETE FROM procrastinate_jobs WHERE task_name LIKE 'resemblance.%'")
    for table in ("resemblance_checks", "showings", "imprint_hashes", "imprints"):
        op.drop_table(table)
