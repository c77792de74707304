"""Create what people are asked about pictures, what they say, and what is learnt from members."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

revision: str = "0011"
down_revision: str | Sequence[str] | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

ADDRESS = sa.LargeBinary(20)
HASH32 = sa.LargeBinary(32)
UINT256 = sa.Numeric(78, 0)
TIME = sa.DateTime(timezone=True)
NOW = sa.text("now()")
PICTURE = "taste_pictures.sha256"


def upgrade() -> None:
    """Add the tables."""
    _create_asking()
    _create_feedback()
    _create_members_model()


def downgrade() -> None:
    """Drop them."""
    for table in ("taste_models", "taste_ballots", "feedback", "taste_questions"):
        op.drop_table(table)
    op.drop_table("taste_pictures")
    op.drop_table("taste_consents")


def _create_asking() -> None:
    op.create_table(
        "taste_consents",
        sa.Column("person", ADDRESS, nullable=False),
        sa.Column("given_at", TIME, nullable=False),
        sa.Column("withdrawn_at", TIME),
        sa.PrimaryKeyConstraint("person", name="pk_taste_consents"),
    )
    op.create_table(
        "taste_pictures",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("work", UINT256),
        sa.Column("study", sa.Text()),
        sa.Column("sketch", sa.Uuid()),
        sa.Column("address", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("features", ARRAY(sa.Integer())),
        sa.Column("features_digest", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text()),
        sa.Column("measured_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_taste_pictures"),
        sa.UniqueConstraint("work", name="uq_taste_pictures_work"),
        sa.UniqueConstraint("study", name="uq_taste_pictures_study"),
        sa.UniqueConstraint("sketch", name="uq_taste_pictures_sketch"),
    )
    op.create_index(
        "ix_taste_pictures_features_digest_source", "taste_pictures", ["features_digest", "source"]
    )
    op.create_table(
        "taste_questions",
        sa.Column("person", ADDRESS, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("pictures", sa.Text(), nullable=False),
        sa.Column("left", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("foreseen_permille", sa.SmallInteger(), nullable=False),
        sa.Column("is_thrown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_taste_questions"),
        sa.UniqueConstraint("id", name="uq_taste_questions_id"),
        sa.ForeignKeyConstraint(["left"], [PICTURE], name="fk_taste_questions_left_taste_pictures"),
        sa.ForeignKeyConstraint(
            ["right"], [PICTURE], name="fk_taste_questions_right_taste_pictures"
        ),
    )


def _create_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person", ADDRESS, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=False),
        sa.Column("other", sa.Text()),
        sa.Column("value", sa.SmallInteger(), nullable=False),
        sa.Column("details", JSONB(), nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
        sa.ForeignKeyConstraint(["picture"], [PICTURE], name="fk_feedback_picture_taste_pictures"),
        sa.ForeignKeyConstraint(["other"], [PICTURE], name="fk_feedback_other_taste_pictures"),
        sa.UniqueConstraint("person", "picture", "other", name="uq_feedback_person_picture_other"),
        sa.CheckConstraint(
            "kind IN ('pair', 'rating', 'feeling', 'dwell')", name="ck_feedback_kind"
        ),
        sa.CheckConstraint("(kind = 'pair') = (other IS NOT NULL)", name="ck_feedback_pair"),
        sa.CheckConstraint("picture < other", name="ck_feedback_order"),
    )
    op.create_index("ix_feedback_person_created_at", "feedback", ["person", "created_at"])
    op.create_index("ix_feedback_picture", "feedback", ["picture"])


def _create_members_model() -> None:
    op.create_table(
        "taste_ballots",
        sa.Column("digest", HASH32, nullable=False),
        sa.Column("member", ADDRESS, nullable=False),
        sa.Column("choices", JSONB(), nullable=False),
        sa.Column("nonce", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("digest", name="pk_taste_ballots"),
        sa.UniqueConstraint("member", "nonce", name="uq_taste_ballots_member_nonce"),
    )
    op.create_table(
        "taste_models",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("votes_cid", sa.Text(), nullable=False),
        sa.Column("votes_sha256", sa.Text(), nullable=False),
        sa.Column("features_digest", sa.Text(), nullable=False),
        sa.Column("ballots", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("choices", sa.Integer(), nullable=False),
        sa.Column("held_out", sa.Integer(), nullable=False),
        sa.Column("foreseen", sa.Integer(), nullable=False),
        sa.Column("trained_at", TIME, nullable=False, server_default=NOW),
        sa.PrimaryKeyConstraint("digest", name="pk_taste_models"),
        sa.UniqueConstraint("votes_cid", name="uq_taste_models_votes_cid"),
    )
