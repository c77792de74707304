"""A market of two thousand works in a database, and whoever reads it, without a chain beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from marketplace.api.reader import Reader
    from marketplace.runtime.postgres import Postgres

WORKS = 2_000


@dataclass(frozen=True)
class Market:
    """The seeded database."""

    url: str
    address: str
    reader: "Reader"

    @contextmanager
    def connect(self) -> Iterator[Any]:
        """A connection of the test's own."""
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            yield connection

    def rows(self, name: str, **asked: str) -> dict[str, Any]:
        """Ask for a page as a route does."""
        from urllib.parse import urlencode

        import orjson

        from marketplace.api import answer
        from marketplace.api.resources import EVERY

        resource = next(one for one in EVERY if one.name == name)
        kept = answer.page(self.reader, resource, urlencode(asked).encode())
        content: dict[str, Any] = orjson.loads(kept.body)
        return content

    @property
    def artist(self) -> str:
        """Some artist."""
        artist: str = self.rows("works", limit="1")["works"][0]["artist"]
        return artist


@pytest.fixture(scope="module")
def market(postgres: "Postgres", migrated_template: str) -> Iterator[Market]:
    """The market, seeded once for a file of tests."""
    import psycopg

    from bench.api_parts.seed import fill
    from marketplace.api.reader import Reader

    name = "market"
    postgres.create(name, template=migrated_template)
    with psycopg.connect(postgres.address(name), autocommit=True) as connection:
        fill(connection, WORKS)
    reader = Reader(postgres.url(name), "test")
    yield Market(postgres.url(name), postgres.address(name), reader)
    reader.close()
    postgres.drop(name)
