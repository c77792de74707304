"""Bring a database's tables to the shape that this code expects, and tell how far it is."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from marketplace.runtime.checkout import ROOT
from marketplace.runtime.error import RuntimeFault, Unreachable


class VectorMissing(RuntimeFault):
    """The database cannot compare pictures."""


_VECTOR = text("""
    SELECT
        (SELECT extversion FROM pg_extension WHERE extname = 'vector'),
        (SELECT default_version FROM pg_available_extensions WHERE name = 'vector'),
        (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
            OR EXISTS (SELECT 1 FROM pg_available_extension_versions
                WHERE name = 'vector' AND trusted)
""")


def upgrade(url: str) -> None:
    """Apply every migration that the database has not seen."""
    with _reachable(url):
        pgvector(url)
        command.upgrade(_config(url), "head")


def pgvector(url: str) -> str:
    """The version of pgvector there; raises `VectorMissing` where migrations could not have it."""
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            installed, available, is_allowed = connection.execute(_VECTOR).one()
    finally:
        engine.dispose()
    if installed:
        return str(installed)
    if not available:
        raise VectorMissing(
            "this PostgreSQL has no pgvector, by which pictures are compared",
            "install pgvector 0.7 or newer beside it, or unset DATABASE_URL",
        )
    if not is_allowed:
        raise VectorMissing(
            "the database's user may not create the extension vector (pgvector)",
            "let a superuser run `CREATE EXTENSION vector` in this database once",
        )
    return str(available)


def check(url: str) -> None:
    """Fail if the models describe tables that the migrations do not make."""
    command.check(_config(url))


def expected() -> tuple[str, ...]:
    """The revision this code was written for."""
    return tuple(ScriptDirectory.from_config(_config(None)).get_heads())


def current(url: str) -> tuple[str, ...]:
    """The revision the database is at; nothing for an empty one."""
    engine = create_engine(url, poolclass=NullPool)
    try:
        with _reachable(url), engine.connect() as connection:
            return tuple(MigrationContext.configure(connection).get_current_heads())
    finally:
        engine.dispose()


@contextmanager
def _reachable(url: str) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        shown = make_url(url).render_as_string(hide_password=True)
        reason = str(error.orig).strip().splitlines()[0]
        raise Unreachable("the database", shown, reason, "DATABASE_URL") from error


def _config(url: str | None) -> Config:
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = url
    return config
