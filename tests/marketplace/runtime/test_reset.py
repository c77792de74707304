"""a chain begun anew
an empty index           -> nothing is said, nothing is done
an embedded database     -> is set aside whole, and a fresh one takes its name
somebody's own database  -> its index is emptied, the rest stays
"""

import psycopg
import pytest

from marketplace.config import DRIVER
from marketplace.runtime import migrate, reset
from marketplace.runtime.postgres import DATABASE, Postgres

BLOCK = (
    "INSERT INTO blocks (number, hash, parent_hash, timestamp) "
    "VALUES (1, decode(repeat('11', 32), 'hex'), decode(repeat('00', 32), 'hex'), 1)"
)
DOSSIER = (
    "INSERT INTO dossiers (digest, artist, statement, links, cid, created_at) VALUES "
    "(decode(repeat('22', 32), 'hex'), decode(repeat('33', 20), 'hex'), 's', '[]', 'c', now())"
)


@pytest.fixture
def embedded(postgres: Postgres) -> Postgres:
    """The embedded database as `atelier up` makes it, on the test process's server."""
    postgres.drop(DATABASE)
    postgres.create()
    migrate.upgrade(postgres.url())
    return postgres


def test_an_empty_index_needs_nothing(embedded: Postgres) -> None:
    assert reset.forget_the_old_chain(embedded.url(), embedded) is None


def test_the_embedded_database_is_set_aside(embedded: Postgres) -> None:
    _run(embedded.url(), BLOCK)
    said = reset.forget_the_old_chain(embedded.url(), embedded)
    assert said
    aside = said.rpartition(" ")[2]
    assert (_blocks(embedded.url()), _blocks(embedded.url(aside))) == (0, 1)
    embedded.drop(aside)


def test_of_anybodys_own_database_the_index_is_emptied(database: str) -> None:
    _run(database, BLOCK)
    _run(database, DOSSIER)
    said = reset.forget_the_old_chain(database, None)
    assert said
    assert "the index was emptied" in said
    assert (_blocks(database), _count(database, "dossiers")) == (0, 1)


def _run(url: str, statement: str) -> None:
    with psycopg.connect(_address(url), autocommit=True) as connection:
        connection.execute(statement.encode())


def _blocks(url: str) -> int:
    return _count(url, "blocks")


def _count(url: str, table: str) -> int:
    with psycopg.connect(_address(url)) as connection:
        found = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()  # noqa: S608
    assert found
    return int(found[0])


def _address(url: str) -> str:
    return "postgresql://" + url.removeprefix(DRIVER)
