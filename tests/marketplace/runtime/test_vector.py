"""pgvector
there, or to be had            -> its version, and migrations go on
a user who may not create it   -> VectorMissing, which says what a superuser runs
"""

import psycopg
import pytest

from marketplace.runtime import migrate
from marketplace.runtime.postgres import Postgres


def test_the_embedded_server_has_it(postgres: Postgres, database: str) -> None:
    assert migrate.pgvector(database) >= "0.7"
    assert migrate.pgvector(postgres.url("postgres")) >= "0.7"


def test_who_may_not_create_it_is_told_what_to_do(postgres: Postgres) -> None:
    with psycopg.connect(postgres.address("postgres"), autocommit=True) as connection:
        connection.execute("CREATE ROLE tenant LOGIN")
        connection.execute("CREATE DATABASE rented OWNER tenant")
    url = postgres.url("rented").replace("postgres@", "tenant@")
    with pytest.raises(migrate.VectorMissing) as refused:
        migrate.upgrade(url)
    assert "CREATE EXTENSION vector" in refused.value.mend
