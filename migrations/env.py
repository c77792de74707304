"""Run the migrations on the database that the settings name, for both halves of the schema."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine, pool

# Importing a stage's models adds its tables to the marketplace's metadata.
import marketplace.curation.models
import marketplace.gallery.models
import marketplace.gallery.offers.models
import marketplace.live.models
import marketplace.resemblance.models
import marketplace.sign_in.models
import marketplace.studio.models
import marketplace.taste.models  # noqa: F401
from indexer.models import IS_VIEW, IndexBase
from marketplace.config import ConfigurationError, load
from marketplace.db import Base

# A queue's own tables come and go with the library that owns them.
FOREIGN_PREFIX = "procrastinate_"


def is_ours(item: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    """Whether autogenerate may compare this table; views and the queue's tables it may not."""
    if kind != "table":
        return True
    return IS_VIEW not in item.info and not (name or "").startswith(FOREIGN_PREFIX)


def migrate(connection: Connection) -> None:
    """Bring the database to the revision asked for, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=[IndexBase.metadata, Base.metadata],
        include_object=is_ours,
        compare_server_default=True,
    )
    with context.begin_transaction():
        # A migration that waits for a lock makes everybody behind it wait as well.
        context.execute("SET LOCAL lock_timeout = '4s'")
        context.run_migrations()


def main() -> None:
    """Use the connection that a caller brought, else the settings' database."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        migrate(connection)
        return
    try:
        url = context.config.attributes.get("url") or load().database
    except ConfigurationError as error:
        raise SystemExit(str(error)) from error
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as own:
        migrate(own)
    engine.dispose()


if context.is_offline_mode():
    raise SystemExit("migrations need the database itself; --sql is not offered")
main()
