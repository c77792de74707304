"""Ask the database for reads alone: one statement, no transaction around it, no plan made twice."""

from collections.abc import Mapping
from typing import Any, Final, cast

import psycopg
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import QueuePool

from marketplace.db import LIMITS
from marketplace.errors import Unavailable

# Whatever is asked here has one good plan, so it is made once for each connection.
# Pages are small, and what they touch lies in memory or on disks without arms.
OPTIONS: Final = (
    f"{LIMITS} -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan "
    "-c random_page_cost=1.1"
)
POOL: Final = 16


def address(url: str) -> dict[str, Any]:
    """Where the database is, as psycopg reads it."""
    made = make_url(url)
    _, named = made.get_dialect()().create_connect_args(made)
    return {**named, "connect_timeout": 5}


class DatabaseUnavailable(Unavailable):
    """The database does not answer, or went away while it did."""

    title = "The database does not answer"


class Reader:
    """Connections for reading, opened when first asked; those that died are replaced."""

    def __init__(self, url: str, name: str) -> None:
        self._named = address(url) | {"options": OPTIONS, "application_name": name}
        self._pool = QueuePool(
            self._connect,
            pool_size=POOL,
            max_overflow=2 * POOL,  # no more than the server has threads
            timeout=10,
            reset_on_return=None,
        )

    def rows(
        self, statement: str, values: Mapping[str, Any], is_varied: bool = False
    ) -> list[tuple[Any, ...]]:
        """All rows of one statement, asked again once where the connection was a dead one.

        Its plan is made once, or for these very values where it `is_varied`.
        """
        try:
            return self._rows(statement, values, is_varied)
        except (psycopg.OperationalError, psycopg.InterfaceError) as fault:
            if isinstance(fault, psycopg.errors.QueryCanceled):
                raise _away() from fault
            self._pool.dispose()  # one that died while idle did not die alone
        try:
            return self._rows(statement, values, is_varied)
        except (psycopg.OperationalError, psycopg.InterfaceError) as fault:
            raise _away() from fault

    def close(self) -> None:
        """Let go of every connection."""
        self._pool.dispose()

    def _connect(self) -> DBAPIConnection:
        made: Any = psycopg.connect(**self._named, autocommit=True)
        return cast(DBAPIConnection, made)

    def _rows(
        self, statement: str, values: Mapping[str, Any], is_varied: bool
    ) -> list[tuple[Any, ...]]:
        connection = self._pool.connect()
        try:
            # A plan for any value is made of a statement with gaps, one for these of a whole one.
            kind = psycopg.ClientCursor if is_varied else psycopg.Cursor
            with kind(cast(Any, connection.dbapi_connection)) as found:
                found.execute(statement, values)
                return list(found.fetchall())
        except psycopg.Error:
            connection.invalidate()
            raise
        finally:
            connection.close()


def _away() -> DatabaseUnavailable:
    return DatabaseUnavailable("Nothing was changed; try again in a few seconds.", retry_after=2)
