"""Bring a database's tables to the shape that this code expects, and tell how far it is."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from marketplace.runtime.checkout import ROOT


def upgrade(url: str) -> None:
    """Apply every migration that the database has not seen."""
    command.upgrade(_config(url), "head")


def expected() -> tuple[str, ...]:
    """The revision this code was written for."""
    return tuple(ScriptDirectory.from_config(_config(None)).get_heads())


def current(url: str) -> tuple[str, ...]:
    """The revision the database is at; nothing for an empty one."""
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            return tuple(MigrationContext.configure(connection).get_current_heads())
    finally:
        engine.dispose()


def _config(url: str | None) -> Config:
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = url
    return config
