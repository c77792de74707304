"""After the embedded chain was begun anew: part with what the database knew of the old one."""

import os
import subprocess
import sys
import time

import psycopg
from psycopg import sql

from marketplace.config import DRIVER
from marketplace.runtime import migrate
from marketplace.runtime.error import PartDied
from marketplace.runtime.postgres import DATABASE, Postgres

INDEX_SECONDS = 60.0


def forget_the_old_chain(database_url: str, embedded: Postgres | None) -> str | None:
    """Say what became of the old rows, or nothing if there were none.

    The embedded database is set aside whole: its commissions and relayed transactions speak of a
    chain that is no more. Of somebody's own database only the index is emptied.
    """
    if not _has_index(database_url):
        return None
    if embedded is None:
        _empty_index(database_url)
        return "the chain is new: the index was emptied and follows it from its first block"
    aside = f"{DATABASE}_{time.strftime('%Y%m%d_%H%M%S', time.gmtime())}"
    embedded.rename(DATABASE, aside)
    embedded.create(DATABASE)
    migrate.upgrade(database_url)
    return f"the chain is new: the old database was set aside as {aside}"


def _has_index(database_url: str) -> bool:
    address = "postgresql://" + database_url.removeprefix(DRIVER)
    with psycopg.connect(address) as connection:
        found = connection.execute(sql.SQL("SELECT EXISTS (SELECT FROM blocks)")).fetchone()
    return bool(found and found[0])


def _empty_index(database_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "indexer", "reset", "--yes"],
        env={**os.environ, "DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        timeout=INDEX_SECONDS,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [""])[-1]
        raise PartDied("emptying the index", done.returncode, last, None)
