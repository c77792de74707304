"""the whole market   -> counted as its tables are, volumes by currency
similar works      -> the nearest pictures first, minted ones alone, never the work itself
a year's statement -> every sale of that year and account, once; it adds up
"""

import csv
import io
from typing import Any

import orjson
import pytest

from marketplace.adapters.ipfs.cid import Cid
from marketplace.api import account, similar, whole
from marketplace.api.answer import RowMissing
from tests.marketplace.api.conftest import Market


def ask(market: Market, question: str) -> Any:
    """One value, straight from the tables."""
    with market.connect() as connection:
        return connection.execute(question).fetchone()[0]


def test_the_market_is_counted(market: Market) -> None:
    told = orjson.loads(whole.statistics(market.reader).body)
    assert told["works"] == ask(market, "SELECT count(*) FROM works")
    assert (told["members"], told["artists"], told["copies"]) == (60, 500, "0")
    (ether,) = told["volumes"]
    assert int(ether["currency"], 16) == 0
    assert ether["volume"] == ask(market, "SELECT sum(price)::text FROM sales")


def imprint(market: Market, nth: int, picture: str, *look: float, is_minted: bool = True) -> Cid:
    """Give a work a picture that lies somewhere."""
    numbers = [*look, *[0.0] * (128 - len(look))]
    with market.connect() as connection:
        work = connection.execute(
            f"SELECT work::text FROM works ORDER BY work OFFSET {nth} LIMIT 1"  # noqa: S608
        ).fetchone()[0]
        token = int(work) if is_minted else nth
        connection.execute(
            "INSERT INTO imprints (picture, form, model, layout, layout_mirrored, look, "
            "look_mirrored, sought, edges, height) VALUES (%(p)s, 1, 'm', %(v)s::vector, "
            "%(v)s::vector, %(v)s::vector, %(v)s::vector, '', '', 0)",
            {"p": picture, "v": str(numbers)},
        )
        connection.execute(
            "INSERT INTO showings (subject, position, kind, work, artist, picture) "
            "VALUES (%s, 0, 'work', %s::text::numeric, '', %s)",
            (token.to_bytes(32), str(token), picture),
        )
    return Cid.from_digest(token)


def test_the_nearest_pictures_come_first(market: Market) -> None:
    mine = imprint(market, 1, "mine", 1.0, 0.0)
    far = imprint(market, 2, "far", 0.0, 1.0)
    near = imprint(market, 3, "near", 0.9, 0.1)
    imprint(market, 4, "unminted", 1.0, 0.01, is_minted=False)
    told = orjson.loads(similar.similar(market.reader, str(mine), 12).body)["works"]
    assert [row["work"] for row in told] == [str(near), str(far)]
    assert told[0]["distance"] < 0.1 < told[1]["distance"]
    assert told[0]["title"]


def test_a_work_without_a_picture_resembles_nothing(market: Market) -> None:
    bare = market.rows("works", limit="1")["works"][0]["work"]
    assert orjson.loads(similar.similar(market.reader, bare, 12).body) == {"works": []}
    with pytest.raises(RowMissing):
        similar.similar(market.reader, str(Cid.of(b"nothing")), 12)


@pytest.mark.parametrize(("kind", "column"), [("sales", "seller"), ("purchases", "buyer")])
def test_a_statement_adds_up(market: Market, kind: str, column: str) -> None:
    person = market.rows("sales", limit="1")["sales"][0][column]
    kept = account.statement(market.reader, kind, person, 2023)
    rows = list(csv.DictReader(io.StringIO(kept.body.decode())))
    total = ask(
        market,
        f"SELECT sum(price) FROM sales WHERE {column} = '\\x{person[2:]}'",  # noqa: S608
    )
    assert rows
    assert sum(int(row["price"]) for row in rows) == total
    assert all(row[column] == person and row["sold_at"].startswith("2023-") for row in rows)
    assert [row["sold_at"] for row in rows] == sorted(row["sold_at"] for row in rows)
    assert account.statement(market.reader, kind, person, 2024).body.count(b"\r\n") == 1
