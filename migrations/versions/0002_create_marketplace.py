"""Create what people write first: sign-in nonces, sessions, dossiers and their samples."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0002"
down_revision: str | Sequence[str] | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "sign_in_nonces",
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("cookie_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("used_at", TIME),
        sa.PrimaryKeyConstraint("nonce", name="pk_sign_in_nonces"),
    )
    op.create_index("ix_sign_in_nonces_expires_at", "sign_in_nonces", ["expires_at"])
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("address", ADDRESS, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sessions"),
    )
    op.create_index("ix_sessions_address", "sessions", ["address"])
    op.create_index("ix_sessions_expires_at", "sessions", ["expires_at"])
    _create_dossiers()


def downgrade() -> None:
    """Drop the tables and all that people wrote there."""
    for table in ("dossier_samples", "dossiers", "sessions", "sign_in_nonces"):
        op.drop_table(table)


def _create_dossiers() -> None:
    op.create_table(
        "dossiers",
        sa.Column("digest", HASH32, nullable=False),
        sa.Column("artist", ADDRESS, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("links", JSONB(), nullable=False),
        sa.Column("cid", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_dossiers"),
    )
    op.create_index("ix_dossiers_artist", "dossiers", ["artist"])
    op.create_table(
        "dossier_samples",
        sa.Column("dossier", HASH32, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("original_cid", sa.Text(), nullable=False),
        sa.Column("display_cid", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.CheckConstraint("width > 0 AND height > 0", name="ck_dossier_samples_size"),
        sa.ForeignKeyConstraint(
            ["dossier"], ["dossiers.digest"], name="fk_dossier_samples_dossier_dossiers"
        ),
        sa.PrimaryKeyConstraint("dossier", "position", name="pk_dossier_samples"),
    )
