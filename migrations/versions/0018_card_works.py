"""Keep what metadata says where lists and searches find it, and announce what readers see."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSON, TSVECTOR

revision: str = "0018"
down_revision: str | Sequence[str] | None = "0017"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# English by its words; signs of China, Japan and Korea, which nobody parts by spaces, two by two,
# the last of a run alone.
SEARCH_SIGNS = r"""
CREATE FUNCTION search_signs(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(substr(run[1], at, 2), ' ' ORDER BY place, at), '')
    FROM regexp_matches(
        said, '[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', 'g'
    ) WITH ORDINALITY AS found (run, place), generate_series(1, length(run[1])) at
$$
"""
SEARCH_WORDS = """
CREATE FUNCTION search_words(said text, weight "char") RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('english', coalesce(said, '')), weight)
        || setweight(to_tsvector('simple', search_signs(coalesce(said, ''))), weight)
$$
"""
KEEP_CARD = """
CREATE FUNCTION keep_card(named numeric, content jsonb) RETURNS void LANGUAGE sql AS $$
    INSERT INTO work_cards (
        work, title, description, provenance, is_sensitive, licence, artefact, preview,
        recipe_digest, plan_sha256, search
    ) VALUES (
        named, content ->> 'name', coalesce(content ->> 'description', ''),
        coalesce(content ->> 'provenance', 'rerunnable'),
        coalesce((content ->> 'sensitive')::boolean, false), coalesce(content ->> 'licence', ''),
        content -> 'artefact', nullif(content -> 'preview', 'null'),
        decode(substr(content ->> 'recipe_digest', 3), 'hex'), content ->> 'plan_sha256',
        search_words(content ->> 'name', 'A')
            || search_words(content -> 'recipe' ->> 'prompt', 'B')
            || search_words(content ->> 'description', 'C')
    ) ON CONFLICT (work) DO UPDATE SET (
        title, description, provenance, is_sensitive, licence, artefact, preview, recipe_digest,
        plan_sha256, search
    ) = ROW (
        excluded.title, excluded.description, excluded.provenance, excluded.is_sensitive,
        excluded.licence, excluded.artefact, excluded.preview, excluded.recipe_digest,
        excluded.plan_sha256, excluded.search
    )
$$
"""
CARD_CHANGED = """
CREATE FUNCTION card_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.work IS NOT NULL AND NEW.{column} IS NOT NULL THEN
        PERFORM keep_card(NEW.work, NEW.{column});
    END IF;
    RETURN NULL;
END
$$
"""
SOURCES = (("commissions", "metadata"), ("work_metadata", "content"))
ANNOUNCE = """
CREATE FUNCTION announce_shown() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('atelier_shown', '');
    RETURN NULL;
END
$$
"""
# What readers are shown changes with the index's head, and with these tables of ours.
SHOWN = ("chains", "listings", "work_cards", "dossiers", "verifications")


def upgrade() -> None:
    """Add the cards and who fills them, the announcements, and what listings are sorted by."""
    op.create_table(
        "work_cards",
        sa.Column("work", sa.Numeric(78, 0), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.Column("is_sensitive", sa.Boolean(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column("artefact", JSON(), nullable=False),
        sa.Column("preview", JSON()),
        sa.Column("recipe_digest", sa.LargeBinary(32)),
        sa.Column("plan_sha256", sa.Text()),
        sa.Column("search", TSVECTOR(), nullable=False),
        sa.PrimaryKeyConstraint("work", name="pk_work_cards"),
    )
    for statement in (SEARCH_SIGNS, SEARCH_WORDS, KEEP_CARD, ANNOUNCE):
        op.execute(statement)
    for table, column in SOURCES:
        op.execute(
            f"SELECT keep_card(work, {column}) FROM {table} "  # noqa: S608 - our own words
            f"WHERE work IS NOT NULL AND {column} IS NOT NULL"
        )
        op.execute(CARD_CHANGED.format(table=table, column=column))
        op.execute(
            f"CREATE TRIGGER keep_card AFTER INSERT OR UPDATE OF work, {column} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION card_{table}()"
        )
    op.create_index("ix_work_cards_search", "work_cards", ["search"], postgresql_using="gin")
    op.create_index("ix_work_cards_recipe_digest", "work_cards", ["recipe_digest"])
    op.create_index(
        "ix_listings_currency_price_digest", "listings", ["currency", "price", "digest"]
    )
    for table in SHOWN:
        op.execute(
            f"CREATE TRIGGER announce_shown AFTER INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION announce_shown()"
        )


def downgrade() -> None:
    """Take them away; the metadata itself stays where it was."""
    for table in SHOWN:
        op.execute(f"DROP TRIGGER announce_shown ON {table}")
    op.drop_index("ix_listings_currency_price_digest", "listings")
    for table, _ in SOURCES:
        op.execute(f"DROP TRIGGER keep_card ON {table}")
        op.execute(f"DROP FUNCTION card_{table}()")
    op.drop_table("work_cards")
    for function in (
        "announce_shown()",
        "keep_card(numeric, jsonb)",
        'search_words(text, "char")',
        "search_signs(text)",
    ):
        op.execute(f"DROP FUNCTION {function}")
